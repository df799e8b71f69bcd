package org.headwater.statements;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.headwater.codebook.Codebook;
import org.headwater.codebook.gazetteer.Gazetteer;
import org.headwater.model.Attribution;
import org.headwater.model.Document;
import org.headwater.model.NameMention;
import org.headwater.model.Span;
import org.headwater.model.Statement;
import org.headwater.statements.attribution.AttributionFinder;
import org.headwater.statements.attribution.AttributionIndex;
import org.headwater.statements.explanation.Explanation;
import org.headwater.statements.languages.InstalledLanguages;
import org.headwater.statements.languages.ReadingLevel;
import org.headwater.statements.marks.MarkedSentence;
import org.headwater.statements.marks.Marker;
import org.headwater.statements.marks.Sides;
import org.headwater.statements.match.Draft;
import org.headwater.statements.match.PatternMatcher;
import org.headwater.statements.parse.ParsedText;
import org.headwater.statements.parse.Parser;

/**
 * Reads the statements of a document, as a codebook asks. It skims the whole text, then parses and reads only the
 * sentences worth it. English, Chinese and Spanish are read in full, German, French and Italian where a user has added
 * them; all others are read by the codebook's terms and the order of words, and their statements say so.
 *
 * <p>Thread-safe. Nothing is loaded before the first document that is worth reading. The same document, codebook and
 * version give the same statements with the same ids. Of one document at most {@value Skim#MOST_SENTENCES} sentences are
 * read, those nearest its beginning; a text of any length is skimmed.
 */
public final class StatementReader {
    private final Codebook codebook;
    private final Gazetteer gazetteer;
    private final Reach reach;
    private final InstalledLanguages installed;
    private final AttributionFinder attributions = AttributionFinder.of(Parser.english());
    private final Map<String, Marker> markers = new ConcurrentHashMap<>();
    private final Map<String, Skim> skims = new ConcurrentHashMap<>();

    private StatementReader(Codebook codebook, Gazetteer gazetteer, InstalledLanguages installed, Reach reach) {
        this.installed = installed;
        this.codebook = codebook;
        this.gazetteer = gazetteer;
        this.reach = reach;
    }

    /** A reader that skims, then reads. */
    public static StatementReader of(Codebook codebook, Gazetteer gazetteer) {
        return of(codebook, gazetteer, InstalledLanguages.usual());
    }

    /** The same, with the languages that were added to a folder. */
    public static StatementReader of(Codebook codebook, Gazetteer gazetteer, InstalledLanguages installed) {
        return new StatementReader(codebook, gazetteer, installed, Reach.SKIMMED);
    }

    /** A reader that reads every sentence of every text, to measure what skimming loses; very slow on a collection. */
    public static StatementReader ofEverySentence(Codebook codebook, Gazetteer gazetteer) {
        return new StatementReader(codebook, gazetteer, InstalledLanguages.usual(), Reach.EVERY_SENTENCE);
    }

    /** What the document states, and the names met on the way. Never fails on a text. */
    public StatementReading read(Document document) {
        return read(document, Optional.empty()).reading();
    }

    /** The same with why: costs several times as much as reading. */
    public Explanation explain(Document document) {
        Explainer explainer = new Explainer(codebook, document.text());
        Read read = read(document, Optional.of(explainer));
        return explainer.explanation(read.reading(), read.sentences());
    }

    private record Read(StatementReading reading, int sentences) {}

    private Read read(Document document, Optional<Explainer> explainer) {
        String language = language(document);
        Skim skim = skims.computeIfAbsent(language, each -> Skim.of(codebook, each));
        if (reach == Reach.SKIMMED && !skim.hasTopic(document.text())) {
            return new Read(new StatementReading(List.of(), List.of(), List.of()), 0);
        }
        Parser parser = Parser.of(language, installed);
        List<Span> sentences = parser.sentences(document.text());
        List<Integer> picked = reach == Reach.EVERY_SENTENCE
                ? IntStream.range(0, sentences.size()).boxed().toList()
                : skim.pick(document.text(), sentences);
        if (picked.isEmpty()) {
            return new Read(new StatementReading(List.of(), List.of(), List.of()), sentences.size());
        }
        ParsedText parsed = ParsedText.of(
                new PickedSentences(parser, picked.stream().map(sentences::get).toList()), document.text());
        AttributionIndex index = attributions.index(parsed, language.split("-", 2)[0]);
        SpokenVoices voices = new SpokenVoices(index, Attribution.outlet(outlet(document)));
        return new Read(read(document, parsed, new Spoken(index, voices), explainer), sentences.size());
    }

    /** Who speaks in a document, as propositions and as voices. */
    private record Spoken(AttributionIndex index, SpokenVoices voices) {}

    private StatementReading read(Document document, ParsedText parsed, Spoken spoken, Optional<Explainer> explainer) {
        SpokenVoices voices = spoken.voices();
        CitationReader citations = new CitationReader(document, Attribution.outlet(outlet(document)), gazetteer);
        Marker marker = markers.computeIfAbsent(language(document), each -> Marker.of(codebook, gazetteer, each));
        PatternMatcher unwatched = PatternMatcher.of(codebook, gazetteer, document.text(), voices);
        PatternMatcher matcher = explainer.map(unwatched::watchedBy).orElse(unwatched);
        ReadingLevel level = ReadingLevel.of(language(document), installed);
        StatementWriter writer = new StatementWriter(document, codebook, gazetteer, voices, matcher, level);
        Map<String, Statement> statements = new LinkedHashMap<>();
        List<NameMention> names = new ArrayList<>();
        List<MarkedSentence> marked = new ArrayList<>();
        for (int number = 0; number < parsed.size(); number++) {
            marked.add(marker.mark(
                    document.text(),
                    number,
                    parsed.sentence(number),
                    document.published().value()));
        }
        if (marked.stream().noneMatch(Sides.of(codebook)::isNamed)) {
            return new StatementReading(List.of(), List.of(), List.of());
        }
        matcher.open(marked);
        for (MarkedSentence sentence : marked) {
            List<Explainer.Kept> kept = new ArrayList<>();
            for (Draft draft : matcher.match(sentence)) {
                Statement statement = writer.write(draft);
                statements.putIfAbsent(statement.id().value(), statement);
                if (explainer.isPresent()) {
                    kept.add(new Explainer.Kept(draft, statement, voices.reasons(writer.spoken(draft))));
                }
            }
            explainer.ifPresent(each -> each.close(sentence, kept));
            names.addAll(writer.names(sentence));
            citations.learn(sentence);
        }
        List<Statement> ordered = new ArrayList<>(statements.values());
        ordered.sort(Comparator.comparing(Statement::span)
                .thenComparing(Statement::by)
                .thenComparing(Statement::id));
        return new StatementReading(ordered, names, citations.read(spoken.index()));
    }

    private static String outlet(Document document) {
        return document.outlet().orElse(document.label());
    }

    /** The language the codebook's terms are taken in: English where nothing is known. */
    private static String language(Document document) {
        String tag = document.language().orElse("en");
        return tag.startsWith("en") ? "en" : tag;
    }

    private enum Reach {
        SKIMMED,
        EVERY_SENTENCE
    }
}
