package org.headwater.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.headwater.codebook.Codebooks;
import org.headwater.codebook.gazetteer.Gazetteer;
import org.headwater.model.ContentHash;
import org.headwater.model.Document;
import org.headwater.model.Item;
import org.headwater.model.ItemId;
import org.headwater.model.Known;
import org.headwater.model.Sha256;
import org.headwater.statements.StatementReader;
import org.headwater.statements.parse.Parser;

/**
 * Skim, then read, against tagging and parsing every sentence of the same texts with the same CoreNLP models, in one run:
 * {@code SkimBenchmark FOLDER…}. Models are loaded before the clock starts; one thread.
 */
public final class SkimBenchmark {
    private SkimBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        List<Document> documents = new ArrayList<>();
        for (String argument : arguments) {
            try (Stream<Path> files = Files.walk(Path.of(argument))) {
                for (Path file : files.filter(each -> each.toString().endsWith(".txt"))
                        .sorted()
                        .toList()) {
                    documents.add(document(file));
                }
            }
        }
        long characters =
                documents.stream().mapToLong(each -> each.text().length()).sum();
        StatementReader reader = StatementReader.of(Codebooks.shipped("transnational-policing"), Gazetteer.shipped());
        Parser parser = Parser.english();
        parser.parse("One sentence loads the models.");
        documents.stream().limit(3).forEach(reader::read);

        long began = System.nanoTime();
        long statements = documents.stream()
                .mapToLong(each -> reader.read(each).statements().size())
                .sum();
        double skimmed = seconds(began);
        began = System.nanoTime();
        long sentences = documents.stream()
                .mapToLong(each -> parser.parse(each.text()).size())
                .sum();
        double parsed = seconds(began);
        System.out.printf(
                Locale.ROOT,
                "%,d documents, %,d characters%n"
                        + "skim, then read      %8.2f s  %,10.0f characters/s  %,d statements%n"
                        + "every sentence       %8.2f s  %,10.0f characters/s  %,d sentences parsed%n"
                        + "ratio                %8.1f%n",
                documents.size(),
                characters,
                skimmed,
                characters / skimmed,
                statements,
                parsed,
                characters / parsed,
                sentences,
                parsed / skimmed);
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    private static Document document(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        ItemId item = Item.idOf(Sha256.of(ContentHash.sha256().digest(bytes)));
        return new Document(
                Document.idOf(item, "", "text@1"),
                item,
                file.getFileName().toString(),
                "",
                Files.readString(file),
                Known.unknown(),
                Known.unknown(),
                Known.unknown(),
                Known.unknown(),
                Known.of("en", "given"),
                Known.unknown(),
                "text@1");
    }
}
