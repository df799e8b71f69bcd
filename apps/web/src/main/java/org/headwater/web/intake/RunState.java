package org.headwater.web.intake;

import java.util.List;

/**
 * How far the long work has come.
 *
 * @param work what is being done; {@code IDLE} if nothing is
 * @param done sources done
 * @param total sources to do, as far as known
 * @param documents documents read so far
 * @param refused sources that could not be read
 * @param current the source last done
 * @param faults what went wrong in the work last done; empty if nothing did
 * @param change grows whenever the case shows something new
 */
public record RunState(
        Work work,
        long done,
        long total,
        long documents,
        long refused,
        String current,
        List<String> faults,
        long change) {
    public RunState {
        faults = List.copyOf(faults);
    }

    /** Nothing is being done. */
    static RunState idle(List<String> faults, long change) {
        return new RunState(Work.IDLE, 0, 0, 0, 0, "", faults, change);
    }

    /** Whether something is being done. */
    public boolean isBusy() {
        return work != Work.IDLE;
    }

    /** What can be done. */
    public enum Work {
        /** Nothing. */
        IDLE,
        /** Files are taken in and read. */
        READING,
        /** Names, origins and findings are worked out. */
        SETTLING,
        /** Originals and records are checked. */
        VERIFYING
    }
}
