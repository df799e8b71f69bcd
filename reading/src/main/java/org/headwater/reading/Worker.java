package org.headwater.reading;

import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * Runs a parser of somebody else's making on a thread of its own, so that it can be left behind. A parser that misses its
 * deadline is interrupted and forgotten, and what it found is dropped. Its thread ends at the next byte or sign that it
 * asks us for ({@link #goOn}); one that asks for nothing goes on until the process ends.
 */
final class Worker {
    /** Room for parsers that call themselves for each level of nesting; only what is used is taken. */
    static final long STACK_BYTES = 16L << 20;

    static final long MIB = 1L << 20;

    private Worker() {}

    static Found within(Duration time, Source source, Work work) throws Refusal, IOException {
        FutureTask<Found> task = new FutureTask<>(() -> {
            Found found = new Found();
            work.readTo(found);
            return found;
        });
        Thread thread = new Thread(null, task, "headwater-reading " + source.name(), STACK_BYTES);
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            task.cancel(true);
            throw late(time);
        } catch (InterruptedException e) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            throw new Refusal(Fault.TIMED_OUT, "the reading was interrupted");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException broken) {
                throw broken;
            }
            throw refusal(e.getCause());
        }
    }

    static Refusal late(Duration time) {
        return new Refusal(Fault.TIMED_OUT, "it took longer than " + seconds(time) + " (the bound)");
    }

    static Refusal greedy(ReadingLimits limits) {
        return new Refusal(
                Fault.NEEDS_MEMORY, "it needs more memory than " + limits.memoryBytes() / MIB + " MiB (the bound)");
    }

    /** What went wrong inside a parser, as a fault. Parsers are known to fail in every way there is. */
    static Refusal refusal(Throwable cause) {
        if (cause instanceof Refusal refusal) {
            return refusal;
        }
        if (cause instanceof IOException e) {
            return new Refusal(Fault.BROKEN, reason(e));
        }
        if (cause instanceof StackOverflowError || cause instanceof OutOfMemoryError) {
            return exhausted((VirtualMachineError) cause);
        }
        if (cause instanceof RuntimeException || cause instanceof LinkageError) {
            return new Refusal(
                    Fault.BROKEN, "its parser gave up (" + cause.getClass().getSimpleName() + ")");
        }
        throw new IllegalStateException("Cannot read: " + cause, cause);
    }

    /** Called from within parsers, at every step that passes through our hands. */
    static void goOn() throws InterruptedIOException {
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedIOException("it was stopped");
        }
    }

    static Refusal exhausted(VirtualMachineError e) {
        return e instanceof StackOverflowError
                ? new Refusal(Fault.TOO_DEEP, "it is nested deeper than its parser can follow")
                : new Refusal(Fault.SHORT_OF_MEMORY, "it needs more memory than this process has");
    }

    static String reason(IOException e) {
        if (e instanceof EOFException) {
            return "it is cut off";
        }
        String message =
                e.getMessage() == null ? "" : e.getMessage().lines().findFirst().orElse("");
        return message.isEmpty() ? "it breaks off" : Names.shown(message);
    }

    static String seconds(Duration time) {
        return time.toMillis() % 1000 == 0 ? time.toSeconds() + " seconds" : time.toMillis() + " milliseconds";
    }

    /** What a parser does. */
    @FunctionalInterface
    interface Work {
        void readTo(Format.Sink sink) throws Refusal, IOException;
    }

    /** What a parser found, held until it ends. */
    static final class Found implements Format.Sink {
        private final List<Consumer<Format.Sink>> calls = new ArrayList<>();

        @Override
        public void document(Reading reading) {
            calls.add(sink -> sink.document(reading));
        }

        @Override
        public void contained(Source entry) {
            calls.add(sink -> sink.contained(entry));
        }

        @Override
        public void refused(Fault fault, String where, String why) {
            calls.add(sink -> sink.refused(fault, where, why));
        }

        @Override
        public void passedOver(long count, String what) {
            calls.add(sink -> sink.passedOver(count, what));
        }

        void handTo(Format.Sink sink) {
            calls.forEach(call -> call.accept(sink));
        }
    }
}
