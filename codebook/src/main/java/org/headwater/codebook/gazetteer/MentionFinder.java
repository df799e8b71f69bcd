package org.headwater.codebook.gazetteer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.headwater.codebook.gazetteer.Atlas.Meaning;
import org.headwater.codebook.gazetteer.Atlas.Script;
import org.headwater.codebook.gazetteer.Gazetteer.Form;
import org.headwater.codebook.gazetteer.Gazetteer.Mention;
import org.headwater.model.Span;

/**
 * Finds names of places in running text: first every stretch that may be one, longest first; then {@link MentionChoice}
 * decides by what stands around them and what else the text names. Linear in the length of the text.
 */
final class MentionFinder {
    private static final Set<String> SMALL = Set.of(
            "of",
            "and",
            "the",
            "de",
            "la",
            "del",
            "du",
            "da",
            "do",
            "di",
            "am",
            "tcheque",
            "republiky",
            "republice",
            "staty",
            "statech");
    private static final Set<String> AFTER_YIELDING_PEOPLE = Set.of("人", "籍", "裔", "的", "语", "語");
    private static final List<String> HAN_KINDS =
            List.of("特别行政区", "特別行政區", "自治区", "自治區", "自治州", "省", "市", "县", "縣", "区", "區", "州");

    private static final int LONGEST_ELIDED = 5;

    private final Atlas atlas;

    MentionFinder(Atlas atlas) {
        this.atlas = atlas;
    }

    List<Mention> find(String text) {
        List<Word> words = Word.split(text);
        List<Candidate> candidates = new ArrayList<>();
        int i = 0;
        while (i < words.size()) {
            Word word = words.get(i);
            if (word.isUnspaced()) {
                unspaced(text, word, candidates);
                i++;
            } else {
                Optional<Candidate> found = longestAt(text, words, i);
                if (found.isEmpty()) {
                    found = behindApostrophe(word, i);
                }
                found.ifPresent(candidates::add);
                i = found.map(candidate -> candidate.lastWord() + 1).orElse(i + 1);
            }
        }
        return new MentionChoice(text, words, candidates).mentions();
    }

