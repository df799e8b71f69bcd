package org.headwater.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.headwater.casefile.Decision.Action;
import org.headwater.evidence.CustodyEvent;
import org.headwater.model.Document;
import org.headwater.model.DocumentId;
import org.headwater.model.Item;
import org.headwater.model.ItemId;
import org.headwater.model.Sha256;
import org.headwater.model.Span;
import org.headwater.model.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ErasingTest {
    private static final CaseSettings SETTINGS =
            CaseSettings.usual(Clock.fixed(Instant.parse("2026-01-05T10:00:00Z"), ZoneOffset.UTC), "analyst");
    private static final String WHY = "taken in against a promise";

    /** Words that stand in the article that is erased and nowhere else: in name, title, text and a name of a party. */
    private static final List<String> RARE = List.of("zwielicht", "quendelberg", "plover society", "tammerlane");

    @TempDir
    Path folder;

    private Path files;
    private Path kept;

    @BeforeEach
    void readAndDecide() throws IOException, CaseException {
        files = Files.createDirectory(folder.resolve("files"));
        Files.writeString(files.resolve("stays.txt"), """
                The Lakeside Post

                The Orchard Watch said on 3 May 2022 that it had counted 12 Chinese police stations in 5 countries.
                """);
        Files.writeString(files.resolve("zwielicht.txt"), """
                The Quendelberg Courier

                The Plover Society said on 4 May 2022 that it had counted 17 Chinese police stations in 6 countries.

                Spokesman Joris Tammerlane said that 9 Chinese police stations in Norway were closed.
                """);
        kept = folder.resolve("a.case");
        try (Case open = Case.openOrCreate(kept, SETTINGS)) {
            open.read(List.of(files), ReadListener.silent());
            Statement theirs = ofErased(open).get(0);
            open.decide(Action.EDIT, theirs.id().value(), Map.of("speaker", "Plover Society of Quendelberg"), "Plover");
            open.decide(Action.MERGE, "The Office", Map.of("other", "Office"), "same letterhead");
            Document document = open.view().document(theirs.document()).orElseThrow();
            int begin = document.text().indexOf("Spokesman");
            open.add(
                    new Addition(
                            document.id(),
                            "site-count",
                            new Span(begin, begin + 40),
                            Map.of("count", "9", "speaker", "Joris Tammerlane")),
                    "read by hand");
        }
    }

    private static List<Statement> ofErased(Case open) throws CaseException {
        return open.view().statements().values().stream()
                .filter(statement -> statement.file().equals("zwielicht.txt"))
                .toList();
    }

    private static Item item(Case open, String name) {
        return open.evidence().items().stream()
                .filter(item -> item.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Erasing.Plan erase() throws CaseException {
        try (Case open = Case.open(kept, SETTINGS)) {
            Erasing.Plan plan = open.erasing().erase(item(open, "zwielicht.txt").id(), WHY, ReadListener.silent());
            assertThat(open.erasing().isPending()).isFalse();
            return plan;
        }
    }

    /** The files of a folder in which one of these words stands, in any letters, as text or as the index writes it. */
    private static List<String> filesWith(Path folder, List<String> words) throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path file : walk.filter(Files::isRegularFile).sorted().toList()) {
                String bytes =
                        new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
                words.stream()
                        .filter(bytes::contains)
                        .map(word -> folder.relativize(file) + ": " + word)
                        .forEach(found::add);
            }
        }
        return found;
    }

    @Test
    void nothingOfItsWordsIsLeftAnywhereInTheFolder() throws Exception {
        Sha256 digest;
        // So many that the index would not clear out by itself what is no longer wanted.
        for (int i = 0; i < 20; i++) {
            Files.writeString(files.resolve("more-" + i + ".txt"), "海峡日报第" + i + "期");
        }
        try (Case open = Case.open(kept, SETTINGS)) {
            open.read(List.of(files), ReadListener.silent());
            digest = item(open, "zwielicht.txt").sha256();
        }
        for (String place : List.of("originals/", "case.db", "custody.log", "index/")) {
            assertThat(filesWith(kept, RARE)).as("before").anyMatch(found -> found.startsWith(place));
        }
        assertThat(filesWith(kept, List.of(digest.hex()))).isNotEmpty();

        Erasing.Plan plan = erase();

        assertThat(plan.items()).hasSize(1);
        assertThat(plan.documents()).isEqualTo(1);
        assertThat(plan.statements()).isPositive();
        assertThat(plan.decisions()).isEqualTo(2);
        assertThat(filesWith(kept, RARE)).isEmpty();
        assertThat(filesWith(kept, List.of(digest.hex())))
                .as("its unsalted digest")
                .isEmpty();
    }

    @Test
    void theRestIsWholeAndVerificationTellsOfTheErasure() throws Exception {
        erase();
        try (Case open = Case.open(kept, SETTINGS)) {
            CaseVerification verified = open.verify(ReadListener.silent());
            assertThat(verified.faults()).isEmpty();
            assertThat(verified.erased()).singleElement().satisfies(erasure -> {
                assertThat(erasure.why()).isEqualTo(WHY);
                assertThat(erasure.who()).isEqualTo("analyst");
            });
            assertThat(ofErased(open)).isEmpty();
            assertThat(open.view().statements()).isNotEmpty();
            assertThat(open.search("orchard", 5)).hasSize(1);
            assertThat(open.search("quendelberg", 5)).isEmpty();
            assertThat(open.view().decisions()).extracting(Decision::isErased).containsExactly(true, false, true);
            var before = List.copyOf(open.view().statements().values());
            open.rebuild(ReadListener.silent());
            assertThat(List.copyOf(open.view().statements().values())).isEqualTo(before);
            open.decide(Action.UNDO, "1", Map.of(), "");
            assertThat(open.verify(ReadListener.silent()).faults()).isEmpty();
        }
    }

    @Test
    void theSameBytesAreRefusedUntilTheyAreWantedAgain() throws Exception {
        erase();
        try (Case open = Case.open(kept, SETTINGS)) {
            ReadSummary refused = open.read(List.of(files), ReadListener.silent());
            assertThat(refused.refused()).singleElement().satisfies(outcome -> {
                assertThat(outcome.fault()).contains("erased");
                assertThat(outcome.message()).contains("by analyst", WHY);
            });
            assertThat(open.verify(ReadListener.silent()).faults()).isEmpty();

            open.readAgain(List.of(files), ReadListener.silent());
            assertThat(ofErased(open)).isNotEmpty();
            assertThat(open.verify(ReadListener.silent()).faults()).isEmpty();
            open.erasing().erase(item(open, "zwielicht.txt").id(), WHY, ReadListener.silent());
            assertThat(open.verify(ReadListener.silent()).faults()).isEmpty();
            assertThat(filesWith(kept.resolve("originals"), RARE)).isEmpty();
            assertThat(filesWith(kept.resolve("index"), RARE)).isEmpty();
        }
    }

    @Test
    void anArchiveThatHoldsItDoesNotBringItBack() throws Exception {
        Path box = box();
        erase();
        try (Case open = Case.open(kept, SETTINGS)) {
            ReadSummary summary = open.read(List.of(box), ReadListener.silent());

            assertThat(summary.refused())
                    .singleElement()
                    .satisfies(outcome -> assertThat(outcome.message()).contains("box.zip: it holds ", WHY));
            assertThat(filesWith(kept.resolve("originals"), List.of("harbour", "plover")))
                    .isEmpty();
            assertThat(open.verify(ReadListener.silent()).faults()).isEmpty();
        }
    }

    @Test
    void whatLiesInsideOfAnArchiveGoesWithItAndNotAlone() throws Exception {
        Path box = box();
        try (Case open = Case.open(kept, SETTINGS)) {
            open.read(List.of(box), ReadListener.silent());
            assertThatThrownBy(
                            () -> open.erasing().plan(item(open, "harbour.txt").id()))
                    .hasMessageContaining("its bytes are also in")
                    .hasMessageContaining("box.zip");
            assertThatThrownBy(() ->
                            open.erasing().plan(item(open, "zwielicht.txt").id()))
                    .hasMessageContaining("box.zip");

            Erasing.Plan plan = open.erasing().erase(item(open, "box.zip").id(), WHY, ReadListener.silent());

            assertThat(plan.items()).extracting(item -> item.name()).containsExactly("box.zip", "harbour.txt");
            assertThat(filesWith(kept, List.of("harbour"))).isEmpty();
            assertThat(ofErased(open)).as("what was also taken in by itself").isNotEmpty();
            assertThat(open.verify(ReadListener.silent()).faults()).isEmpty();
        }
    }

    private Path box() throws IOException {
        Path box = folder.resolve("box.zip");
        try (OutputStream out = Files.newOutputStream(box);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("zwielicht.txt"));
            zip.write(Files.readAllBytes(files.resolve("zwielicht.txt")));
            zip.putNextEntry(new ZipEntry("harbour.txt"));
            zip.write("Harbour notes\n\nThe harbour was calm all day.\n".getBytes(StandardCharsets.UTF_8));
        }
        return box;
    }

    @Test
    void aRestoredBackupKnowsWhatWasErasedSince() throws Exception {
        Path backup = folder.resolve("a.backup");
        try (Case open = Case.open(kept, SETTINGS)) {
            open.backup(backup, ReadListener.silent());
        }
        erase();
        Path restored = folder.resolve("b.case");

        int erased = CaseRestore.run(
                new CaseRestore.Source(backup, Optional.empty(), Optional.of(kept)),
                restored,
                SETTINGS,
                ReadListener.silent());

        assertThat(erased).isEqualTo(1);
        assertThat(filesWith(restored, RARE)).isEmpty();
        try (Case open = Case.open(restored, SETTINGS)) {
            CaseVerification verified = open.verify(ReadListener.silent());
            assertThat(verified.faults()).isEmpty();
            assertThat(verified.erased())
                    .singleElement()
                    .satisfies(erasure -> assertThat(erasure.why()).isEqualTo(WHY));
            assertThat(open.read(List.of(files), ReadListener.silent()).refused())
                    .hasSize(1);
        }
    }

    @Test
    void anotherCaseCannotSayWhatIsErased() throws Exception {
        Path backup = folder.resolve("a.backup");
        Path other = folder.resolve("other.case");
        try (Case open = Case.open(kept, SETTINGS);
                Case made = Case.openOrCreate(other, SETTINGS)) {
            open.backup(backup, ReadListener.silent());
            made.read(List.of(files), ReadListener.silent());
        }
        Path restored = folder.resolve("b.case");

        assertThatThrownBy(() -> CaseRestore.run(
                        new CaseRestore.Source(backup, Optional.empty(), Optional.of(other)),
                        restored,
                        SETTINGS,
                        ReadListener.silent()))
                .hasMessageContaining("it is of another case");
        assertThat(restored).doesNotExist();
    }

    /** A process that was killed when the log had the erasure and nothing else was done. */
    @Test
    void whatTheLogSaysIsErasedIsErasedByTheNextProcess() throws Exception {
        Sha256 digest;
        try (Case open = Case.open(kept, SETTINGS)) {
            digest = item(open, "zwielicht.txt").sha256();
        }
        Store store = Store.open(kept.resolve("case.db"));
        try (Custody custody = Custody.open(kept, SETTINGS, store)) {
            CustodyEvent event = Erasure.event(custody.key().salted(digest), WHY);
            custody.append(List.of(event.closing(Set.of(3L))));
        } finally {
            store.close();
        }
        try (Case open = Case.open(kept, SETTINGS)) {
            assertThat(open.verify(ReadListener.silent()).faults()).isEmpty();
            open.settle(ReadListener.silent());
            assertThat(open.verify(ReadListener.silent()).faults()).isEmpty();
            assertThat(open.verify(ReadListener.silent()).erased()).hasSize(1);
        }
        assertThat(filesWith(kept.resolve("originals"), RARE)).isEmpty();
        assertThat(filesWith(kept.resolve("index"), RARE)).isEmpty();
    }

    @Test
    void wordsThatWereTakenOutByNobodyKnownAreAFault() throws Exception {
        erase();
        Path log = kept.resolve("custody.log");
        List<String> lines = new ArrayList<>(Files.readAllLines(log));
        int at = 0;
        while (!lines.get(at).contains("\"action\":\"merge\"")) {
            at++;
        }
        String closed = lines.stream()
                .filter(line -> line.contains("\"closed\""))
                .findFirst()
                .orElseThrow();
        assertThat(closed).endsWith(" ");
        String open = lines.get(at);
        String mine = "{\"v\":2,\"closed\":" + (at + 1)
                + open.substring(open.indexOf(",\"previous\""), open.indexOf(",\"covers\""))
                + open.substring(open.indexOf(",\"key\""), open.indexOf(",\"salt\""))
                + open.substring(open.indexOf(",\"digest\""));
        lines.set(at, mine + " ".repeat(open.length() - mine.length()));
        Files.writeString(log, String.join("\n", lines) + "\n");

        String said = "custody entry " + (at + 1) + " of " + log.toAbsolutePath()
                + ": its words were taken out, and no later entry tells of an erasure";
        try (Case now = Case.open(kept, SETTINGS)) {
            assertThat(now.verify(ReadListener.silent()).faults()).anyMatch(fault -> fault.contains(said));
        }
    }

    @Test
    void needsAReasonAndAnItemThatIsThere() throws Exception {
        try (Case open = Case.open(kept, SETTINGS)) {
            ItemId item = item(open, "zwielicht.txt").id();
            assertThatThrownBy(() -> open.erasing().erase(item, " ", ReadListener.silent()))
                    .hasMessageContaining("a reason is needed");
            assertThatThrownBy(() -> open.erasing().find("it-00000000"))
                    .hasMessageContaining("the case has none of this id");
            assertThat(open.erasing().find(ofErased(open).get(0).document().value()))
                    .isEqualTo(item);
        }
    }

    @Test
    void alsoThatSomebodyLookedAtItsSealedOriginalIsClosed() throws Exception {
        Item item;
        try (Case open = Case.open(kept, SETTINGS)) {
            item = item(open, "zwielicht.txt");
            DocumentId document = ofErased(open).get(0).document();
            open.redacting().unsealed(document, item, "to compare").close();
        }
        erase();
        assertThat(filesWith(kept, List.of(item.sha256().hex()))).isEmpty();
        try (Case open = Case.open(kept, SETTINGS)) {
            assertThat(open.verify(ReadListener.silent()).faults()).isEmpty();
        }
    }
}
