package org.headwater.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.headwater.lineage.StoryTracer;

/**
 * Traces made articles and prints speed and accuracy.
 *
 * <p>Usage: {@code TraceBenchmark ARTICLES.jsonl [MORE]}. With MORE, prints what the last MORE articles cost beside the
 * whole. CPU time is the whole process's: start, parsing of JSON, compiler and collector included.
 */
public final class TraceBenchmark {
    private final Map<String, Integer> storyOf = new HashMap<>();
    private final Map<Integer, Integer> sizeOf = new HashMap<>();
    private final List<Long> ends = new ArrayList<>();
    private long gold;
    private long pairs;
    private long right;

    private TraceBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        PrintStream out = System.out;
        new TraceBenchmark().run(Path.of(arguments[0]), arguments.length > 1 ? Integer.parseInt(arguments[1]) : 0, out);
    }

    private void run(Path file, int more, PrintStream out) throws IOException {
        long begin = System.nanoTime();
        Path spill = Files.createTempDirectory("headwater-trace");
        StoryTracer tracer = StoryTracer.within(3L << 30, spill);
        try (ArticleLines lines = new ArticleLines(file)) {
            for (Optional<ArticleLines.Line> line = lines.next(); line.isPresent(); line = lines.next()) {
                take(tracer, line.get());
            }
        }
        double wall = (System.nanoTime() - begin) / 1e9;
        Files.deleteIfExists(spill);
        double precision = right / (double) Math.max(1, pairs);
        double recall = right / (double) Math.max(1, gold);
        double cpu = processCpuSeconds();
        out.printf(
                "%d articles  wall %.2f s  process CPU %.2f s  %.0f articles/s of CPU  P %.4f R %.4f F1 %.4f  stories %d%n",
                tracer.size(),
                wall,
                cpu,
                tracer.size() / cpu,
                precision,
                recall,
                2 * precision * recall / (precision + recall),
                tracer.stories().size());
        if (more > 0) {
            double last = (ends.get(ends.size() - 1) - ends.get(ends.size() - 1 - more)) / 1e9;
            out.printf("the last %d cost %.3f s, %.3f %% of the whole%n", more, last, 100 * last / wall);
        }
    }

    private void take(StoryTracer tracer, ArticleLines.Line line) {
        String id = line.article().id();
        storyOf.put(id, line.story());
        gold += sizeOf.merge(line.story(), 1, Integer::sum) - 1;
        for (StoryTracer.Pair pair : tracer.add(line.article(), line.text())) {
            pairs++;
            right += storyOf.get(pair.derived().id())
                            .equals(storyOf.get(pair.source().id()))
                    ? 1
                    : 0;
        }
        ends.add(System.nanoTime());
    }

    private static double processCpuSeconds() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                        .getProcessCpuTime()
                / 1e9;
    }
}
