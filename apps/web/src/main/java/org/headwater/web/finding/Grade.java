package org.headwater.web.finding;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.headwater.casefile.Decision;
import org.headwater.casefile.Holdings;

/**
 * What a person judged a finding to be worth, in the Admiralty system: how reliable its source is (A to F) and how credible
 * the information (1 to 6).
 *
 * @param source A to F
 * @param information 1 to 6
 * @param decision the decision that gave it
 */
record Grade(String source, String information, Decision decision) {
    /** The letters of the source, most reliable first; F cannot be judged. */
    static final List<String> SOURCES = List.of("A", "B", "C", "D", "E", "F");

    /** The figures of the information, most credible first; 6 cannot be judged. */
    static final List<String> INFORMATION = List.of("1", "2", "3", "4", "5", "6");

    /** Such as {@code B2}. */
    String letters() {
        return source + information;
    }

    /** The grade of each finding that has one, by the finding's id: the last one that was not taken back. */
    static Map<String, Grade> standing(Holdings holdings) {
        Map<String, Grade> grades = new HashMap<>();
        Set<Long> undone = holdings.undone();
        for (Decision decision : holdings.decisions()) {
            if (decision.action() == Decision.Action.ASSESS && !undone.contains(decision.sequence())) {
                grades.put(
                        decision.target(),
                        new Grade(
                                decision.changes().getOrDefault("source", ""),
                                decision.changes().getOrDefault("information", ""),
                                decision));
            }
        }
        return grades;
    }
}
