package org.headwater.casefile;

import java.util.List;
import java.util.concurrent.CancellationException;

/**
 * How far a settlement has come, in steps of unequal length. Where a step goes document by document, it may end at each of
 * them; it is a pure function that ends, so that nothing is half done.
 */
final class SettlingSteps {
    /** What is worked out before anything is written. */
    enum Step {
        LOADED,
        DECISIONS,
        NAMES,
        COPIES,
        ORIGINS,
        FINDINGS,
        WITHHELD
    }

    private static final List<Step> ALL = List.of(Step.values());

    private final ReadListener listener;

    private SettlingSteps(ReadListener listener) {
        this.listener = listener;
    }

    static SettlingSteps toldTo(ReadListener listener) {
        return new SettlingSteps(listener);
    }

    /** A step begins; ends everything if that is wished. */
    void begin(Step step) {
        goOnOrEnd();
        listener.progress(new ReadProgress(ReadProgress.Stage.SETTLING, ALL.indexOf(step), ALL.size(), 0, 0, ""));
    }

    /**
     * Between two documents of a step.
     *
     * @throws CancellationException if somebody wishes to stop
     */
    void goOnOrEnd() {
        if (listener.stopRequested()) {
            throw new CancellationException("Settling was asked to stop");
        }
    }
}
