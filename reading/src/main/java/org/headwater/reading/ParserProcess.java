package org.headwater.reading;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A process that parses for this one: the near end of {@link ParserMain}. It reads one source at a time. One that was ended
 * for what a source did to it is spent; its folder for temporary files goes with it.
 */
final class ParserProcess {
    private static final Duration START = Duration.ofMinutes(1);
    private static final String LOG = "log";

    /** What Java ends with when told to end at the first lack of memory. */
    private static final int OUT_OF_MEMORY = 3;

    /** Killed from outside: by the system, when memory runs out. */
    private static final int KILLED = 128 + 9;

    private final Process process;
    private final ParserFolder folder;
    private final ReadingLimits limits;
    private final ScheduledExecutorService alarms;
    private final DataOutputStream out;
    private final DataInputStream in;
    private volatile boolean late;
    private volatile boolean spent;

    private ParserProcess(Process process, ParserFolder folder, ReadingLimits limits, ScheduledExecutorService alarms) {
        this.process = process;
        this.folder = folder;
        this.limits = limits;
        this.alarms = alarms;
        this.out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream(), 1 << 16));
        this.in = new DataInputStream(new BufferedInputStream(process.getInputStream(), 1 << 16));
    }

    /**
     * How such a process is started.
     *
     * @param before the words of the command before the folder for temporary files
     * @param after the words behind
     */
    record Launch(List<String> before, List<String> after) {
        /** With the Java, the classes, and the archive of classes kept ready, of this process. */
        static Launch of(Class<?> main, ReadingLimits limits) {
            List<String> before = new ArrayList<>();
            before.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            Stream.of(ProcessHandle.current().info().arguments().orElse(new String[0]))
                    .filter(each -> each.startsWith("-XX:AOTCache=") || each.startsWith("-XX:SharedArchiveFile="))
                    .forEach(before::add);
            before.addAll(List.of(
                    "-Xmx" + limits.memoryBytes() / Worker.MIB + "m",
                    "-XX:+ExitOnOutOfMemoryError",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-XX:-UsePerfData",
                    "-XX:-CreateCoredumpOnCrash",
                    // Whatever the machine has to say must not come between the answers.
                    "-XX:+DisplayVMOutputToStderr",
                    "-Xlog:disable",
                    "-Djava.awt.headless=true",
                    "-Dfile.encoding=" + Charset.defaultCharset().name()));
            return new Launch(
                    List.copyOf(before),
                    List.of("-cp", System.getProperty("java.class.path"), main.getName(), limits.written()));
        }

        private List<String> with(Path folder) {
            List<String> command = new ArrayList<>(before);
            command.add("-Djava.io.tmpdir=" + folder);
            // What Java writes when it crashes has pieces of documents in it.
            command.add("-XX:ErrorFile=" + folder.resolve("crash"));
            command.addAll(after);
            return command;
        }
    }

    /**
     * Starts one, which is of use once it is {@link #awaitReady ready}.
     *
     * @throws IOException if it cannot be started, for want of memory or because processes are forbidden
     */
    static ParserProcess start(Launch launch, ReadingLimits limits, ScheduledExecutorService alarms)
            throws IOException {
        ParserFolder folder = ParserFolder.make();
        ProcessBuilder builder = new ProcessBuilder(launch.with(folder.path()));
        builder.redirectError(folder.path().resolve(LOG).toFile());
        Surroundings.strip(builder);
        try {
            return new ParserProcess(builder.start(), folder, limits, alarms);
        } catch (IOException e) {
            folder.discard();
            throw new IOException("the process that parses documents cannot be started: " + e.getMessage(), e);
        }
    }

    /**
     * Waits until it answers.
     *
     * @throws IOException if it does not, or was ended meanwhile; it is ended then
     */
    void awaitReady() throws IOException {
        try {
            if (within(START, () -> Wire.Message.from(in)) != Wire.Message.READY) {
                throw new IOException("it does not answer");
            }
        } catch (IOException e) {
            String said = firstLine(folder.path().resolve(LOG));
            end();
            throw new IOException(
                    "the process that parses documents cannot be started" + (said.isEmpty() ? "" : ": " + said), e);
        }
    }

    /**
     * Reads a source, and gives the sink what is found as it comes, on this thread.
     *
     * @throws Refusal if it cannot be read, or took the process down
     */
    void read(Format format, Source source, Format.Sink sink, Expansion expansion) throws Refusal {
        try {
            ParserRequest.read(out, format, source, expansion);
        } catch (Refusal e) {
            // It waits for the rest of the bytes.
            spent = true;
            throw e;
        } catch (IOException e) {
            throw death(() -> outOfTime(format, expansion));
        }
        while (true) {
            ParserAnswers.Answer answer = next(format, source, expansion);
            answer.found().accept(sink);
            if (answer.refusal().isPresent()) {
                throw answer.refusal().get();
            }
            if (answer.isLast()) {
                return;
            }
            if (answer.isAwaited()) {
                goOn(format, expansion);
            }
        }
    }

    private ParserAnswers.Answer next(Format format, Source source, Expansion expansion) throws Refusal {
        Duration left = expansion.timeLeft();
        boolean own = !format.isContainer() && limits.time().compareTo(left) <= 0;
        long began = System.nanoTime();
        try {
            return within(own ? limits.time() : left, () -> ParserAnswers.Answer.from(in, source, limits, expansion));
        } catch (IOException e) {
            throw death(() -> own ? Worker.late(limits.time()) : expansion.outOfTime());
        } finally {
            expansion.takeTime(Duration.ofNanos(System.nanoTime() - began));
        }
    }

    private void goOn(Format format, Expansion expansion) throws Refusal {
        try {
            ParserRequest.goOn(out, expansion);
        } catch (IOException e) {
            throw death(() -> outOfTime(format, expansion));
        }
    }

    /** Why a process that nobody waited for was ended: its time ran out just as it answered. */
    private Refusal outOfTime(Format format, Expansion expansion) {
        return format.isContainer() || expansion.timeLeft().isZero()
                ? expansion.outOfTime()
                : Worker.late(limits.time());
    }

    /** Waits for something from the process, which is ended if it takes too long. */
    private <T> T within(Duration most, Wait<T> wait) throws IOException {
        ScheduledFuture<?> alarm;
        try {
            alarm = alarms.schedule(this::expire, most.toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            throw new IOException("the reader was closed", e);
        }
        try {
            return wait.get();
        } finally {
            alarm.cancel(false);
        }
    }

    private void expire() {
        late = true;
        kill();
    }

    /** Why the process answers no more: if it was ended for its time, the refusal that names the bound it exceeded. */
    private Refusal death(Supplier<Refusal> tooLate) {
        spent = true;
        if (late) {
            return tooLate.get();
        }
        boolean gone = ended();
        kill();
        if (gone && process.exitValue() == OUT_OF_MEMORY) {
            return Worker.greedy(limits);
        }
        if (gone && process.exitValue() == KILLED) {
            return new Refusal(
                    Fault.SHORT_OF_MEMORY,
                    "its parser was killed from outside, as happens when the machine has no memory left");
        }
        return new Refusal(
                Fault.BROKEN,
                "its parser came down with it" + (gone ? " (it ended with code " + process.exitValue() + ")" : ""));
    }

    private boolean ended() {
        try {
            return process.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Whether it is of no use any more. */
    boolean isSpent() {
        return spent || late || !process.isAlive();
    }

    private void kill() {
        spent = true;
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    /** Ends it, whatever it does, and takes away what it left. */
    void end() {
        kill();
        ended();
        folder.discard();
    }

    private static String firstLine(Path log) {
        try (Stream<String> lines = Files.lines(log)) {
            return lines.findFirst().orElse("");
        } catch (IOException | UncheckedIOException e) {
            return "";
        }
    }

    /** Waits for something. */
    private interface Wait<T> {
        T get() throws IOException;
    }
}
