package org.headwater.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.headwater.casefile.Case;
import org.headwater.casefile.CaseException;
import org.headwater.casefile.CaseSettings;
import org.headwater.casefile.Decision;
import org.headwater.casefile.ReadListener;
import org.headwater.evidence.SigningKey;
import org.headwater.exchange.bag.BagExport;
import org.headwater.exchange.bag.Wording;
import org.headwater.model.ContentHash;
import org.headwater.model.Finding;
import org.headwater.model.Sha256;

/**
 * A bag as the product writes it, with the key of its case, and a case to merge it into. That has read the same article already, so that no input waits for
 * one to be read.
 */
final class GoodBag {
    static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    static final CaseSettings SETTINGS = new CaseSettings(
            Clock.fixed(NOW, ZoneOffset.UTC), "ann", org.headwater.reading.ReadingLimits.standard(), 1);

    private static final String SIGNATURE = "signature.ed25519";
    private static final String MANIFEST = "manifest-sha256.txt";
    private static final String TAG_MANIFEST = "tagmanifest-sha256.txt";
    private static final Path FOLDER = make();

    private GoodBag() {}

    private static final class Plain implements Wording {
        @Override
        public String subject(Finding finding) {
            return finding.kind();
        }

        @Override
        public String says(Finding finding, Finding.Value value) {
            return value.slots().keySet().toString();
        }
    }

    private static Path make() {
        try {
            Path folder = Scratch.kept("good-bag");
            Path article = folder.resolve("ferry.txt");
            Files.writeString(article, "Ferry timetable changes\n\nThe ferry runs every hour.\n");
            try (Case open = Case.openOrCreate(folder.resolve("case"), SETTINGS)) {
                open.read(List.of(article), ReadListener.silent());
                open.decide(Decision.Action.MERGE, "The Board", Map.of("other", "Board"), "same letterhead");
                BagExport.of(open, new BagExport.Choice(List.of(), BagExport.Originals.ALL, new Plain()))
                        .write(folder.resolve("bag"));
            }
            try (Case open = Case.openOrCreate(folder.resolve("other"), SETTINGS)) {
                open.read(List.of(article), ReadListener.silent());
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot make a bag", e);
        } catch (CaseException e) {
            throw new IllegalStateException("Cannot make a bag", e);
        }
    }

    static void copyTo(Path bag) throws IOException {
        copy(FOLDER.resolve("bag"), bag);
    }

    static void caseTo(Path kept) throws IOException {
        copy(FOLDER.resolve("other"), kept);
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        try (Stream<Path> walk = Files.walk(from)) {
            for (Path each : walk.toList()) {
                Files.copy(each, to.resolve(from.relativize(each).toString()));
            }
        }
    }

    /** Writes manifests and signature that fit what is in the bag, as whoever has its key can. */
    static void seal(Path bag) throws IOException {
        StringBuilder payload = new StringBuilder();
        StringBuilder tags = new StringBuilder();
        List<Path> files;
        try (Stream<Path> walk = Files.walk(bag)) {
            files = walk.filter(Files::isRegularFile).sorted().toList();
        }
        for (Path file : files) {
            String name = bag.relativize(file).toString();
            if (!List.of(SIGNATURE, MANIFEST, TAG_MANIFEST).contains(name)) {
                (name.startsWith("data/") ? payload : tags).append(line(file, name));
            }
        }
        Files.writeString(bag.resolve(MANIFEST), payload, ISO_8859_1);
        tags.append(line(bag.resolve(MANIFEST), MANIFEST));
        Files.writeString(bag.resolve(TAG_MANIFEST), tags, ISO_8859_1);
        byte[] signature = SigningKey.find(FOLDER.resolve("case"))
                .orElseThrow()
                .signature(tags.toString().getBytes(ISO_8859_1));
        Files.write(bag.resolve(SIGNATURE), signature);
    }

    private static String line(Path file, String name) throws IOException {
        return Sha256.of(ContentHash.sha256().digest(Files.readAllBytes(file))).hex() + "  " + name + "\n";
    }
}
