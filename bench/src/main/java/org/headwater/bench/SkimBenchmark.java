package org.headwater.bench;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.headwater.codebook.Codebook;
import org.headwater.codebook.Codebooks;
import org.headwater.codebook.gazetteer.Gazetteer;
import org.headwater.model.Document;
import org.headwater.model.StatementId;
import org.headwater.statements.StatementReader;
import org.headwater.statements.parse.Parser;

/**
 * Skim, then read, against reading every sentence and against CoreNLP's own pipelines over the same texts, in one run:
 * {@code SkimBenchmark FOLDER…}. Models are loaded before the clock starts, and three texts are read first; one thread.
 */
public final class SkimBenchmark {
    private SkimBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        List<Document> documents = TextFolder.documents(List.of(arguments));
        long characters = TextFolder.characters(documents);
        Codebook codebook = Codebooks.shipped("transnational-policing");
        StatementReader skimming = StatementReader.of(codebook, Gazetteer.shipped());
        StatementReader reading = StatementReader.ofEverySentence(codebook, Gazetteer.shipped());
        Parser parser = Parser.english();
        CoreNlpPipeline names = new CoreNlpPipeline(CoreNlpPipeline.NAMES);
        CoreNlpPipeline quotes = new CoreNlpPipeline(CoreNlpPipeline.QUOTES);
        documents.stream().limit(3).forEach(each -> {
            skimming.read(each);
            reading.read(each);
            names.annotate(each.text());
            quotes.annotate(each.text());
        });

        Measured skimmed = Measured.of(
                "skim, then read",
                characters,
                () -> statements(skimming, documents).size());
        Measured everything = Measured.of(
                "read every sentence",
                characters,
                () -> statements(reading, documents).size());
        Measured parsed = Measured.of(
                "tagger and parser alone",
                characters,
                () -> documents.stream()
                        .mapToLong(each -> parser.parse(each.text()).size())
                        .sum());
        Measured named = Measured.of(
                CoreNlpPipeline.NAMES,
                characters,
                () -> documents.stream()
                        .mapToLong(
                                each -> names.annotate(each.text()).sentences().size())
                        .sum());
        Measured quoted = Measured.of(
                CoreNlpPipeline.QUOTES,
                characters,
                () -> documents.stream()
                        .mapToLong(each -> quotes.annotate(each.text()).quotes().size())
                        .sum());
        System.out.printf("%d documents, %,d characters%n", documents.size(), characters);
        for (Measured each : List.of(skimmed, everything, parsed, named, quoted)) {
            System.out.println(each.against(named));
        }
        lost(statements(skimming, documents), statements(reading, documents));
    }

    private static Set<StatementId> statements(StatementReader reader, List<Document> documents) {
        return documents.stream()
                .flatMap(each -> reader.read(each).statements().stream())
                .map(each -> each.id())
                .collect(Collectors.toSet());
    }

    private static void lost(Set<StatementId> skimmed, Set<StatementId> all) {
        long kept = all.stream().filter(skimmed::contains).count();
        System.out.printf(
                Locale.ROOT,
                "of %,d statements that reading every sentence finds, skimming finds %,d (%.1f %%), and %,d others%n",
                all.size(),
                kept,
                100.0 * kept / Math.max(1, all.size()),
                skimmed.size() - kept);
    }
}
