package org.headwater.casefile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.headwater.codebook.Codebook;
import org.headwater.codebook.Pattern;
import org.headwater.codebook.gazetteer.Gazetteer;
import org.headwater.model.ContentHash;
import org.headwater.model.Document;
import org.headwater.model.ItemId;
import org.headwater.model.Known;
import org.headwater.reading.DocumentReader;
import org.headwater.reading.Outcome;
import org.headwater.reading.ParserStartException;
import org.headwater.reading.ReadingLimits;
import org.headwater.reading.Source;
import org.headwater.statements.StatementReader;
import org.headwater.statements.explanation.Explanation;
import org.headwater.statements.explanation.NearMiss;
import org.headwater.statements.explanation.SentenceExplanation;

/**
 * Tries a codebook on articles without a case: what it would find, and why not. Keeps nothing. Names of persons are
 * masked, as in a case in which nobody has been named.
 */
public final class CodebookTrial {
    private static final String EXAMPLE = "example@1";

    private final Codebook codebook;
    private final StatementReader reader;

    private CodebookTrial(Codebook codebook) {
        this.codebook = codebook;
        this.reader = StatementReader.of(codebook, Gazetteer.shipped());
    }

    /** Tries this codebook. */
    public static CodebookTrial of(Codebook codebook) {
        return new CodebookTrial(codebook);
    }

    /**
     * What came of one document, masked.
     *
     * @param document the document
     * @param explanation what was read out of it, and why
     */
    public record Tried(Document document, Explanation explanation) {}

    /**
     * What came of some files.
     *
     * @param documents what came of each document in them
     * @param refused why a file was not read, by file
     */
    public record Result(List<Tried> documents, Map<String, String> refused) {}

    /**
     * Tries the codebook on files: articles in any format, but no archives.
     *
     * @throws CaseException refused if a file is not there
     */
    public Result on(List<Path> files, ReadingLimits limits) throws CaseException {
        List<Document> documents = new ArrayList<>();
        Map<String, String> refused = new LinkedHashMap<>();
        try (DocumentReader apart = DocumentReader.apart(limits)) {
            for (Path file : files) {
                if (!Files.isRegularFile(file)) {
                    throw CaseException.refused("Cannot try it on " + file + ": there is no such file");
                }
                documents.addAll(documents(file, apart, refused));
            }
        } catch (ParserStartException e) {
            throw CaseException.failed("Cannot try the codebook: " + e.getMessage(), e);
        }
        Map<Document, Explanation> explained = new LinkedHashMap<>();
        documents.forEach(document -> explained.put(document, reader.explain(document)));
        List<Settlement.Reading> readings = explained.entrySet().stream()
                .map(each -> new Settlement.Reading(
                        each.getKey(),
                        each.getValue().reading().statements(),
                        each.getValue().reading().names(),
                        each.getValue().reading().citations()))
                .toList();
        Settlement settlement = Settlement.of(
                readings,
                new Settlement.Decided(Rulings.of(List.of()), Map.of()),
                codebook,
                Gazetteer.shipped(),
                SettlingSteps.toldTo(ReadListener.silent()));
        Withholding withholding = Withholding.of(settlement.withheld(readings, Map.of(), List.of(), codebook));
        List<Tried> tried = explained.entrySet().stream()
                .map(each -> new Tried(
                        withholding.mask(each.getKey()), each.getValue().masked(withholding::mask, withholding::mask)))
                .toList();
        return new Result(tried, refused);
    }

    private static List<Document> documents(Path file, DocumentReader apart, Map<String, String> refused) {
        List<Document> documents = new ArrayList<>();
        try {
            Source source = Source.ofFile(file);
            ItemId item = new ItemId(ContentHash.of(file.toString()).id(ItemId.PREFIX));
            apart.read(
                    item,
                    source,
                    outcome -> outcome.fold(new Outcome.Cases<Boolean>() {
                        @Override
                        public Boolean read(Outcome.Read read) {
                            documents.add(read.document());
                            return true;
                        }

                        @Override
                        public Boolean contained(Outcome.Contained contained) {
                            refused.put(contained.entry().where(), "it lies in an archive; unpack it first");
                            return true;
                        }

                        @Override
                        public Boolean refused(Outcome.Refused fault) {
                            refused.put(fault.where(), fault.message());
                            return true;
                        }

                        @Override
                        public Boolean passedOver(Outcome.PassedOver passedOver) {
                            return true;
                        }
                    }));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
        return documents;
    }

    /**
     * The examples of its patterns that these do not find.
     *
     * @param pattern the pattern's id
     * @param example the sentence
     * @param unmet what the pattern missed in it, in words; empty if no term of its trigger stands in it
     */
    public record FailedExample(String pattern, String example, List<String> unmet) {}

    /** Every example that its pattern does not find, in the order of patterns. */
    public List<FailedExample> failedExamples() {
        List<FailedExample> failed = new ArrayList<>();
        for (Pattern pattern : codebook.patterns()) {
            for (String example : pattern.examples()) {
                Explanation explanation = reader.explain(document(example));
                boolean found = explanation.read().stream()
                        .flatMap(sentence -> sentence.found().stream())
                        .anyMatch(each -> each.statement().by().equals(pattern.id())
                                || each.gaveWay().contains(pattern.id()));
                if (!found) {
                    failed.add(new FailedExample(pattern.id(), example, unmet(pattern, explanation)));
                }
            }
        }
        return failed;
    }

    private static List<String> unmet(Pattern pattern, Explanation explanation) {
        return explanation.read().stream()
                .map(SentenceExplanation::misses)
                .flatMap(List::stream)
                .filter(miss -> miss.pattern().equals(pattern.id()))
                .findFirst()
                .map(NearMiss::unmet)
                .orElse(List.of());
    }

    private static Document document(String text) {
        ItemId item = new ItemId(ContentHash.of(text).id(ItemId.PREFIX));
        return new Document(
                Document.idOf(item, "", EXAMPLE),
                item,
                "example.txt",
                "",
                text,
                Known.unknown(),
                Known.unknown(),
                Known.unknown(),
                Known.unknown(),
                Known.of("en", "examples are English"),
                Known.unknown(),
                EXAMPLE);
    }
}
