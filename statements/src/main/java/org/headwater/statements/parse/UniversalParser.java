package org.headwater.statements.parse;

import edu.stanford.nlp.ling.CoreLabel;
import edu.stanford.nlp.parser.nndep.DependencyParser;
import edu.stanford.nlp.tagger.maxent.MaxentTagger;
import edu.stanford.nlp.trees.TypedDependency;
import edu.stanford.nlp.util.logging.RedwoodConfiguration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.headwater.model.Span;
import org.headwater.statements.languages.InstalledLanguages;
import org.headwater.statements.languages.LanguageModel;
import org.headwater.statements.languages.LanguageWords;

/**
 * Spanish, German, French and Italian by CoreNLP's taggers and neural dependency parsers for Universal Dependencies. Words
 * are split as {@link PlainParser} does; contractions ("del") are taken apart for the parser, whose treebanks do so, and
 * put together again. Tags are put into the terms of the Penn Treebank, so that what reads sentences knows one set.
 *
 * <p>The models are loaded at the first sentence parsed, once for each language.
 */
final class UniversalParser implements Parser {
    private static final Map<String, UniversalParser> KNOWN = new ConcurrentHashMap<>();

    private final LanguageWords words;
    private final Supplier<Models> source;
    private volatile Optional<Models> loaded = Optional.empty();

    private UniversalParser(String language, Supplier<Models> source) {
        this.words = LanguageWords.of(language);
        this.source = source;
    }

    /** The parser of a language whose model is bundled or installed; empty if it is neither. */
    static Optional<Parser> of(String language, InstalledLanguages installed) {
        Optional<LanguageModel> model =
                LanguageModel.of(language).filter(each -> each.bundled() || installed.has(each.language()));
        return model.map(each -> {
            String tagger = each.bundled()
                    ? each.tagger()
                    : installed.tagger(each.language()).toString();
            String parser = each.bundled()
                    ? each.parser()
                    : installed.parser(each.language()).toString();
            return KNOWN.computeIfAbsent(
                    tagger, key -> new UniversalParser(each.language(), () -> Models.load(tagger, parser)));
        });
    }

    private record Models(MaxentTagger tags, DependencyParser dependencies) {
        static Models load(String tagger, String parser) {
            // CoreNLP reports on standard error how long it took to load; that is nothing to our users.
            RedwoodConfiguration.current().clear().apply();
            return new Models(new MaxentTagger(tagger), DependencyParser.loadFromModelFile(parser));
        }
    }

    private Models models() {
        Optional<Models> known = loaded;
        if (known.isPresent()) {
            return known.get();
        }
        synchronized (this) {
            Models models = loaded.orElseGet(source);
            loaded = Optional.of(models);
            return models;
        }
    }

    @Override
    public List<Span> sentences(String text) {
        return PlainParser.SHARED.sentences(text);
    }

    @Override
    public Sentence parse(String text, Span sentence) {
        EnglishParser.checkInside(text, sentence);
        List<Span> spans = PlainParser.words(text, sentence, words);
        List<CoreLabel> labels = new ArrayList<>();
        List<Integer> wordOf = new ArrayList<>();
        for (int i = 0; i < spans.size(); i++) {
            for (String piece : pieces(spans.get(i).of(text))) {
                CoreLabel label = new CoreLabel();
                label.setWord(piece);
                label.setValue(piece);
                labels.add(label);
                wordOf.add(i);
            }
        }
        List<Integer> heads = new ArrayList<>();
        List<String> relations = new ArrayList<>();
        int root = -1;
        for (List<CoreLabel> piece : EnglishParser.pieces(labels)) {
            int offset = heads.size();
            predict(piece, heads, relations);
            root = EnglishParser.attachRoots(heads, relations, offset, root);
        }
        return joined(text, sentence, spans, labels, wordOf, heads, relations);
    }

    private void predict(List<CoreLabel> piece, List<Integer> heads, List<String> relations) {
        int offset = heads.size();
        models().tags().tagCoreLabels(piece);
        for (int i = 0; i < piece.size(); i++) {
            piece.get(i).setIndex(i + 1);
            heads.add(-1);
            relations.add("dep");
        }
        for (TypedDependency dependency : models().dependencies().predict(piece).typedDependencies()) {
            int head = dependency.gov().index();
            heads.set(offset + dependency.dep().index() - 1, head == 0 ? -1 : offset + head - 1);
            relations.set(
                    offset + dependency.dep().index() - 1, dependency.reln().toString());
        }
    }

    /** One token a word: of a contraction the first piece stands for the whole. */
    private Sentence joined(
            String text,
            Span sentence,
            List<Span> spans,
            List<CoreLabel> labels,
            List<Integer> wordOf,
            List<Integer> heads,
            List<String> relations) {
        List<Token> tokens = new ArrayList<>();
        List<Integer> ownHeads = new ArrayList<>();
        List<String> ownRelations = new ArrayList<>();
        for (int i = 0; i < labels.size(); i++) {
            int word = wordOf.get(i);
            if (i > 0 && wordOf.get(i - 1) == word) {
                continue;
            }
            int at = i;
            // A first piece that hangs on its second has that one's head.
            while (heads.get(at) >= 0 && wordOf.get(heads.get(at)) == word && heads.get(at) != at) {
                at = heads.get(at);
            }
            String form = spans.get(word).of(text);
            String tag = UniversalTags.penn(labels.get(i).tag(), form, words.language());
            tokens.add(new Token(spans.get(word), form, form.toLowerCase(Locale.ROOT), tag));
            ownHeads.add(heads.get(at) < 0 ? -1 : wordOf.get(heads.get(at)));
            ownRelations.add(relations.get(at));
        }
        return Sentence.parsed(sentence, tokens, ownHeads, ownRelations).in(words.language());
    }

    private List<String> pieces(String word) {
        String lower = word.toLowerCase(Locale.ROOT).replace('’', '\'');
        Optional<String> apart = words.meaning("contractions", lower);
        if (apart.isEmpty()) {
            return List.of(word.replace('’', '\''));
        }
        List<String> pieces = new ArrayList<>(List.of(apart.get().split(" ", -1)));
        if (Character.isUpperCase(word.charAt(0))) {
            pieces.set(
                    0,
                    Character.toUpperCase(pieces.get(0).charAt(0))
                            + pieces.get(0).substring(1));
        }
        return pieces;
    }
}
