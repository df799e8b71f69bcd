package org.headwater.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** What is looked up by first letters is what one alternation of all expressions finds. */
class WordLookupTest {
    private static final WordLookup.Surroundings ENDS = WordLookup::endsWord;
    private static final WordLookup.Surroundings NO_LETTERS = ENDS.and(WordLookup::beginsWord);
    private static final WordLookup.Surroundings ANYTHING = (text, begin, end) -> true;

    /** Regular expressions look at half a pair of units before them, unless there is a pair in the expression. */
    private static final String A_PAIR = "\uD83A\uDD01{99}";

    @Property(tries = 600)
    void itFindsWhatAnAlternationFinds(@ForAll("words") List<String> words, @ForAll("texts") String text) {
        List<String> distinct = words.stream().distinct().toList();
        assertThat(found(distinct, text)).isEqualTo(alternation(distinct, text));
    }

    /** Few letters, so that words begin alike, hold each other and stand in the text; some with a case of two units. */
    @Provide
    Arbitrary<List<String>> words() {
        return Arbitraries.strings()
                .withChars("abAß陈小İi\uD83A\uDD00\uD83A\uDD22".toCharArray())
                .ofMinLength(1)
                .ofMaxLength(5)
                .filter(WordLookupTest::isWhole)
                .list()
                .ofMinSize(1)
                .ofMaxSize(8);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(
                        "a", "b", "A", "B", "ß", "陈", "小", "İ", "i", "\uD83A\uDD00", "\uD83A\uDD22", " ", "-", "1")
                .list()
                .ofMaxSize(40)
                .map(parts -> String.join("", parts));
    }

    private static boolean isWhole(String words) {
        return words.codePoints().noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    private static boolean isInside(String words) {
        return words.codePoints().anyMatch(Character::isIdeographic);
    }

    private static List<String> found(List<String> words, String text) {
        List<String> found = new ArrayList<>();
        WordLookup.of(words.stream()
                        .map(each -> new WordLookup.Expression(
                                List.of(each),
                                Pattern.compile("(?iu)" + Pattern.quote(each)),
                                isInside(each) ? ANYTHING : NO_LETTERS,
                                each))
                        .toList())
                .find(text, (begin, end) -> found.add(begin + "–" + end));
        return found;
    }

    private static List<String> alternation(List<String> words, String text) {
        List<String> longestFirst = new ArrayList<>(words);
        longestFirst.sort((a, b) -> b.length() != a.length() ? b.length() - a.length() : a.compareTo(b));
        List<String> expressions = longestFirst.stream()
                .map(each -> isInside(each)
                        ? "(?iu:" + Pattern.quote(each) + ")"
                        : "(?<![\\p{L}\\p{N}])(?iu:" + Pattern.quote(each) + ")(?![\\p{L}\\p{N}])")
                .toList();
        Matcher matcher =
                Pattern.compile(String.join("|", expressions) + "|" + A_PAIR).matcher(text);
        List<String> found = new ArrayList<>();
        while (matcher.find()) {
            found.add(matcher.start() + "–" + matcher.end());
        }
        return found;
    }

    @Test
    void theLongestOfThoseThatBeginTogetherIsFound() {
        assertThat(found(List.of("Ada", "Ada van Loon"), "Ada van Loon met ADA."))
                .containsExactly("0–12", "17–20");
    }

    @Test
    void nothingIsFoundWhereNothingIsLookedFor() {
        assertThat(found(List.of(), "Ada")).isEmpty();
    }
}
