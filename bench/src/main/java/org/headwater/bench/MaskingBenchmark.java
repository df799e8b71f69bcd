package org.headwater.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.headwater.casefile.Case;
import org.headwater.casefile.CaseException;
import org.headwater.casefile.CaseSettings;
import org.headwater.casefile.CaseView;
import org.headwater.casefile.ReadListener;

/**
 * How long it takes to keep the names of many private persons out of a text: {@code MaskingBenchmark FOLDER NAMES}. Makes a
 * case of made-up articles that name so many persons and masks texts of it; the baseline is one regular expression of the same
 * full names, which does less: it finds them and masks nothing else.
 */
public final class MaskingBenchmark {
    private static final String[] SYLLABLES = {"ba", "ro", "ti", "nu", "le", "ka", "so", "mi", "du", "ve", "ha", "po"};
    private static final int NAMES_A_TEXT = 20;
    private static final int TEXTS = 40;
    private static final int ROUNDS = 5;

    private MaskingBenchmark() {}

    public static void main(String[] arguments) throws IOException, CaseException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        List<String> names = names(Integer.parseInt(arguments[1]));
        List<String> texts = new ArrayList<>();
        Path articles = Files.createDirectories(folder.resolve("articles"));
        for (int at = 0; at < names.size(); at += NAMES_A_TEXT) {
            texts.add(text(names.subList(at, Math.min(names.size(), at + NAMES_A_TEXT))));
            Files.writeString(articles.resolve(at + ".txt"), texts.get(texts.size() - 1));
        }
        try (Case open =
                Case.openOrCreate(folder.resolve("names.case"), CaseSettings.usual(Clock.systemUTC(), "benchmark"))) {
            open.read(List.of(articles), ReadListener.silent());
            measure(open.view(), names, texts.subList(0, Math.min(TEXTS, texts.size())));
        }
    }

    private static void measure(CaseView view, List<String> names, List<String> texts) {
        Pattern alternation = Pattern.compile(names.stream()
                .map(name -> "(?<![\\p{L}\\p{N}])(?iu:" + name.replace(" ", "(?:[\\s\\u00a0_+.-]{1,3}|%20)")
                        + ")(?![\\p{L}\\p{N}])")
                .collect(Collectors.joining("|")));
        long best = Long.MAX_VALUE;
        long peer = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            long begin = System.nanoTime();
            for (String text : texts) {
                if (view.masked(text).equals(text)) {
                    throw new IllegalStateException("Cannot measure: a text has no name that is withheld");
                }
            }
            long middle = System.nanoTime();
            for (String text : texts) {
                Matcher matcher = alternation.matcher(text);
                while (matcher.find()) {
                    // Only to be found.
                }
            }
            best = Math.min(best, middle - begin);
            peer = Math.min(peer, System.nanoTime() - middle);
        }
        System.out.printf(
                Locale.ROOT,
                "%d names: masked %.2f ms a text, alternation alone %.2f ms a text, ratio %.1f%n",
                names.size(),
                best / 1e6 / texts.size(),
                peer / 1e6 / texts.size(),
                (double) peer / best);
    }

    private static List<String> names(int count) {
        Random random = new Random(1);
        return random.ints(0, Integer.MAX_VALUE)
                .mapToObj(seed -> name(new Random(seed)))
                .distinct()
                .limit(count)
                .toList();
    }

    private static String name(Random random) {
        return capitalised(random, 2) + " " + capitalised(random, 4);
    }

    private static String capitalised(Random random, int syllables) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < syllables; i++) {
            word.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
        }
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    /** About five thousand letters. */
    private static String text(List<String> names) {
        StringBuilder text = new StringBuilder("The Practice Post\n\nPeople who were called\n\n");
        for (String name : names) {
            text.append("The council of the harbour town heard on Monday that Mr ")
                    .append(name)
                    .append(
                            " was called by officers who did not give their names, and that he was asked to come to an office")
                    .append(" behind the market, where the lights were on until late; nobody else had seen it.\n\n");
        }
        return text.toString();
    }
}
