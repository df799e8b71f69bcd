package org.headwater.statements.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import edu.stanford.nlp.ling.CoreLabel;
import edu.stanford.nlp.parser.nndep.DependencyParser;
import edu.stanford.nlp.trees.TypedDependency;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** That our reading of CoreNLP's weights gives CoreNLP's trees, and what happens to a file that is no network. */
class DependencyNetworkTest {
    private static final String TEXT = """
            Oslo-based watchdog Clean Fjords published a study of forty-one harbours in March, and nobody had asked for it.
            “Nine boats have sunk,” said Ida Lund, the harbour master; “two more, which nobody saw, are missing.”
            The claim that the port was closed by the ministry in 2019 was denied on Tuesday by its spokeswoman.
            According to the union, none of the 1,204 zyxograms were ever returned to the people they belonged to.
            Asked whether she would go, she said she wouldn't, that it was late, and that the others - all three - had gone.
            Port unsafe: report
            Sold!
            What the ministry calls “service points” and its critics call police stations had, until then, been left alone.
            It is said to have been told to stay away from Bergen, Stavanger and Tromsø, or so the letters make us believe.
            """;

    @Test
    void treesAreThoseOfCoreNlp() {
        List<Sentence> sentences = Parser.english().parse(TEXT);
        DependencyParser theirs =
                DependencyParser.loadFromModelFile("edu/stanford/nlp/models/parser/nndep/english_UD.gz");

        assertThat(sentences).hasSizeGreaterThan(8);
        assertThat(sentences).allSatisfy(sentence -> assertThat(tree(sentence)).isEqualTo(tree(theirs, sentence)));
    }

    private static List<String> tree(Sentence sentence) {
        return IntStream.range(0, sentence.size())
                .mapToObj(i -> sentence.token(i).word() + " " + sentence.relation(i) + " "
                        + sentence.head(i).orElse(-1))
                .toList();
    }

    private static List<String> tree(DependencyParser parser, Sentence sentence) {
        List<CoreLabel> labels = new ArrayList<>();
        for (Token token : sentence.tokens()) {
            CoreLabel label = new CoreLabel();
            label.setWord(token.word());
            label.setTag(token.tag());
            label.setIndex(labels.size() + 1);
            labels.add(label);
        }
        String[] tree = new String[labels.size()];
        for (TypedDependency each : parser.predict(labels).typedDependencies()) {
            int at = each.dep().index() - 1;
            tree[at] = labels.get(at).word() + " " + each.reln() + " "
                    + (each.gov().index() - 1);
        }
        return List.of(tree);
    }

    @Test
    void anEmptySentenceHasAnEmptyTree() throws IOException {
        assertThat(ArcStandard.parse(read(network(48)), List.of(), List.of()).heads())
                .isEmpty();
    }

    @Test
    void figuresAreReadInEveryWayTheyAreWritten() throws IOException {
        // One hidden unit: each score is its weight times the cube of the sum of all features, here of 48 times 1/12.
        float[] scores = read(network(48)).scores(new int[48]);

        assertThat(scores).hasSize(3);
        assertThat(scores[0]).isCloseTo(-64f, within(0.001f));
        assertThat(scores[1]).isZero();
        assertThat(scores[2] / scores[0]).isCloseTo(-1e-5f, within(1e-9f));
    }

    @Test
    void aFileThatIsCutShortIsAFault() {
        String whole = network(48);

        assertThatThrownBy(() -> read(whole.substring(0, whole.length() / 2)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("too early");
        assertThatThrownBy(() -> read(network(36))).hasMessageContaining("numTokens is 36 (must be 48)");
        assertThatThrownBy(() -> read("dict=1\npreComputed=0\n")).hasMessageContaining("no size 'pos'");
        assertThatThrownBy(() -> read(whole.replace("-0.5", "half"))).hasMessageContaining("no figure");
        assertThatThrownBy(() -> NetworkReader.load("no/such.gz")).hasMessageContaining("no/such.gz");
    }

    /** A network of three words, three tags, two relations, and one hidden unit. */
    private static String network(int features) {
        String embeddings =
                List.of("-UNKNOWN-", "-NULL-", "-ROOT-", "-UNKNOWN-", "-NULL-", "-ROOT-", "-NULL-", "root").stream()
                        .map(word -> word + " -0.5\n")
                        .collect(Collectors.joining());
        String first = "-1.6666667E-1\n".repeat(features);
        return "language=English\ndict=3\npos=3\nlabel=2\nembeddingSize=1\nhiddenSize=1\nnumTokens=" + features
                + "\npreComputed=0\n" + embeddings + first + "0.0000\n-1 0.0 1.0e-5\n";
    }

    private static DependencyNetwork read(String text) throws IOException {
        return NetworkReader.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
}
