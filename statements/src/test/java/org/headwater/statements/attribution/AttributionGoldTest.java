package org.headwater.statements.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.headwater.model.Span;
import org.headwater.statements.parse.ParsedText;
import org.headwater.statements.parse.Parser;
import org.junit.jupiter.api.Test;

/**
 * How many attributions of six articles written for the purpose are found. A line of a gold file is {@code source || content
 * || name}, in the order of the text, its content's parts joined by {@code …}; with a question mark before it, it may be
 * found but need not. Counted as is usual for attributions
 * (PolNeAR): found when one proposed covers half of the content and its source overlaps; right when half of it lies in one
 * gold content and its source overlaps.
 */
class AttributionGoldTest {
    private static final List<String> ARTICLES =
            List.of("quarry", "ferry-strike", "archive", "school", "border", "bridge");
    private static final AttributionFinder FINDER = AttributionFinder.of(Parser.english());

    /** @param asked whether it must be found; others may be found */
    private record Gold(Span source, List<Span> content, String name, Asked asked) {}

    private enum Asked {
        MUST,
        MAY
    }

    /** What was counted, and the misses in words. */
    private static final class Tally {
        private int gold;
        private int found;
        private int named;
        private int direct;
        private int directFound;
        private int proposed;
        private int right;
        private final List<String> misses = new ArrayList<>();

        double f1() {
            double precision = (double) right / proposed;
            double recall = (double) found / gold;
            return 2 * precision * recall / (precision + recall);
        }
    }

    @Test
    void whoSaysWhatIsFoundAsOftenAsBefore() throws IOException {
        Tally tally = new Tally();
        for (String article : ARTICLES) {
            count(article, tally);
        }
        String report = String.format(
                "F1 %.3f (%d of %d found, %d of %d right), names %d, direct %d of %d%n%s",
                tally.f1(),
                tally.found,
                tally.gold,
                tally.right,
                tally.proposed,
                tally.named,
                tally.directFound,
                tally.direct,
                String.join("\n", tally.misses));
        assertThat(tally.f1()).as(report).isGreaterThanOrEqualTo(0.90);
        assertThat((double) tally.directFound / tally.direct).as(report).isGreaterThanOrEqualTo(0.94);
        assertThat((double) tally.named / tally.found).as(report).isGreaterThanOrEqualTo(0.80);
    }

    private static void count(String article, Tally tally) throws IOException {
        String text = read(article + ".txt");
        List<Gold> gold = gold(text, read(article + ".gold"));
        AttributionIndex index = FINDER.index(ParsedText.of(Parser.english(), text), "en");
        for (Gold each : gold) {
            if (each.asked() == Asked.MAY) {
                continue;
            }
            tally.gold++;
            List<AttributedProposition> hits = index.propositions().stream()
                    .filter(other -> Spans.shared(each.content(), other.content()) * 2 >= Spans.size(each.content())
                            && other.source().span().overlaps(each.source()))
                    .toList();
            boolean direct = AttributionFinder.mode(Quotations.of(text), each.content()) == Mode.DIRECT;
            tally.direct += direct ? 1 : 0;
            if (hits.isEmpty()) {
                tally.misses.add("not found: " + words(text, each.source(), each.content()));
                continue;
            }
            tally.found++;
            tally.directFound += direct ? 1 : 0;
            if (hits.stream().anyMatch(hit -> hit.source().name().equalsIgnoreCase(each.name()))) {
                tally.named++;
            } else {
                tally.misses.add("'" + hits.get(0).source().name() + "' for '" + each.name() + "': "
                        + words(text, each.source(), each.content()));
            }
        }
        for (AttributedProposition each : index.propositions()) {
            tally.proposed++;
            boolean right = gold.stream()
                    .anyMatch(other -> Spans.shared(each.content(), other.content()) * 2 >= Spans.size(each.content())
                            && each.source().span().overlaps(other.source()));
            tally.right += right ? 1 : 0;
            if (!right) {
                tally.misses.add(
                        "wrong: " + words(text, each.source().span(), each.content()) + "  by " + each.reason());
            }
        }
    }

    private static String words(String text, Span source, List<Span> content) {
        return source.of(text) + " | "
                + String.join(" … ", content.stream().map(span -> span.of(text)).toList());
    }

    /** The source is the occurrence of its words nearest to the content. */
    private static List<Gold> gold(String text, String lines) {
        List<Gold> gold = new ArrayList<>();
        int from = 0;
        for (String line : lines.lines().toList()) {
            Asked asked = line.startsWith("? ") ? Asked.MAY : Asked.MUST;
            String[] parts = line.replaceFirst("^\\? ", "").split(" \\|\\| ", -1);
            assertThat(parts).as(line).hasSize(3);
            List<Span> content = new ArrayList<>();
            int at = from;
            for (String part : parts[1].split(" … ", -1)) {
                Span span = place(text, part, at);
                content.add(span);
                at = span.end();
            }
            from = Math.max(0, content.get(0).begin() - 200);
            gold.add(new Gold(nearest(text, parts[0], content.get(0).begin()), content, parts[2], asked));
        }
        return gold;
    }

    private static Span place(String text, String words, int from) {
        int begin = text.indexOf(words, from);
        assertThat(begin).as("'" + words + "' in the text").isNotNegative();
        return new Span(begin, begin + words.length());
    }

    private static Span nearest(String text, String words, int offset) {
        Matcher matcher = Pattern.compile("\\b" + Pattern.quote(words)).matcher(text);
        return matcher.results()
                .map(match -> new Span(match.start(), match.end()))
                .min(Comparator.comparingInt(span -> Math.abs(span.begin() - offset)))
                .orElseThrow(() -> new AssertionError("'" + words + "' is not in the text"));
    }

    private static String read(String name) throws IOException {
        try (InputStream in = AttributionGoldTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
