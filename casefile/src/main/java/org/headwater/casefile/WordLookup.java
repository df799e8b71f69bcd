package org.headwater.casefile;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds many expressions in a text in one pass, as one alternation of all of them would, the longest first: but where one
 * expression among thousands can begin is looked up by the first letters, so that the time does not grow with their number.
 *
 * <p>Immutable, safe for use by several threads.
 */
final class WordLookup {
    /** Units by which expressions are told apart. */
    private static final int KEY = 3;

    private static final int UNIT_BITS = 16;

    /** What may stand around a stretch of text that fits an expression. */
    @FunctionalInterface
    interface Surroundings {
        boolean allow(String text, int begin, int end);

        /** Both must allow it. */
        default Surroundings and(Surroundings other) {
            return (text, begin, end) -> allow(text, begin, end) && other.allow(text, begin, end);
        }
    }

    /** No letter or digit may stand directly before it. */
    static boolean beginsWord(String text, int begin, int end) {
        return begin == 0 || !isPartOfWord(text.codePointBefore(begin));
    }

    /** No letter or digit may stand directly behind it. */
    static boolean endsWord(String text, int begin, int end) {
        return end == text.length() || !isPartOfWord(text.codePointAt(end));
    }

    private static boolean isPartOfWord(int c) {
        int type = Character.getType(c);
        return Character.isLetterOrDigit(c) || type == Character.LETTER_NUMBER || type == Character.OTHER_NUMBER;
    }

    /**
     * One expression.
     *
     * @param beginnings the words it can begin with, in any case of letters
     * @param pattern the expression
     * @param between what must stand around it
     * @param words what it stands for: the longest are tried first, those of one length in their order
     */
    record Expression(List<String> beginnings, Pattern pattern, Surroundings between, String words) {}

    private record Candidate(int rank, Expression expression) {}

    private final Map<Long, List<Candidate>> candidates = new HashMap<>();
    private final BitSet firstUnits = new BitSet();
    private final BitSet keyLengths = new BitSet();

    private WordLookup() {}

    /** A lookup of these expressions, in any order. */
    static WordLookup of(List<Expression> expressions) {
        List<Expression> longestFirst = new ArrayList<>(expressions);
        longestFirst.sort(
                Comparator.comparingInt((Expression each) -> -each.words().length())
                        .thenComparing(Expression::words));
        WordLookup lookup = new WordLookup();
        for (int rank = 0; rank < longestFirst.size(); rank++) {
            Candidate candidate = new Candidate(rank, longestFirst.get(rank));
            candidate.expression().beginnings().stream()
                    .map(WordLookup::key)
                    .distinct()
                    .forEach(key -> lookup.put(key, candidate));
        }
        return lookup;
    }

    private void put(String key, Candidate candidate) {
        firstUnits.set(key.charAt(0));
        keyLengths.set(key.length());
        candidates
                .computeIfAbsent(packed(key, 0, key.length()), each -> new ArrayList<>())
                .add(candidate);
    }

    /** The first letters without their case; none behind half of a pair, whose other half may have a case. */
    private static String key(String beginning) {
        StringBuilder key = new StringBuilder();
        for (int i = 0; i < Math.min(KEY, beginning.length()); i++) {
            key.append(folded(beginning.charAt(i)));
            if (Character.isSurrogate(beginning.charAt(i))) {
                break;
            }
        }
        return key.toString();
    }

    /** As regular expressions do that disregard case. */
    private static char folded(char c) {
        return Character.toLowerCase(Character.toUpperCase(c));
    }

    private static long packed(CharSequence text, int begin, int length) {
        long packed = length;
        for (int i = begin; i < begin + length; i++) {
            packed = packed << UNIT_BITS | folded(text.charAt(i));
        }
        return packed;
    }

    /** Is told of a stretch of text. */
    @FunctionalInterface
    interface Found {
        void found(int begin, int end);
    }

    /** Tells of every stretch that one of the expressions fits, by place; none overlaps another. */
    void find(String text, Found found) {
        if (candidates.isEmpty()) {
            return;
        }
        int at = 0;
        while (at < text.length()) {
            int end = firstUnits.get(folded(text.charAt(at))) ? end(text, at) : at;
            if (end > at) {
                found.found(at, end);
            }
            at = Math.max(end, at + 1);
        }
    }

    /** Where the first expression ends that fits here; here if none does. */
    private int end(String text, int at) {
        List<Candidate> here = new ArrayList<>();
        for (int length = keyLengths.nextSetBit(0); length > 0; length = keyLengths.nextSetBit(length + 1)) {
            if (at + length <= text.length()) {
                here.addAll(candidates.getOrDefault(packed(text, at, length), List.of()));
            }
        }
        here.sort(Comparator.comparingInt(Candidate::rank));
        for (Candidate each : here) {
            Expression expression = each.expression();
            Matcher matcher = expression.pattern().matcher(text).region(at, text.length());
            if (matcher.lookingAt() && expression.between().allow(text, at, matcher.end())) {
                return matcher.end();
            }
        }
        return at;
    }
}