    private Optional<Candidate> longestAt(String text, List<Word> words, int from) {
        Word first = words.get(from);
        if (!first.isCapital()) {
            return Optional.empty();
        }
        boolean possessive = text.startsWith("'s ", first.end()) || text.startsWith("’s ", first.end());
        int most = Math.max(1, atlas.longestFrom(possessive ? first.key() + "'s" : first.key()));
        for (int n = Math.min(most, words.size() - from); n >= 1; n--) {
            if (!joinable(text, words, from, n)) {
                continue;
            }
            int last = from + n - 1;
            Span span = new Span(first.begin(), words.get(last).end());
            Optional<Candidate> found = n == 1 ? single(first, from) : Optional.empty();
            if (n > 1) {
                String name = span.of(text);
                String key = NameKey.isAcronym(name) ? NameKey.of(name) : NameKey.folded(name);
                found = candidate(key, span, from, last);
            }
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** "l'Irlande", "dell'Irlanda", "d'Amsterdam": the name behind a small word that lost its vowel. */
    private Optional<Candidate> behindApostrophe(Word word, int at) {
        int mark = Math.max(word.text().indexOf('\''), word.text().indexOf('’'));
        boolean elided = mark > 0
                && mark <= LONGEST_ELIDED
                && mark + 1 < word.text().length()
                && Character.isUpperCase(word.text().charAt(mark + 1));
        if (!elided) {
            return Optional.empty();
        }
        String name = word.text().substring(mark + 1);
        int begin = word.begin() + mark + 1;
        return single(new Word(begin, word.end(), word.whole(), name, NameKey.folded(name), false), at);
    }

    private Optional<Candidate> single(Word word, int at) {
        Span span = new Span(word.begin(), word.end());
        if (NameKey.isAcronym(word.text())) {
            Optional<Candidate> acronym = candidate(NameKey.of(word.text()), span, at, at);
            if (acronym.isPresent() || word.text().length() < 4) {
                return acronym;
            }
        }
        Optional<Candidate> found = candidate(word.key(), span, at, at);
        if (found.isEmpty() && word.key().endsWith("s") && word.key().length() > 4) {
            found = candidate(word.key().substring(0, word.key().length() - 1), span, at, at)
                    .filter(each -> each.meanings().get(0).form() == Form.DEMONYM);
        }
        return found;
    }

    private Optional<Candidate> candidate(String key, Span span, int first, int last) {
        List<Meaning> read =
                atlas.meanings(key).stream().filter(Meaning::isRead).toList();
        return read.isEmpty() ? Optional.empty() : Optional.of(new Candidate(span, read, first, last));
    }

    /** Whether the words stand side by side, all capitalised but for words such as "of". */
    private static boolean joinable(String text, List<Word> words, int from, int n) {
        for (int i = from + 1; i < from + n; i++) {
            Word word = words.get(i);
            int gap = word.begin() - words.get(i - 1).whole();
            boolean dotted = gap == 2
                    && text.charAt(word.begin() - 2) == '.'
                    && words.get(i - 1).key().length() <= 2;
            // "EE.UU.": pairs of capitals with nothing but a full stop between.
            boolean pairs = gap == 1
                    && text.charAt(word.begin() - 1) == '.'
                    && NameKey.isAcronym(words.get(i - 1).text())
                    && NameKey.isAcronym(word.text());
            boolean joint = pairs || isJoint(text.charAt(word.begin() - 1));
            if (word.isUnspaced() || (gap != 1 && !dotted) || !joint) {
                return false;
            }
            if (!word.isCapital() && !SMALL.contains(word.key())) {
                return false;
            }
        }
        return true;
    }

    private static boolean isJoint(char c) {
        return c == ' ' || c == '-' || c == '‑' || c == '\u00a0' || c == '\n';
    }

    private void unspaced(String text, Word run, List<Candidate> into) {
        int at = run.begin();
        while (at < run.end()) {
            String key = keyAt(text, at, run.end());
            if (key.isEmpty()) {
                at++;
                continue;
            }
            int end = at + key.length();
            List<Meaning> meanings =
                    atlas.meanings(key).stream().filter(Meaning::isRead).toList();
            for (String kind : HAN_KINDS) {
                if (text.startsWith(kind, end) && end + kind.length() <= run.end()) {
                    end += kind.length();
                    break;
                }
            }
            if (end < run.end() && AFTER_YIELDING_PEOPLE.contains(text.substring(end, end + 1))) {
                meanings = meanings.stream()
                        .map(each -> each.entry().place().type() == Gazetteer.Type.COUNTRY
                                ? new Meaning(each.entry(), Form.DEMONYM, true, each.rank())
                                : each)
                        .toList();
            }
            into.add(new Candidate(new Span(at, end), meanings, -1, -1));
            at = end;
        }
    }

    private String keyAt(String text, int at, int end) {
        char first = NameKey.simplified(text.charAt(at));
        for (String key : atlas.unspacedFrom(first)) {
            if (at + key.length() <= end && matches(text, at, key) && !isTornWord(text, at, key)) {
                return key;
            }
        }
        return "";
    }

    private static boolean matches(String text, int at, String key) {
        for (int i = 1; i < key.length(); i++) {
            if (NameKey.simplified(text.charAt(at + i)) != key.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Chinese "today's" and the like, whose second half begins the word for Japan. */
    private static boolean isTornWord(String text, int at, String key) {
        return key.equals("日本") && at > 0 && "今昨当當每近即生".indexOf(text.charAt(at - 1)) >= 0;
    }

    /**
     * A stretch of text that may name a place.
     *
     * @param span where it stands
     * @param meanings what it may name, the likeliest first
     * @param firstWord index of its first word, -1 in unspaced text
     * @param lastWord index of its last word, -1 in unspaced text
     */
    record Candidate(Span span, List<Meaning> meanings, int firstWord, int lastWord) {
        boolean isOneWord() {
            return firstWord == lastWord && firstWord >= 0;
        }

        Meaning best() {
            return meanings.get(0);
        }
    }

    /**
     * A word of a text, or a run of characters without spaces between words.
     *
     * @param begin first unit
     * @param end one past the last unit, without possessive ending
     * @param whole one past its possessive ending
     * @param text the word, without possessive ending
     * @param key its key
     * @param isUnspaced whether it is a run of characters without spaces
     */
    record Word(int begin, int end, int whole, String text, String key, boolean isUnspaced) {

        boolean isCapital() {
            int first = text.codePointAt(0);
            return Character.isUpperCase(first) || (!Character.isLowerCase(first) && Character.isLetter(first));
        }

        static List<Word> split(String text) {
            List<Word> words = new ArrayList<>();
            int at = 0;
            while (at < text.length()) {
                char c = text.charAt(at);
                int end = at;
                if (Script.isUnspaced(c)) {
                    while (end < text.length() && Script.isUnspaced(text.charAt(end))) {
                        end++;
                    }
                    words.add(new Word(at, end, end, text.substring(at, end), "", true));
                } else if (Character.isLetter(c)) {
                    end = endOfWord(text, at);
                    words.add(word(text, at, end));
                }
                at = Math.max(end, at + 1);
            }
            return words;
        }

        private static Word word(String text, int begin, int end) {
            int cut = end;
            if (end - begin > 2 && isApostrophe(text.charAt(end - 2)) && (text.charAt(end - 1) | 32) == 's') {
                cut = end - 2;
            }
            String word = text.substring(begin, cut);
            return new Word(begin, cut, end, word, NameKey.folded(word), false);
        }

        private static int endOfWord(String text, int begin) {
            int end = begin;
            boolean acronym = false;
            while (end < text.length()) {
                char c = text.charAt(end);
                boolean letterNext = end + 1 < text.length() && Character.isLetter(text.charAt(end + 1));
                if (Script.isUnspaced(c)) {
                    break;
                }
                if (c == '.' && Character.isUpperCase(text.charAt(end - 1)) && isInitial(text, begin, end)) {
                    boolean more = letterNext && Character.isUpperCase(text.charAt(end + 1));
                    if (!more && !acronym) {
                        break;
                    }
                    acronym = true;
                    end++;
                    if (!more) {
                        break;
                    }
                } else if (Character.isLetterOrDigit(c)
                        || Character.getType(c) == Character.NON_SPACING_MARK
                        || Character.getType(c) == Character.COMBINING_SPACING_MARK
                        || (isApostrophe(c) && letterNext)) {
                    end++;
                } else {
                    break;
                }
            }
            return end;
        }

        /** Whether the capital before the full stop stands alone or follows another full stop. */
        private static boolean isInitial(String text, int begin, int stop) {
            return stop - 1 == begin || text.charAt(stop - 2) == '.';
        }

        private static boolean isApostrophe(char c) {
            return c == '\'' || c == '’' || c == '‘';
        }
    }
}
