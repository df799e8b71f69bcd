package org.headwater.bench;

import edu.stanford.nlp.ling.CoreLabel;
import edu.stanford.nlp.pipeline.CoreDocument;
import edu.stanford.nlp.pipeline.CoreQuote;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.headwater.model.Document;
import org.headwater.model.Span;
import org.headwater.statements.attribution.AttributedProposition;
import org.headwater.statements.attribution.AttributionFinder;
import org.headwater.statements.parse.Parser;

/**
 * Who says what, against CoreNLP's coreference and quote annotators on the same texts in one run: {@code
 * AttributionBenchmark FOLDER OURS.jsonl THEIRS.jsonl}. Models are loaded before the clock starts, and three texts are read
 * first; one thread. Both results are written in the form of {@code headwater attributions --format jsonl}, cut to what is
 * scored.
 */
public final class AttributionBenchmark {
    private AttributionBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        List<Document> documents = TextFolder.documents(List.of(arguments[0]));
        long characters = TextFolder.characters(documents);
        AttributionFinder finder = AttributionFinder.of(Parser.english());
        CoreNlpPipeline pipeline = new CoreNlpPipeline(CoreNlpPipeline.QUOTES);
        documents.stream().limit(3).forEach(each -> {
            finder.find(each);
            pipeline.annotate(each.text());
        });
        Measured theirs;
        Measured ours;
        try (PrintWriter own = new PrintWriter(Files.newBufferedWriter(Path.of(arguments[1])));
                PrintWriter other = new PrintWriter(Files.newBufferedWriter(Path.of(arguments[2])))) {
            theirs = Measured.of(
                    CoreNlpPipeline.QUOTES,
                    characters,
                    () -> documents.stream()
                            .mapToLong(each -> quotes(each, pipeline.annotate(each.text()), other))
                            .sum());
            ours = Measured.of(
                    "headwater, attributions",
                    characters,
                    () -> documents.stream()
                            .mapToLong(each -> propositions(each, finder.find(each), own))
                            .sum());
        }
        System.out.printf("%d documents, %,d characters%n", documents.size(), characters);
        System.out.println(theirs.against(theirs));
        System.out.println(ours.against(theirs));
    }

    private static long propositions(Document document, List<AttributedProposition> found, PrintWriter out) {
        for (AttributedProposition each : found) {
            out.println(line(document, each.source().span(), each.content()));
        }
        return found.size();
    }

    private static long quotes(Document document, CoreDocument annotated, PrintWriter out) {
        long found = 0;
        for (CoreQuote quote : annotated.quotes()) {
            if (quote.speakerTokens().isEmpty()) {
                continue;
            }
            List<CoreLabel> speaker = quote.speakerTokens().get();
            Span source = new Span(
                    speaker.get(0).beginPosition(),
                    speaker.get(speaker.size() - 1).endPosition());
            Span content = new Span(
                    quote.quoteCharOffsets().first(), quote.quoteCharOffsets().second());
            out.println(line(document, source, List.of(content)));
            found++;
        }
        return found;
    }

    /** In characters as scorers in other languages count them. */
    private static String line(Document document, Span source, List<Span> content) {
        return "{\"file\":\"" + document.file() + "\",\"source\":" + place(document.text(), source) + ",\"content\":["
                + content.stream().map(span -> place(document.text(), span)).collect(Collectors.joining(",")) + "]}";
    }

    private static String place(String text, Span span) {
        return "{\"begin\":" + text.codePointCount(0, span.begin()) + ",\"end\":" + text.codePointCount(0, span.end())
                + "}";
    }
}
