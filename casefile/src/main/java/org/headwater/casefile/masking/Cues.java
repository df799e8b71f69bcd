package org.headwater.casefile.masking;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Expressions that begin with a word, looked for by the first letters of that word: trying dozens of them at every place of
 * a text would take most of the time that masking takes.
 */
final class Cues {
    private static final int LETTERS_MOST = 3;

    private final Map<String, Pattern> byBeginning = new HashMap<>();

    /** Which first letter and second may begin one: most words are left after one look. */
    private final BitSet firsts = new BitSet(1 << Character.SIZE);

    private Cues(List<String> expressions) {
        expressions.stream().collect(Collectors.groupingBy(Cues::beginning)).forEach((beginning, own) -> {
            byBeginning.put(beginning, Pattern.compile("(?iu)(?:" + String.join("|", own) + ")(?!\\p{L})"));
            firsts.set(first(beginning, 0));
        });
    }

    /**
     * Looks for these, in any case of letters and as whole words.
     *
     * @throws IllegalArgumentException if one does not begin with a letter
     */
    static Cues of(String... expressions) {
        return new Cues(List.of(expressions));
    }

    /** The letters that an expression begins with for sure. */
    private static String beginning(String expression) {
        int end = 0;
        while (end < LETTERS_MOST && end < expression.length() && Character.isLetter(expression.charAt(end))) {
            end++;
        }
        boolean mayLack = end < expression.length() && "?*{".indexOf(expression.charAt(end)) >= 0;
        end -= mayLack ? 1 : 0;
        if (end <= 0) {
            throw new IllegalArgumentException("Invalid cue: '" + expression + "' does not begin with a word");
        }
        return expression.substring(0, end).toLowerCase(Locale.ROOT);
    }

    /** A number for the first letter of a word and the second; one for all words of a letter. */
    private static int first(String text, int begin) {
        int second = begin + 1 < text.length() && Character.isLetter(text.charAt(begin + 1))
                ? Character.toLowerCase(text.charAt(begin + 1))
                : 0;
        return (Character.toLowerCase(text.charAt(begin)) * 31 + second) & ((1 << Character.SIZE) - 1);
    }

    /** Is told the unit behind each. */
    @FunctionalInterface
    interface Found {
        void endsAt(int end);
    }

    void find(String text, Found found) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isLetter(text.charAt(i)) && (i == 0 || !Character.isLetter(text.charAt(i - 1)))) {
                if (firsts.get(first(text, i))) {
                    at(text, i, found);
                }
            }
        }
    }

    private void at(String text, int begin, Found found) {
        int end = begin;
        while (end < text.length() && end < begin + LETTERS_MOST && Character.isLetter(text.charAt(end))) {
            end++;
        }
        String beginning = text.substring(begin, end).toLowerCase(Locale.ROOT);
        for (int length = beginning.length(); length > 0; length--) {
            Pattern pattern = byBeginning.get(beginning.substring(0, length));
            if (pattern != null) {
                Matcher matcher = pattern.matcher(text).region(begin, text.length());
                if (matcher.lookingAt()) {
                    found.endsAt(matcher.end());
                    return;
                }
            }
        }
    }
}
