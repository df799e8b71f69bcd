package org.headwater.casefile.masking;

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

    private Cues(List<String> expressions) {
        expressions.stream()
                .collect(Collectors.groupingBy(Cues::beginning))
                .forEach((beginning, own) -> byBeginning.put(
                        beginning, Pattern.compile("(?iu)(?:" + String.join("|", own) + ")(?!\\p{L})")));
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

    /** Is told the unit behind each. */
    @FunctionalInterface
    interface Found {
        void endsAt(int end);
    }

    void find(String text, Found found) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isLetter(text.charAt(i)) && (i == 0 || !Character.isLetter(text.charAt(i - 1)))) {
                at(text, i, found);
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
