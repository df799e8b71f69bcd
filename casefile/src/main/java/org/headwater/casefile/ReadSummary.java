package org.headwater.casefile;

import java.util.List;

/**
 * What a run of reading did.
 *
 * @param sources files found at the paths given
 * @param known those that were done in an earlier run and were not looked at again
 * @param documents documents read in this run
 * @param statements statements proposed from them
 * @param refused what was not read, with the reason of each
 * @param stopped whether the run was asked to stop before its end
 */
public record ReadSummary(
        long sources, long known, long documents, long statements, List<IntakeOutcome> refused, boolean stopped) {
    public ReadSummary {
        refused = List.copyOf(refused);
    }
}
