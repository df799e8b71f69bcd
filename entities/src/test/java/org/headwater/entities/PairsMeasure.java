package org.headwater.entities;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/**
 * Measures {@link NameComparison} on labelled pairs: precision, recall and F1 at its own threshold, and with the
 * threshold chosen on the other groups. Not a test: {@code main} takes the path of a CSV file with the columns
 * case_group, schema, name1, name2, is_match; {@code --misses} lists the pairs it gets wrong.
 */
final class PairsMeasure {
    private PairsMeasure() {}

    record Pair(String group, String schema, String a, String b, boolean match, Likeness likeness) {}

    public static void main(String[] arguments) throws IOException {
        List<Pair> pairs = read(Path.of(arguments[0]));
        report("all", pairs, NameComparison.SAME);
        TreeSet<String> groups = new TreeSet<>(pairs.stream().map(Pair::group).toList());
        int[] counts = new int[3];
        for (String group : groups) {
            List<Pair> held =
                    pairs.stream().filter(p -> p.group().equals(group)).toList();
            List<Pair> rest =
                    pairs.stream().filter(p -> !p.group().equals(group)).toList();
            double threshold = best(rest);
            report(group + " at own " + NameComparison.SAME, held, NameComparison.SAME);
            int[] each = count(held, threshold);
            for (int i = 0; i < 3; i++) {
                counts[i] += each[i];
            }
        }
        print("cross-validated", counts);
        System.out.printf(Locale.ROOT, "best threshold on all: %.2f%n", best(pairs));
        if (arguments.length > 1) {
            pairs.stream()
                    .filter(p -> p.match() != p.likeness().same())
                    .sorted(Comparator.comparing(Pair::match))
                    .forEach(p -> System.out.printf(
                            Locale.ROOT,
                            "%s %.2f %s | %s | %s | %s%n",
                            p.match() ? "MISSED" : "WRONG ",
                            p.likeness().score(),
                            p.schema(),
                            p.a(),
                            p.b(),
                            p.likeness().reason()));
        }
    }

    private static double best(List<Pair> pairs) {
        double best = 0;
        double most = -1;
        for (double t = 0.5; t < 1; t += 0.01) {
            double f1 = f1(count(pairs, t));
            if (f1 > most) {
                most = f1;
                best = t;
            }
        }
        return best;
    }

    private static void report(String label, List<Pair> pairs, double threshold) {
        print(label, count(pairs, threshold));
    }

    private static int[] count(List<Pair> pairs, double threshold) {
        int[] counts = new int[3];
        for (Pair pair : pairs) {
            boolean said = pair.likeness().score() >= threshold;
            counts[said && pair.match() ? 0 : said ? 1 : pair.match() ? 2 : 0] += said || pair.match() ? 1 : 0;
        }
        return counts;
    }

    private static double f1(int[] c) {
        return 2.0 * c[0] / (2.0 * c[0] + c[1] + c[2]);
    }

    private static void print(String label, int[] c) {
        System.out.printf(
                Locale.ROOT,
                "%-34s precision %.3f recall %.3f F1 %.3f (%d right, %d wrong, %d missed)%n",
                label,
                c[0] / (double) Math.max(1, c[0] + c[1]),
                c[0] / (double) Math.max(1, c[0] + c[2]),
                f1(c),
                c[0],
                c[1],
                c[2]);
    }

    private static List<Pair> read(Path path) throws IOException {
        List<Pair> pairs = new ArrayList<>();
        List<String> lines = Files.readAllLines(path);
        for (String line : lines.subList(1, lines.size())) {
            List<String> f = fields(line);
            Likeness likeness = NameComparison.compare(f.get(2), f.get(3), f.get(1));
            pairs.add(new Pair(f.get(0), f.get(1), f.get(2), f.get(3), f.get(4).equals("true"), likeness));
        }
        return pairs;
    }

    private static List<String> fields(String line) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                field.append('"');
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        fields.add(field.toString());
        return fields;
    }
}
