package org.headwater.bench;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.headwater.casefile.Case;
import org.headwater.casefile.CaseException;
import org.headwater.casefile.CaseSettings;
import org.headwater.casefile.ReadListener;
import org.headwater.casefile.ReadSummary;

/**
 * Taking short articles into a case, against copying the same files one by one with a flush each, which is the least that
 * keeping them safely can cost: {@code IngestBenchmark FOLDER COUNT}. Makes its articles itself, from a fixed seed; one in
 * ten is on the subject of the shipped codebook.
 */
public final class IngestBenchmark {
    private static final String[] WORDS = {
        "harbour",
        "council",
        "winter",
        "market",
        "bridge",
        "ticket",
        "garden",
        "school",
        "concert",
        "river",
        "budget",
        "library",
        "weather",
        "kitchen",
        "railway",
        "festival",
        "museum",
        "storm",
        "village",
        "teacher"
    };

    private IngestBenchmark() {}

    public static void main(String[] arguments) throws IOException, CaseException {
        Path folder = Path.of(arguments[0]);
        int count = Integer.parseInt(arguments[1]);
        Path articles = Files.createDirectories(folder.resolve("articles"));
        Random random = new Random(7);
        for (int i = 0; i < count; i++) {
            Files.writeString(articles.resolve(String.format(Locale.ROOT, "a%05d.txt", i)), article(i, random));
        }

        long began = System.nanoTime();
        copy(articles, Files.createDirectories(folder.resolve("copies")));
        double copied = seconds(began);
        began = System.nanoTime();
        ReadSummary summary;
        try (Case of =
                Case.openOrCreate(folder.resolve("ingest.case"), CaseSettings.usual(Clock.systemUTC(), "benchmark"))) {
            summary = of.read(List.of(articles), ReadListener.silent());
        }
        double taken = seconds(began);
        System.out.printf(
                Locale.ROOT,
                "copied with a flush each   %8.2f s  %,8.0f files/s%n"
                        + "taken into a case          %8.2f s  %,8.0f files/s  %,d documents, %,d statements%n"
                        + "ratio                      %8.1f%n",
                copied,
                count / copied,
                taken,
                count / taken,
                summary.documents(),
                summary.statements(),
                taken / copied);
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.sorted().toList()) {
                Path copy = Files.copy(file, to.resolve(file.getFileName()));
                try (FileChannel channel = FileChannel.open(copy, StandardOpenOption.WRITE)) {
                    channel.force(true);
                }
            }
        }
    }

    private static String article(int number, Random random) {
        StringBuilder text = new StringBuilder("Notice " + number + " from the town\n\n12 October 2022\n\n");
        for (int sentence = 0; sentence < 12; sentence++) {
            text.append("The ").append(word(random));
            for (int i = 0; i < 12; i++) {
                text.append(' ').append(word(random));
            }
            text.append(sentence % 4 == 3 ? ".\n\n" : ". ");
        }
        if (number % 10 == 0) {
            text.append("The ministry said that it was investigating ")
                    .append(2 + random.nextInt(40))
                    .append(" overseas police stations that China is said to run in Norway.\n");
        }
        return text.toString();
    }

    private static String word(Random random) {
        return WORDS[random.nextInt(WORDS.length)];
    }
}
