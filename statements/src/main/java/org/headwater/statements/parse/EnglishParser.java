package org.headwater.statements.parse;

import edu.stanford.nlp.ling.CoreLabel;
import edu.stanford.nlp.process.CoreLabelTokenFactory;
import edu.stanford.nlp.process.Morphology;
import edu.stanford.nlp.process.PTBTokenizer;
import edu.stanford.nlp.tagger.maxent.MaxentTagger;
import edu.stanford.nlp.util.logging.RedwoodConfiguration;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.headwater.model.Span;

/**
 * English by CoreNLP: its tokenizer, left-three-words tagger and lemmas, called directly rather than through its pipeline,
 * so that single sentences can be parsed and nothing else is loaded, and the weights of its neural dependency parser. Sentences are split by our own rules, which know where quotations close.
 */
final class EnglishParser implements Parser {
    static final EnglishParser SHARED = new EnglishParser();

    /** Words in the longest piece that is parsed whole; beyond it the parser is slow and mostly wrong. */
    static final int LONGEST = 120;

    private static final String TAGGER = "edu/stanford/nlp/models/pos-tagger/english-left3words-distsim.tagger";
    private static final String PARSER = "edu/stanford/nlp/models/parser/nndep/english_UD.gz";
    /** Keeps characters it does not know as words of their own, without a warning. */
    private static final String TOKENIZER_OPTIONS = "untokenizable=noneKeep";

    private static final String CUTS = ";:—–,";

    /** Words that the subject of a headline has at most. */
    private static final int HEADLINE_SUBJECT = 4;

    private static final Set<String> HEADLINE_VERBS = Set.of(
            "orders",
            "probes",
            "demands",
            "claims",
            "protests",
            "charges",
            "arrests",
            "bans",
            "raids",
            "warns",
            "urges",
            "summons",
            "moves",
            "plans",
            "calls",
            "reports",
            "questions",
            "investigates");

    /** Words in small letters that a sentence has and a headline in capitals has not. */
    private static final int LEAST_SMALL = 3;

    private EnglishParser() {}

    /** Loaded at the first use, once, by the rules of class initialization. */
    private static final class Models {
        static final MaxentTagger TAGS;
        static final DependencyNetwork DEPENDENCIES;

        static {
            // CoreNLP reports on standard error how long it took to load; that is nothing to our users.
            RedwoodConfiguration.current().clear().apply();
            TAGS = new MaxentTagger(TAGGER);
            DEPENDENCIES = NetworkReader.load(PARSER);
        }
    }

    @Override
    public List<Span> sentences(String text) {
        List<Span> sentences = new ArrayList<>();
        for (Span paragraph : Paragraphs.of(text)) {
            List<Span> words = tokenize(text, paragraph).stream()
                    .map(label -> spanOf(label, paragraph.begin()))
                    .toList();
            sentences.addAll(SentenceEnds.of(text, words));
        }
        return List.copyOf(sentences);
    }

    @Override
    public Sentence parse(String text, Span sentence) {
        checkInside(text, sentence);
        List<CoreLabel> labels = tokenize(text, sentence);
        List<Token> tokens = new ArrayList<>(labels.size());
        List<Integer> heads = new ArrayList<>(labels.size());
        List<String> relations = new ArrayList<>(labels.size());
        Morphology morphology = new Morphology();
        int root = -1;
        for (List<CoreLabel> piece : pieces(labels)) {
            int offset = heads.size();
            Models.TAGS.tagCoreLabels(piece);
            keepNames(piece);
            keepVerb(piece);
            for (CoreLabel label : piece) {
                label.setLemma(morphology.lemma(label.word(), label.tag()));
                Span span = spanOf(label, sentence.begin());
                tokens.add(new Token(span, span.of(text), label.lemma(), label.tag()));
            }
            addDependencies(piece, heads, relations);
            root = attachRoots(heads, relations, offset, root);
        }
        return Sentence.parsed(sentence, tokens, heads, relations);
    }

    /** "Royal Canadian Mounted Police": a participle between the capitals of a name is part of the name. */
    private static void keepNames(List<CoreLabel> labels) {
        for (int i = 1; i + 1 < labels.size(); i++) {
            CoreLabel next = labels.get(i + 1);
            boolean inside = labels.get(i).tag().matches("VB[DN]")
                    && labels.get(i - 1).tag().startsWith("NNP")
                    && next.tag().startsWith("NN")
                    && Character.isUpperCase(labels.get(i).word().codePointAt(0))
                    && Character.isUpperCase(next.word().codePointAt(0));
            // In a headline each word has a capital.
            if (inside && small(labels) >= LEAST_SMALL) {
                labels.get(i).setTag("NNP");
                next.setTag(next.tag().endsWith("S") ? "NNPS" : "NNP");
            }
        }
    }

