package org.headwater.casefile.masking;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Runs of two to four words with capitals, such as names are, with the small words inside them. Found by one look at each
 * character: an expression that does the same takes most of the time of a case of many documents.
 */
final class NameRuns {
    private static final Set<String> PARTICLES = Set.of(
            "van", "von", "de", "del", "della", "der", "den", "di", "da", "dos", "bin", "bint", "ibn", "al", "el", "la",
            "le", "ter", "ten");

    private static final int WORDS_MOST = 4;
    private static final int LETTERS_MOST = 42;

    private NameRuns() {}

    /**
     * A run.
     *
     * @param begin first UTF-16 unit
     * @param end unit after the last
     */
    record Run(int begin, int end) {}

    static List<Run> in(String text) {
        List<Run> runs = new ArrayList<>();
        int i = 0;
        while (i < text.length()) {
            boolean begins = Character.isUpperCase(text.charAt(i)) && (i == 0 || !isPart(text.charAt(i - 1)));
            int end = begins ? endOfRun(text, i) : i;
            if (end > i) {
                runs.add(new Run(i, end));
            }
            i = Math.max(end, i + 1);
        }
        return runs;
    }

    /** Where a run of at least two words ends; where it begins if there is none. */
    private static int endOfRun(String text, int begin) {
        int end = endOfName(text, begin);
        int words = end > begin ? 1 : 0;
        while (words > 0 && words < WORDS_MOST) {
            int next = end;
            for (int small = 0; small < 2 && isParticle(text, next + 1); small++) {
                next = endOfWord(text, next + 1);
            }
            int further = next < text.length() && text.charAt(next) == ' ' ? endOfName(text, next + 1) : next + 1;
            if (further <= next + 1) {
                break;
            }
            end = further;
            words++;
        }
        return words >= 2 ? end : begin;
    }

    private static boolean isParticle(String text, int begin) {
        int end = begin <= text.length() ? endOfWord(text, begin) : begin;
        return end > begin && text.charAt(begin - 1) == ' ' && PARTICLES.contains(text.substring(begin, end));
    }

    /** The end of a word with a capital that is not all in capitals; where it begins if it is none. */
    private static int endOfName(String text, int begin) {
        if (begin >= text.length() || !Character.isUpperCase(text.charAt(begin))) {
            return begin;
        }
        int end = endOfWord(text, begin);
        boolean mixed = text.substring(begin, end).chars().anyMatch(Character::isLowerCase);
        return mixed && end - begin <= LETTERS_MOST ? end : begin;
    }

    private static int endOfWord(String text, int begin) {
        int end = begin;
        while (end < text.length() && isPart(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isPart(char c) {
        return (Character.isLetter(c) && !Character.isIdeographic(c)) || c == '\'' || c == '’' || c == '-';
    }
}
