package org.headwater.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.headwater.model.PartialDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process that saves a trace index is killed outright, at moments spread over the time that saving takes. Each time the
 * index is afterwards the one of before or the one of after, finds what a tracer finds that has read as much and was
 * never stopped, and the next run goes on from there.
 */
class KilledTraceTest {
    private static final int KILLS = 12;
    private static final int BATCH = 40;
    private static final long MEMORY_BYTES = 1 << 20;

    @TempDir
    private Path folder;

    @Test
    void theIndexIsTheOldOneOrTheNewOne(TestReporter reporter) throws IOException, InterruptedException {
        long saving = undisturbed();
        int kept = BATCH;
        int cut = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            int before = kept;
            killAfter(saving * kill / (KILLS - 1), kept);
            kept = size();
            assertThat(kept).isIn(before, before + BATCH);
            cut += kept == before ? 1 : 0;
            findsWhatOneThatWasNeverStoppedFinds(kept);
        }
        reporter.publishEntry("saves cut off", cut + " of " + KILLS);

        assertThat(run(kept).waitFor()).isZero();
        assertThat(size()).isEqualTo(kept + BATCH);
        findsWhatOneThatWasNeverStoppedFinds(kept + BATCH);
    }

    /** The time that saving takes when nobody is killed, in nanoseconds; the index has one batch then. */
    private long undisturbed() throws IOException, InterruptedException {
        Process process = run(0);
        try (BufferedReader said = process.inputReader(StandardCharsets.UTF_8)) {
            assertThat(said.readLine()).isEqualTo("saving");
            long begin = System.nanoTime();
            assertThat(said.readLine()).isEqualTo("saved");
            return System.nanoTime() - begin;
        } finally {
            process.waitFor();
        }
    }

    private void killAfter(long nanos, int from) throws IOException, InterruptedException {
        Process process = run(from);
        try (BufferedReader said = process.inputReader(StandardCharsets.UTF_8)) {
            assertThat(said.readLine()).isEqualTo("saving");
            LockSupport.parkNanos(nanos);
            process.destroyForcibly();
        } finally {
            process.waitFor();
        }
    }

    private Process run(int from) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Run.class.getName(),
                        folder.toString(),
                        String.valueOf(from))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private int size() throws IOException {
        try (StoryTracer tracer = StoryTracer.in(folder, MEMORY_BYTES)) {
            return tracer.size();
        }
    }

    private void findsWhatOneThatWasNeverStoppedFinds(int kept) throws IOException {
        StoryTracer whole = StoryTracer.inMemory();
        add(whole, 0, kept);
        try (StoryTracer tracer = StoryTracer.in(folder, MEMORY_BYTES)) {
            assertThat(add(tracer, kept, kept + BATCH)).isEqualTo(add(whole, kept, kept + BATCH));
        }
    }

    private static List<StoryTracer.Pair> add(StoryTracer tracer, int from, int to) {
        List<StoryTracer.Pair> pairs = new ArrayList<>();
        for (int number = from; number < to; number++) {
            // Of every three articles one is new, and two are copies of an earlier one with their ends cut off.
            Random random = new Random(number % 3 == 0 ? number : number * 7919L % Math.max(1, number / 3) * 3);
            List<String> sentences = Made.sentences(random, 14);
            pairs.addAll(tracer.add(
                    new StoryTracer.Article("a" + number, Optional.of(PartialDate.parse("2022-09-01"))),
                    Made.article(sentences.subList(0, sentences.size() - number % 4))));
        }
        return pairs;
    }

    /** What is killed: adds a batch to the index in a folder and says when it saves. */
    static final class Run {
        private Run() {}

        /** Arguments: the folder, and how many articles it has. */
        public static void main(String[] arguments) throws IOException {
            int from = Integer.parseInt(arguments[1]);
            try (StoryTracer tracer = StoryTracer.in(Path.of(arguments[0]), MEMORY_BYTES)) {
                add(tracer, from, from + BATCH);
                System.out.println("saving");
                tracer.save();
                System.out.println("saved");
            }
        }
    }
}
