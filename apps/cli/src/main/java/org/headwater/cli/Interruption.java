package org.headwater.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C as a request: the work in hand is finished, then the command says how to go on and the process ends. A second
 * Ctrl-C, or {@code kill -9}, ends it at once; that loses nothing that was reported as done.
 */
final class Interruption implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 120;

    private final CountDownLatch finished = new CountDownLatch(1);
    private final Thread hook = new Thread(this::onEnd, "interruption");
    private volatile boolean requested;

    private Interruption() {}

    /** Listens from now on, until closed. */
    static Interruption listen() {
        Interruption interruption = new Interruption();
        Runtime.getRuntime().addShutdownHook(interruption.hook);
        return interruption;
    }

    boolean isRequested() {
        return requested;
    }

    /** The process is to end: wait for the work in hand and for what the command still says. */
    private void onEnd() {
        requested = true;
        try {
            if (!finished.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The command has said all it has to say. */
    @Override
    public void close() {
        finished.countDown();
        if (!requested) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException e) {
                // The process is ending this moment, which is what the hook was for.
                requested = true;
            }
        }
    }
}
