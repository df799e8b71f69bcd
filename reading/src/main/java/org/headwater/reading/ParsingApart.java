package org.headwater.reading;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/**
 * Parsers in processes of their own, so that whatever a file does to its parser, this process goes on. A process has a
 * bound on its memory, and its reading of a document one on time; whoever exceeds either is ended. They are started when
 * first needed, kept for what is read next, and ended by {@link #close} or with this process, however that ends.
 *
 * <p>Short texts (plain, HTML, mail up to {@link #SHORT} bytes) are read in this process: what their parsers can need is
 * bounded by their length, and they are most of what is read.
 *
 * <p>An archive's process waits while what was found in it is read, which may need another: there are as many as documents
 * read at the same time, and one more for each level of nesting.
 */
final class ParsingApart implements Parsing {
    static final long SHORT = 1L << 20;

    private final ReadingLimits limits;
    private final ParserProcess.Launch launch;
    private final ScheduledExecutorService alarms;
    private final Deque<ParserProcess> idle = new ArrayDeque<>();
    private final Set<ParserProcess> all = new HashSet<>();
    private boolean closed;

    ParsingApart(ReadingLimits limits, Class<?> main) {
        this.limits = limits;
        this.launch = ParserProcess.Launch.of(main, limits);
        this.alarms = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "headwater-alarms");
            thread.setDaemon(true);
            return thread;
        });
    }

    @Override
    public void read(Format format, Source source, Format.Sink sink) throws Refusal, IOException {
        Expansion expansion = source.expansion(limits);
        if (expansion.timeLeft().isZero()) {
            throw expansion.outOfTime();
        }
        if (source.size() <= SHORT && format.isBoundedByLength()) {
            readHere(format, source, sink, expansion);
            return;
        }
        ParserProcess process = take();
        boolean whole = false;
        try {
            process.read(format, source, sink, expansion);
            // Its time may have run out just as it answered.
            whole = !process.isSpent();
        } catch (Refusal e) {
            whole = !process.isSpent();
            throw e;
        } finally {
            give(process, whole);
        }
    }

    private void readHere(Format format, Source source, Format.Sink sink, Expansion expansion)
            throws Refusal, IOException {
        long began = System.nanoTime();
        Worker.Found found;
        try {
            found = Worker.within(limits.time(), source, to -> format.read(source, to));
        } finally {
            expansion.takeTime(Duration.ofNanos(System.nanoTime() - began));
        }
        found.handTo(sink);
    }

    private ParserProcess take() {
        List<ParserProcess> dead = new ArrayList<>();
        ParserProcess last;
        synchronized (all) {
            if (closed) {
                throw new IllegalStateException("Cannot read: the reader is closed");
            }
            last = idle.poll();
            while (last != null && last.isSpent()) {
                // It died while it had nothing to do, which is no fault of the next document.
                all.remove(last);
                dead.add(last);
                last = idle.poll();
            }
        }
        dead.forEach(ParserProcess::end);
        if (last != null) {
            return last;
        }
        try {
            ParserFolder.sweep();
            ParserProcess started = ParserProcess.start(launch, limits, alarms);
            if (!add(started)) {
                started.end();
                throw new IOException("the reader was closed");
            }
            started.awaitReady();
            return started;
        } catch (IOException e) {
            throw new ParserStartException(e);
        }
    }

    /** From before it answers, so that {@link #close} ends it too; false if that was first. */
    private boolean add(ParserProcess started) {
        synchronized (all) {
            return !closed && all.add(started);
        }
    }

    private void give(ParserProcess process, boolean whole) {
        synchronized (all) {
            if (whole && !closed) {
                idle.push(process);
                return;
            }
            all.remove(process);
        }
        process.end();
    }

    @Override
    public void close() {
        Set<ParserProcess> left;
        synchronized (all) {
            closed = true;
            left = Set.copyOf(all);
            all.clear();
            idle.clear();
        }
        left.forEach(ParserProcess::end);
        alarms.shutdownNow();
    }
}
