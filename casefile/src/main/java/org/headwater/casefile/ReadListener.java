package org.headwater.casefile;

/** Hears how far a long run has come, and may ask it to stop. Called by one thread at a time. */
public interface ReadListener {

    /** Called after each batch that is safely on disk, and when the stage changes. */
    void progress(ReadProgress progress);

    /** Whether to stop after the work in hand. What is done stays done; the next run goes on from there. */
    default boolean stopRequested() {
        return false;
    }

    /** Hears nothing, never stops. */
    static ReadListener silent() {
        return progress -> {};
    }
}
