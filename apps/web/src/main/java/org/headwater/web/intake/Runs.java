package org.headwater.web.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.headwater.casefile.CaseException;
import org.headwater.casefile.CaseVerification;
import org.headwater.casefile.ReadListener;
import org.headwater.casefile.ReadProgress;
import org.headwater.casefile.ReadSummary;
import org.headwater.web.WebSettings;
import org.headwater.web.page.OpenCase;
import org.springframework.stereotype.Component;

/**
 * The long work on the case, one thing after the other on a thread of its own. What is to be done is not remembered here but
 * seen in the case: files in its inbox, decisions that are not worked in. So nothing is lost when the server ends in the
 * middle. Safe for use by several threads.
 */
@Component
public class Runs {
    private static final Duration AT_THE_END = Duration.ofSeconds(60);

    private final OpenCase open;
    private final Consumer<String> faults;
    private final ExecutorService thread;
    private final AtomicInteger deciders = new AtomicInteger();
    private final List<Consumer<RunState>> listeners = new CopyOnWriteArrayList<>();
    private volatile RunState state = RunState.idle(List.of(), 0);
    private volatile boolean stopping;
    private volatile Optional<CaseVerification> verified = Optional.empty();
    private long asked;
    private long answered;

    Runs(OpenCase open, WebSettings settings) {
        this.open = open;
        this.faults = settings.faults();
        this.thread = Executors.newSingleThreadExecutor(task -> {
            Thread made = new Thread(task, "headwater-runs");
            made.setDaemon(true);
            made.setUncaughtExceptionHandler((ended, fault) -> endedEarly(fault));
            return made;
        });
        // What an earlier server left undone.
        go();
    }

    /** How far the work has come. */
    public RunState state() {
        return state;
    }

    /** What the last check of the case found; empty if none was made since the server started. */
    public Optional<CaseVerification> verified() {
        return verified;
    }

    /** Hears of every step until the returned handle is run. */
    Runnable listen(Consumer<RunState> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** Does what is to be done: takes in what lies in the inbox, works in what was decided. */
    public final void go() {
        synchronized (this) {
            asked++;
        }
        thread.execute(this::work);
    }

    /**
     * Does what is to be done and waits for it, but not longer than this: a small case shows at once what follows from a
     * decision, a large one shows it later.
     */
    public void goAndWait(Duration most) {
        go();
        synchronized (this) {
            long mine = asked;
            long end = System.nanoTime() + most.toNanos();
            while (answered < mine && !stopping) {
                long left = (end - System.nanoTime()) / 1_000_000;
                if (left <= 0) {
                    return;
                }
                try {
                    wait(left);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return;
                }
            }
        }
    }

    /** Checks the case in its turn. */
    public void verify() {
        thread.execute(() -> {
            List<String> wrong = new ArrayList<>();
            try {
                verified = Optional.of(open.verify(progress -> show(RunState.Work.VERIFYING, progress)));
            } catch (CaseException e) {
                wrong.add(e.getMessage());
            }
            rest(wrong);
        });
    }

    /** Something that a person decides. */
    public interface Deciding {
        /** Records it. */
        void record() throws CaseException;
    }

    /**
     * Lets somebody decide. A run in progress gives way at its next pause, and goes on afterwards.
     *
     * @throws CaseException what the decision throws
     */
    public void giveWayTo(Deciding deciding) throws CaseException {
        deciders.incrementAndGet();
        try {
            deciding.record();
        } finally {
            deciders.decrementAndGet();
        }
    }

    /** Ends the work after what is in hand, and waits for that: until then the case is not free for whoever comes next. */
    public void stop() {
        stopping = true;
        thread.shutdown();
        synchronized (this) {
            notifyAll();
        }
        try {
            if (!thread.awaitTermination(AT_THE_END.toSeconds(), TimeUnit.SECONDS)) {
                faults.accept("The work in hand did not end within " + AT_THE_END.toSeconds()
                        + " seconds; the next server goes on with it");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void work() {
        List<String> wrong = new ArrayList<>();
        long mine;
        synchronized (this) {
            mine = asked;
        }
        try {
            takeIn(wrong);
            if (!stopping) {
                open.settle(new Listener(RunState.Work.SETTLING));
            }
        } catch (CaseException e) {
            wrong.add(e.getMessage());
        } catch (IOException e) {
            wrong.add("Cannot read the inbox of the case: " + e.getMessage());
        } catch (IllegalStateException e) {
            wrong.add("Cannot finish: " + e.getMessage());
            faults.accept("A run ended early: " + e);
        }
        answer(mine);
        rest(wrong);
    }

    private synchronized void answer(long mine) {
        answered = Math.max(answered, mine);
        notifyAll();
    }

    /** Such as when memory runs out. What is left to do is seen in the case by the next run, or by the next server. */
    private void endedEarly(Throwable fault) {
        String what = "The work ended early: " + fault
                + (fault instanceof OutOfMemoryError ? " (start with HEADWATER_JAVA_OPTS=-Xmx… to give it more)" : "");
        faults.accept(what);
        synchronized (this) {
            answer(asked);
        }
        rest(List.of(what));
    }

    private void takeIn(List<String> wrong) throws CaseException, IOException {
        while (!stopping) {
            List<Path> waiting = waiting();
            if (waiting.isEmpty()) {
                return;
            }
            ReadSummary summary = open.takeIn(waiting, new GivingWay());
            summary.refused().forEach(refused -> wrong.add(refused.message()));
            if (!summary.stopped()) {
                for (Path folder : waiting) {
                    delete(folder);
                }
            }
        }
    }

    private List<Path> waiting() throws IOException {
        try (Stream<Path> folders = Files.list(open.inbox())) {
            return folders.filter(folder -> !folder.getFileName().toString().endsWith(Inbox.UNFINISHED))
                    .sorted()
                    .toList();
        }
    }

    /** The bytes are kept as originals by now. */
    private static void delete(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path each : walk.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }

    private void show(RunState.Work work, ReadProgress now) {
        String current = now.current().substring(now.current().lastIndexOf('/') + 1);
        tell(new RunState(
                work,
                now.done(),
                now.total(),
                now.documents(),
                now.refused(),
                open.holdings().masked(current),
                List.of(),
                state.change()));
    }

    private void rest(List<String> wrong) {
        tell(RunState.idle(wrong, state.change() + 1));
    }

    private void tell(RunState now) {
        state = now;
        listeners.forEach(listener -> listener.accept(now));
    }

    /** Shows how the work goes, and ends it where the server stops. */
    private class Listener implements ReadListener {
        private final RunState.Work work;

        Listener(RunState.Work work) {
            this.work = work;
        }

        @Override
        public void progress(ReadProgress now) {
            show(work, now);
        }

        @Override
        public boolean stopRequested() {
            return stopping;
        }
    }

    /** A run over files, which ends where somebody wants to decide as well. */
    private final class GivingWay extends Listener {
        GivingWay() {
            super(RunState.Work.READING);
        }

        @Override
        public boolean stopRequested() {
            return super.stopRequested() || deciders.get() > 0;
        }
    }
}
