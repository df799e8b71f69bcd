package org.headwater.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.headwater.model.ContentHash;
import org.headwater.model.Document;
import org.headwater.model.Item;
import org.headwater.model.ItemId;
import org.headwater.model.Known;
import org.headwater.model.Sha256;

/** The English text files below folders, as documents. */
final class TextFolder {
    private TextFolder() {}

    /** All {@code .txt} files below these folders, each folder's in the order of their paths. */
    static List<Document> documents(List<String> folders) throws IOException {
        List<Document> documents = new ArrayList<>();
        for (String folder : folders) {
            try (Stream<Path> files = Files.walk(Path.of(folder))) {
                for (Path file : files.filter(each -> each.toString().endsWith(".txt"))
                        .sorted()
                        .toList()) {
                    documents.add(document(file));
                }
            }
        }
        return documents;
    }

    static long characters(List<Document> documents) {
        return documents.stream().mapToLong(each -> each.text().length()).sum();
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