    private static long small(List<CoreLabel> labels) {
        return labels.stream()
                .filter(label -> label.word().length() > 3
                        && Character.isLowerCase(label.word().codePointAt(0)))
                .count();
    }

    /** "Norway orders closure of two offices": the verb of a headline that the tagger takes for a plural. */
    private static void keepVerb(List<CoreLabel> labels) {
        for (int i = 1; i < Math.min(labels.size() - 1, HEADLINE_SUBJECT + 1); i++) {
            boolean said = labels.get(i).tag().equals("NNS")
                    && HEADLINE_VERBS.contains(labels.get(i).word().toLowerCase(Locale.ROOT))
                    && labels.get(i - 1).tag().startsWith("N")
                    && labels.get(i + 1).tag().matches("N.*|DT|JJ.*|CD|IN|VBG|PRP\\$");
            if (said && labels.stream().noneMatch(label -> label.tag().matches("VB[DZP]|MD"))) {
                labels.get(i).setTag("VBZ");
                return;
            }
        }
    }

    private static void addDependencies(List<CoreLabel> piece, List<Integer> heads, List<String> relations) {
        int offset = heads.size();
        ArcStandard.Tree tree = ArcStandard.parse(
                Models.DEPENDENCIES,
                piece.stream().map(CoreLabel::word).toList(),
                piece.stream().map(CoreLabel::tag).toList());
        for (int head : tree.heads()) {
            heads.add(head < 0 ? -1 : offset + head);
        }
        relations.addAll(passive(tree));
    }

    /** The relations, the subject of a passive verb as such: the network does not always tell, its auxiliary does. */
    private static List<String> passive(ArcStandard.Tree tree) {
        BitSet passives = new BitSet();
        List<String> relations = new ArrayList<>(tree.relations());
        for (int i = 0; i < relations.size(); i++) {
            if (relations.get(i).equals("aux:pass") && tree.heads().get(i) >= 0) {
                passives.set(tree.heads().get(i));
            }
        }
        for (int i = 0; i < relations.size(); i++) {
            boolean subject =
                    relations.get(i).equals("nsubj") || relations.get(i).equals("csubj");
            if (subject && tree.heads().get(i) >= 0 && passives.get(tree.heads().get(i))) {
                relations.set(i, relations.get(i) + ":pass");
            }
        }
        return relations;
    }

    /** Makes the first root of the sentence its only one; gives its index. */
    static int attachRoots(List<Integer> heads, List<String> relations, int from, int root) {
        int main = root;
        for (int i = from; i < heads.size(); i++) {
            if (heads.get(i) >= 0) {
                continue;
            }
            if (main < 0) {
                main = i;
                relations.set(i, Sentence.ROOT);
            } else {
                heads.set(i, main);
                relations.set(i, "parataxis");
            }
        }
        return main;
    }

    private static List<CoreLabel> tokenize(String text, Span part) {
        StringReader reader = new StringReader(part.of(text));
        List<CoreLabel> labels = new PTBTokenizer<>(reader, new CoreLabelTokenFactory(), TOKENIZER_OPTIONS).tokenize();
        // The full stop that the tokenizer adds after an abbreviation at the end has no text of its own.
        labels.removeIf(label -> label.endPosition() <= label.beginPosition());
        return labels;
    }

    /** Pieces of bounded length, cut after the last punctuation of the strongest kind in each piece's later half. */
    static List<List<CoreLabel>> pieces(List<CoreLabel> labels) {
        List<List<CoreLabel>> pieces = new ArrayList<>();
        int from = 0;
        while (labels.size() - from > LONGEST) {
            int cut = cutBefore(labels, from);
            pieces.add(labels.subList(from, cut));
            from = cut;
        }
        if (from < labels.size()) {
            pieces.add(labels.subList(from, labels.size()));
        }
        return pieces;
    }

    private static int cutBefore(List<CoreLabel> labels, int from) {
        for (int kind = 0; kind < CUTS.length(); kind++) {
            for (int i = from + LONGEST; i > from + LONGEST / 2; i--) {
                String word = labels.get(i - 1).word();
                if (word.length() == 1 && word.charAt(0) == CUTS.charAt(kind)) {
                    return i;
                }
            }
        }
        return from + LONGEST;
    }

    private static Span spanOf(CoreLabel label, int offset) {
        return new Span(offset + label.beginPosition(), offset + label.endPosition());
    }

    static void checkInside(String text, Span sentence) {
        if (sentence.end() > text.length()) {
            throw new IllegalArgumentException("Cannot parse span " + sentence.begin() + "–" + sentence.end()
                    + ": the text has only " + text.length() + " units");
        }
    }
}
