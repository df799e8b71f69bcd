package org.headwater.statements.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.headwater.model.Span;
import org.junit.jupiter.api.Test;

class ParserTest {
    private static final Parser ENGLISH = Parser.english();

    @Test
    void wordsCarryTheDocumentsOffsetsWhereverTheSentenceStands() {
        String text = "A first line\n\nThe harbour office said it’d counted 1,200 boats.";
        Sentence sentence = ENGLISH.parse(text).get(1);

        assertThat(sentence.span().of(text)).isEqualTo("The harbour office said it’d counted 1,200 boats.");
        assertThat(sentence.tokens())
                .allSatisfy(token -> assertThat(token.span().of(text)).isEqualTo(token.word()));
        assertThat(sentence.token(3).lemma()).isEqualTo("say");
        assertThat(sentence.token(3).tag()).isEqualTo("VBD");
    }

    @Test
    void dependenciesLeadFromTheSubjectToTheVerb() {
        Sentence sentence =
                ENGLISH.parse("The harbour office said boats had left.").get(0);

        int said = sentence.root().orElseThrow();
        assertThat(sentence.token(said).word()).isEqualTo("said");
        int subject = sentence.child(said, "nsubj").orElseThrow();
        assertThat(sentence.subtree(subject)).isEqualTo(new Span(0, 18));
        assertThat(sentence.isWithin(0, said)).isTrue();
        assertThat(sentence.isWithin(said, subject)).isFalse();
        assertThat(sentence.isRelated(subject, "nsubj")).isTrue();
        assertThat(sentence.children(said, "ccomp")).hasSize(1);
    }

    @Test
    void aSentenceGoesOnAfterAQuestionInQuotationMarks() {
        assertThat(split("“Who paid?” she asked. \"Nobody did.\" He left. \"We stay,\" they said."))
                .containsExactly("“Who paid?” she asked.", "\"Nobody did.\"", "He left.", "\"We stay,\" they said.");
    }

    @Test
    void anOpeningStraightQuoteBelongsToTheNextSentence() {
        assertThat(split("He closed the gate. \"It is late,\" he said."))
                .containsExactly("He closed the gate.", "\"It is late,\" he said.");
    }

    @Test
    void fullWidthMarksAndMissingClosingQuotesAreBorne() {
        assertThat(split("The mayor came！ “We never knew. It began in May\n\nNobody asked。"))
                .containsExactly("The mayor came！", "“We never knew.", "It began in May", "Nobody asked。");
    }

    @Test
    void abbreviationsDoNotEndASentence() {
        assertThat(split("Mr. Orr of the U.S. embassy left at 5 p.m. on Monday. Dr. Lindqvist stayed."))
                .containsExactly("Mr. Orr of the U.S. embassy left at 5 p.m. on Monday.", "Dr. Lindqvist stayed.");
    }

    @Test
    void everyLineEndsASentenceUnlessTheTextIsWrapped() {
        assertThat(split("Harbour closed\nBy A. Writer\nThe harbour was closed on Monday."))
                .containsExactly("Harbour closed", "By A. Writer", "The harbour was closed on Monday.");

        String line = "this line of a letter is wrapped at some sixty characters and";
        assertThat(split("It begins and " + line + "\n" + (line + "\n").repeat(5) + "then ends here."))
                .hasSize(1);
    }

    @Test
    void aVeryLongSentenceIsParsedInPieces() {
        String text = "The clerk counted boats, " + "and then the clerk counted more boats, ".repeat(80) + "and slept.";
        List<Sentence> sentences = ENGLISH.parse(text);

        assertThat(sentences).hasSize(1);
        Sentence sentence = sentences.get(0);
        assertThat(sentence.size()).isGreaterThan(500);
        assertThat(IntStream.range(0, sentence.size())
                        .filter(i -> sentence.head(i).isEmpty()))
                .hasSize(1);
        assertThat(IntStream.range(0, sentence.size())
                        .filter(i -> sentence.relation(i).equals("parataxis"))
                        .count())
                .isPositive();
    }

    @Test
    void anEmptyTextHasNoSentences() {
        assertThat(ENGLISH.parse("")).isEmpty();
        assertThat(ENGLISH.parse(" \n\n\t ")).isEmpty();
        assertThat(Parser.plain().parse("")).isEmpty();
    }

    @Test
    void aSpanOutsideTheTextIsRefused() {
        assertThatThrownBy(() -> ENGLISH.parse("Short.", new Span(0, 10)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0–10")
                .hasMessageContaining("6 units");
    }

    @Test
    void chineseIsSplitWithoutAParser() {
        assertThat(Parser.plain().parse("港口已关闭。“我们不知道。”他说。").stream()
                        .map(each -> each.tokens().stream().map(Token::word).collect(Collectors.joining("|"))))
                .containsExactly("港|口|已|关|闭|。", "“|我|们|不|知|道|。|”", "他|说|。");
        assertThat(Parser.plain().parse("El 1,5 % de l’Hospitalet.").get(0).tokens().stream()
                        .map(Token::word))
                .containsExactly("El", "1,5", "%", "de", "l’Hospitalet", ".");
    }

    @Property(tries = 300)
    void sentencesLieInOrderInsideAnyText(@ForAll("texts") String text) {
        for (Parser parser : List.of(ENGLISH, Parser.plain())) {
            List<Span> sentences = parser.sentences(text);
            int last = 0;
            for (Span sentence : sentences) {
                assertThat(sentence.begin()).isGreaterThanOrEqualTo(last);
                assertThat(sentence.end()).isLessThanOrEqualTo(text.length());
                last = sentence.end();
            }
            assertThat(parser.sentences(text)).isEqualTo(sentences);
        }
    }

    @Property(tries = 60)
    void anyTextIsParsedIntoTrees(@ForAll("texts") String text) {
        for (Sentence sentence : ENGLISH.parse(text)) {
            for (int i = 0; i < sentence.size(); i++) {
                assertThat(sentence.token(i).span().of(text))
                        .isEqualTo(sentence.token(i).word());
                assertThat(sentence.subtree(i).contains(sentence.token(i).span()))
                        .isTrue();
                assertThat(sentence.isWithin(i, sentence.root().orElseThrow())).isTrue();
            }
        }
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> piece = Arbitraries.of(
                "The office",
                " said",
                " \"",
                "“",
                "”",
                "’s",
                ".",
                ". ",
                "?",
                "！",
                "。",
                "\n",
                "\n\n",
                "\r\n",
                " he ",
                ", ",
                "U.S.",
                "--",
                "…",
                "(",
                ")",
                "港口",
                "\ud83d\ude00",
                "\ud83d",
                "\u0000",
                "\u00a0",
                " 1,000",
                ":",
                "http://x.y/z",
                "#tag @who",
                "<b>",
                "&amp;",
                "-LRB-",
                "can't",
                "e\u0301");
        return piece.list().ofMaxSize(25).map(parts -> String.join("", parts));
    }

    private static List<String> split(String text) {
        return ENGLISH.sentences(text).stream().map(span -> span.of(text)).toList();
    }
}
