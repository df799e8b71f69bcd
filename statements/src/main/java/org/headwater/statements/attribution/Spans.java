package org.headwater.statements.attribution;

import java.util.ArrayList;
import java.util.List;
import org.headwater.model.Span;

/** Sets of spans: sorted, without overlap. */
final class Spans {
    private Spans() {}

    /** The same units, sorted, touching spans joined, empty ones left out. */
    static List<Span> normalized(List<Span> spans) {
        List<Span> sorted =
                spans.stream().filter(span -> !span.isEmpty()).sorted().toList();
        List<Span> joined = new ArrayList<>();
        for (Span span : sorted) {
            int last = joined.size() - 1;
            if (last >= 0 && span.begin() <= joined.get(last).end()) {
                joined.set(last, joined.get(last).cover(span));
            } else {
                joined.add(span);
            }
        }
        return List.copyOf(joined);
    }

    /** The spans without the units of the other. */
    static List<Span> without(List<Span> spans, Span other) {
        List<Span> left = new ArrayList<>();
        for (Span span : spans) {
            if (!span.overlaps(other)) {
                left.add(span);
                continue;
            }
            if (span.begin() < other.begin()) {
                left.add(new Span(span.begin(), other.begin()));
            }
            if (other.end() < span.end()) {
                left.add(new Span(other.end(), span.end()));
            }
        }
        return left;
    }

    /** The spans with white space and loose commas at their ends taken off, those without a letter or digit left out. */
    static List<Span> trimmed(String text, List<Span> spans) {
        List<Span> kept = new ArrayList<>();
        for (Span span : spans) {
            int begin = span.begin();
            int end = span.end();
            while (begin < end && isLoose(text.charAt(begin))) {
                begin++;
            }
            while (end > begin && isLoose(text.charAt(end - 1))) {
                end--;
            }
            Span rest = new Span(begin, end);
            if (hasWord(rest.of(text))) {
                kept.add(rest);
            }
        }
        return kept;
    }

    /** Whether there is a letter or digit in it. */
    static boolean hasWord(String words) {
        return words.codePoints().anyMatch(Character::isLetterOrDigit);
    }

    static int size(List<Span> spans) {
        return spans.stream().mapToInt(Span::length).sum();
    }

    /** Number of units that both share. */
    static int shared(List<Span> some, List<Span> others) {
        int shared = 0;
        for (Span a : some) {
            for (Span b : others) {
                shared += Math.max(0, Math.min(a.end(), b.end()) - Math.max(a.begin(), b.begin()));
            }
        }
        return shared;
    }

    private static boolean isLoose(char c) {
        return Character.isWhitespace(c) || c == ',' || c == ';' || c == ':' || c == '–' || c == '—' || c == '，';
    }
}
