package org.headwater.exchange.bag;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gov.loc.repository.bagit.reader.BagReader;
import gov.loc.repository.bagit.verify.BagVerifier;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.headwater.casefile.Case;
import org.headwater.casefile.CaseException;
import org.headwater.casefile.CaseSettings;
import org.headwater.casefile.CaseView;
import org.headwater.casefile.Decision;
import org.headwater.casefile.Decision.Action;
import org.headwater.casefile.ReadListener;
import org.headwater.evidence.CustodyHead;
import org.headwater.evidence.SigningKey;
import org.headwater.evidence.timestamp.Timestamps;
import org.headwater.exchange.bag.BagExport.Choice;
import org.headwater.exchange.bag.BagExport.Originals;
import org.headwater.model.Finding;
import org.headwater.model.Sha256;
import org.headwater.model.StatementId;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One case with a withheld person, exported in each way, checked by three programs, and merged into others. */
class BagTest {
    private static final Instant NOW = Instant.parse("2026-01-05T10:00:00Z");
    private static final String FERRY = """
            Ferry timetable changes

            The ferry runs every hour from the north side of the harbour, and on Sundays it does not run at all.
            """;
    private static final String PERSON = "Mara Vintgaarden";

    /** Words are the screen's business; here any will do. */
    private static final Wording WORDING = new Wording() {
        @Override
        public String subject(Finding finding) {
            return finding.kind();
        }

        @Override
        public String says(Finding finding, Finding.Value value) {
            return value.slots().keySet().toString();
        }
    };

    @TempDir
    private static Path shared;

    private static Path kept;

    @TempDir
    private Path folder;

    private static CaseSettings settings(String who) {
        return CaseSettings.usual(Clock.fixed(NOW, ZoneOffset.UTC), who);
    }

    @BeforeAll
    static void readAndDecide() throws IOException, CaseException {
        Path files = Files.createDirectory(shared.resolve("files"));
        Files.writeString(files.resolve("lakeside.txt"), """
                The Lakeside Post

                The Orchard Watch said on 3 May 2022 that it had counted 12 Chinese police stations in 5 countries.
                """);
        Files.writeString(files.resolve("harbour.txt"), """
                The Harbour Courier

                The Netherlands ordered the closure of the Chinese police station in Rotterdam, said %s, a resident, who can be
                reached at mara@example.org.
                """.formatted(PERSON));
        Files.writeString(files.resolve("ferry.txt"), FERRY);
        Files.writeString(files.resolve("veerpont.txt"), """
                De Veerpont

                Nederland heeft de sluiting bevolen van het Chinese politiebureau in Rotterdam, zegt de buurvrouw van de haven,
                Wilma Duinkerk, die er al jaren woont. Zij weet niet wie er op het bureau werkt en wil dat ook niet weten.
                """);
        kept = shared.resolve("a.case");
        try (Case open = Case.openOrCreate(kept, settings("ann"))) {
            open.read(List.of(files), ReadListener.silent());
            StatementId first = open.view().statements().keySet().iterator().next();
            open.decide(Action.ACCEPT, first.value(), Map.of(), "read correctly");
            open.decide(Action.WITHHOLD, PERSON, Map.of(), "a resident");
            open.decide(Action.MERGE, "The Orchard Watch", Map.of("other", "Orchard Watch"), "same letterhead");
            open.decide(Action.UNDO, "1", Map.of(), "a second look");
        }
    }

    private Path export(Originals originals) throws IOException, CaseException {
        Path bag = folder.resolve("bag-" + originals);
        try (Case open = Case.open(kept, settings("ann"))) {
            BagExport.of(open, new Choice(List.of(), originals, WORDING)).write(bag);
        }
        return bag;
    }

    private static BagVerification.Result verify(Path bag) throws IOException {
        return BagVerification.of(bag, NOW, files -> {});
    }

    @Test
    void theUsualBagIsWholeForUsForTheLibraryOfCongressAndForTheShell() throws Exception {
        Path bag = export(Originals.HARMLESS);

        assertThat(verify(bag).faults()).isEmpty();
        try (BagVerifier verifier = new BagVerifier()) {
            verifier.isValid(new BagReader().read(bag), false);
        }
        assertThat(shell(bag)).contains("Whole.").contains(verify(bag).head().hex());
    }

    @Test
    void nothingInTheUsualBagNamesWhoIsWithheld() throws Exception {
        Path bag = export(Originals.HARMLESS);

        try (Stream<Path> walk = Files.walk(bag)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file, ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain("Vintgaarden", "mara@example", "Duinkerk");
            }
        }
        assertThat(bag.resolve("data/originals").toFile().list()).hasSize(2);
        assertThat(bag.resolve("data/texts").toFile().list()).hasSize(3);
        assertThat(Files.readString(bag.resolve("data/documents.jsonl"))).doesNotContain("er al jaren woont");
        assertThat(Files.readString(bag.resolve("bag-info.txt"))).contains("2 originals (2 held back)");
        assertThat(verify(bag).closed()).isPositive();
        assertThat(Files.readString(bag.resolve("data/index.html")))
                .contains("Content-Security-Policy")
                .contains("12 Chinese police stations")
                .contains(
                        "2 originals (1 in which something is masked, 1 in a language in which persons are not looked for")
                .contains("1 text in such a language", "--with-originals")
                .doesNotContain("<script");
    }

    @Test
    void aBagWithAllOriginalsSaysThatItIsNotForPublication() throws Exception {
        Path bag = export(Originals.ALL);

        assertThat(verify(bag).faults()).isEmpty();
        assertThat(verify(bag).closed()).isZero();
        assertThat(bag.resolve("data/originals").toFile().list()).hasSize(4);
        assertThat(Files.readString(bag.resolve("bag-info.txt"))).contains("NOT FOR PUBLICATION");
        assertThat(Files.readString(bag.resolve("data/index.html"))).contains("Not for publication");
        assertThat(shell(bag)).contains("Whole.");
    }

    @Test
    void aBagOfOneFindingHasOnlyWhatItRestsOn() throws Exception {
        Path bag = folder.resolve("one");
        try (Case open = Case.open(kept, settings("ann"))) {
            Finding finding = open.view().findings().stream()
                    .filter(each -> each.kind().equals("site-count"))
                    .findFirst()
                    .orElseThrow();
            BagExport.Summary summary = BagExport.of(open, new Choice(List.of(finding), Originals.ALL, WORDING))
                    .write(bag);
            assertThat(summary.findings()).isEqualTo(1);
            assertThat(summary.documents()).isEqualTo(1);
            assertThat(summary.originals()).isEqualTo(1);
        }
        assertThat(verify(bag).faults()).isEmpty();
        assertThat(shell(bag)).contains("Whole.");
    }

    @Test
    void anyChangeToABagIsNamedByUsAndByTheShell() throws Exception {
        tampered(
                bag -> Files.writeString(bag.resolve("data/statements.jsonl"), "x", StandardOpenOption.APPEND),
                "data/statements.jsonl");
        tampered(bag -> Files.delete(bag.resolve("data/decisions.jsonl")), "data/decisions.jsonl");
        tampered(bag -> Files.writeString(bag.resolve("data/more.txt"), "more"), "data/more.txt");
        tampered(bag -> Files.writeString(bag.resolve("bag-info.txt"), "Contact-Name: Eve\n"), "bag-info.txt");
        tampered(bag -> Files.write(bag.resolve("signature.ed25519"), new byte[64]), "signature");
    }

    /** The manifests are made anew and fit; the signature cannot be. */
    @Test
    void aBagWhoseManifestsWereMadeAnewLacksTheSignature() throws Exception {
        tampered(
                bag -> {
                    Path manifest = bag.resolve("manifest-sha256.txt");
                    Files.writeString(manifest, Files.readString(manifest).replace("data/index", "data/outdex"));
                    Files.move(bag.resolve("data/index.html"), bag.resolve("data/outdex.html"));
                    Path tags = bag.resolve("tagmanifest-sha256.txt");
                    String digest = org.headwater.model.Sha256.of(
                                    org.headwater.model.ContentHash.sha256().digest(Files.readAllBytes(manifest)))
                            .hex();
                    Files.writeString(
                            tags, Files.readString(tags).replaceAll("[0-9a-f]{64}(?=  manifest-sha256)", digest));
                },
                "signature");
    }

    private interface Tampering {
        void with(Path bag) throws IOException;
    }

    private void tampered(Tampering tampering, String named) throws Exception {
        Path bag = export(Originals.HARMLESS);
        tampering.with(bag);
        assertThat(verify(bag).faults()).anyMatch(fault -> fault.contains(named));
        assertThat(shell(bag)).contains("WRONG").doesNotContain("Whole.");
        remove(bag);
    }

    /** Whoever has a key can sign anything, so the signature over a hostile bag holds. */
    @Test
    void whatABagMayNotHaveIsNamedThoughItIsSigned() throws Exception {
        Path outside = Files.writeString(folder.resolve("outside.txt"), "outside");
        hostile(bag -> sign(bag, digest(outside) + "  ../outside.txt\n", ""), "'../outside.txt' lies outside");
        hostile(bag -> sign(bag, digest(outside) + "  " + outside + "\n", ""), "lies outside of the bag");
        hostile(
                bag -> sign(
                        bag,
                        digest(bag.resolve("data/items.jsonl")) + "  "
                                + bag.resolve("data/items.jsonl").toAbsolutePath() + "\n",
                        ""),
                "lies outside of the bag");
        hostile(
                bag -> sign(bag, digest(bag.resolve("data/items.jsonl")) + "  data/items.jsonl\n", ""),
                "names data/items.jsonl twice");
        hostile(bag -> sign(bag, "", "custody.pub"), "does not name custody.pub");
        hostile(
                bag -> {
                    Files.move(bag.resolve("data/items.jsonl"), folder.resolve("items.jsonl"));
                    Files.createSymbolicLink(bag.resolve("data/items.jsonl"), folder.resolve("items.jsonl"));
                    sign(bag, "", "");
                },
                "Cannot find data/items.jsonl");
        hostile(
                bag -> {
                    Path custody = bag.resolve("data/custody/custody.jsonl");
                    List<String> lines = Files.readAllLines(custody);
                    Files.write(custody, lines.subList(1, lines.size()));
                    sign(bag, "", "");
                },
                "Cannot trust custody entry 1");
    }

    @Test
    void aTimestampThatIsOverNoEntryOfTheBagIsNamed() throws Exception {
        Sha256 other = new Sha256("cd".repeat(32));
        for (long entry : List.of(1L, 9_999L)) {
            hostile(
                    bag -> {
                        Timestamps.of(bag.resolve("data"))
                                .want(
                                        new CustodyHead(entry, other, 0),
                                        URI.create("http://127.0.0.1:1/tsr"),
                                        new SecureRandom());
                        sign(bag, "", "");
                    },
                    "custody entry " + entry + " is not the one it is over");
        }
    }

    @Test
    void aSignedBagBringsInNoOtherBytesUnderADigestAndNoDecisionThatIsNone() throws Exception {
        Path bag = export(Originals.ALL);
        Path original = bag.resolve("data/originals").resolve(digest(shared.resolve("files/ferry.txt")));
        Files.setPosixFilePermissions(original, java.nio.file.attribute.PosixFilePermissions.fromString("rw-r--r--"));
        Files.writeString(original, "other words");
        sign(bag, "", "");
        assertThat(verify(bag).faults()).isEmpty();
        notMerged(bag, "has other bytes or none");
        remove(bag);

        Path second = export(Originals.ALL);
        Path decisions = second.resolve("data/decisions.jsonl");
        Files.writeString(
                decisions,
                Files.readString(decisions)
                        .replace("\"action\":\"undo\",\"target\":\"1\"", "\"action\":\"undo\",\"target\":\"one\""));
        sign(second, "", "");
        assertThat(verify(second).faults()).isEmpty();
        notMerged(second, "Cannot take over decision");
    }

    private void notMerged(Path bag, String why) throws Exception {
        assertThatThrownBy(() -> BagImport.check(bag, NOW))
                .isInstanceOf(CaseException.class)
                .hasMessageContaining(why);
    }

    private void hostile(Tampering tampering, String named) throws Exception {
        Path bag = export(Originals.HARMLESS);
        tampering.with(bag);
        assertThat(verify(bag).faults())
                .anyMatch(fault -> fault.contains(named))
                .noneMatch(fault -> fault.contains("its signature"));
        remove(bag);
    }

    /** Makes the manifests anew and signs them. */
    private static void sign(Path bag, String morePayload, String withoutTag) throws IOException {
        StringBuilder payload = new StringBuilder();
        StringBuilder tags = new StringBuilder();
        List<String> names;
        try (Stream<Path> walk = Files.walk(bag)) {
            names = walk.filter(Files::isRegularFile)
                    .map(file -> bag.relativize(file).toString())
                    .sorted()
                    .toList();
        }
        for (String name : names) {
            if (name.startsWith("data/")) {
                payload.append(digest(bag.resolve(name)) + "  " + name + "\n");
            }
        }
        Files.writeString(bag.resolve("manifest-sha256.txt"), payload + morePayload);
        for (String name : names) {
            boolean unlisted = List.of("tagmanifest-sha256.txt", "signature.ed25519", withoutTag)
                    .contains(name);
            if (!name.startsWith("data/") && !unlisted) {
                tags.append(digest(bag.resolve(name)) + "  " + name + "\n");
            }
        }
        Files.writeString(bag.resolve("tagmanifest-sha256.txt"), tags);
        Files.write(
                bag.resolve("signature.ed25519"),
                SigningKey.find(kept).orElseThrow().signature(tags.toString().getBytes(UTF_8)));
    }

    private static String digest(Path file) throws IOException {
        return BagVerification.digestOf(file).hex();
    }

    @Test
    void aBagMergesIntoAnotherCaseOnceAndLosesNothing() throws Exception {
        Path bag = export(Originals.ALL);
        Path other = folder.resolve("b.case");
        Path own = Files.createDirectory(folder.resolve("own"));
        Files.writeString(own.resolve("ferry.txt"), FERRY);
        try (Case into = Case.openOrCreate(other, settings("ben"));
                Case from = Case.open(kept, settings("ann"))) {
            into.read(List.of(own), ReadListener.silent());
            into.decide(Action.MERGE, "A", Map.of("other", "B"), "");

            BagImport.Summary first = BagImport.into(into).merge(BagImport.check(bag, NOW), ReadListener.silent());
            assertThat(first.read().documents()).isEqualTo(3);
            assertThat(first.read().known()).isEqualTo(1);
            assertThat(first.decisions()).isEqualTo(4);
            assertThat(first.custodyEntries()).isPositive();
            CaseView view = into.view();
            assertThat(view.documents())
                    .containsExactlyInAnyOrderElementsOf(from.view().documents());
            assertThat(view.statements().keySet())
                    .isEqualTo(from.view().statements().keySet());
            assertThat(view.decisions()).extracting(Decision::who).containsExactly("ben", "ann", "ann", "ann", "ann");
            assertThat(view.decisions().get(4).target())
                    .as("the undo names its decision here")
                    .isEqualTo("2");
            assertThat(into.verify(ReadListener.silent()).faults()).isEmpty();

            BagImport.Summary second = BagImport.into(into).merge(BagImport.check(bag, NOW), ReadListener.silent());
            assertThat(second.read().documents()).isZero();
            assertThat(second.decisions()).isZero();
            assertThat(Files.readString(into.evidence().custodyLog()).split("\"action\":\"import\"", -1))
                    .as("the import is on record once")
                    .hasSize(2);
            assertThat(into.view().decisions()).hasSize(5);
            assertThat(into.verify(ReadListener.silent()).faults()).isEmpty();

            Path signature = other.resolve("bundles/" + first.bundle() + "/signature.ed25519");
            byte[] good = Files.readAllBytes(signature);
            Files.write(signature, new byte[good.length]);
            assertThat(into.verify(ReadListener.silent()).faults())
                    .singleElement()
                    .asString()
                    .contains("its signature does not hold");
            Files.write(signature, good);

            Path chain = other.resolve("bundles/" + first.bundle() + "/data/custody/custody.jsonl");
            Files.writeString(chain, Files.readString(chain).replace("a resident", "a citizen"));
            assertThat(into.verify(ReadListener.silent()).faults())
                    .singleElement()
                    .asString()
                    .contains("its custody entries are not those it came with");
        }
    }

    @Test
    void aBagThatIsNotWholeOrHasNoOriginalsIsNotMerged() throws Exception {
        Path bag = export(Originals.ALL);
        Files.writeString(bag.resolve("data/items.jsonl"), "", StandardOpenOption.TRUNCATE_EXISTING);
        assertThatThrownBy(() -> BagImport.check(bag, NOW))
                .isInstanceOf(CaseException.class)
                .hasMessageContaining("it is not whole: Cannot trust data/items.jsonl");
        assertThatThrownBy(() -> BagImport.check(shared, NOW))
                .isInstanceOf(CaseException.class)
                .hasMessageContaining("it is no bag");
    }

    @Test
    void theUsualBagSaysNeitherWhoWorkedOnTheCaseNorWhereFilesLay() throws Exception {
        Path bag = export(Originals.HARMLESS);
        assertThat(filesWith(bag, Pattern.compile("\\bann\\b|" + Pattern.quote(shared.toString()))))
                .isEmpty();
        assertThat(bag.resolve("data/decisions.jsonl")).content().contains("\"who\":\"investigator 1\"");
        assertThat(bag.resolve("data/items.jsonl")).content().contains("\"takenFrom\":\"ferry.txt\"");
        BagVerification.Result all = verify(bag);
        assertThat(all.faults()).isEmpty();
        assertThat(all.closed()).isEqualTo(all.entries());
        assertThat(shell(bag)).contains("Whole.");
        try (Case into = Case.open(kept, settings("ann"))) {
            assertThat(BagImport.into(into)
                            .merge(BagImport.check(bag, NOW), ReadListener.silent())
                            .decisions())
                    .as("decisions that the case has, whoever took them")
                    .isZero();
        }

        Path named = folder.resolve("named");
        try (Case open = Case.open(kept, settings("ann"))) {
            BagExport.of(open, new Choice(List.of(), Originals.HARMLESS, BagExport.Keepers.NAMED, WORDING))
                    .write(named);
        }
        assertThat(filesWith(named, Pattern.compile(Pattern.quote(shared.toString()))))
                .isEmpty();
        assertThat(named.resolve("data/custody/custody.jsonl")).content().contains("\"who\":\"ann\"");
        assertThat(verify(named).closed()).isPositive().isLessThan(verify(named).entries());
        assertThat(shell(named)).contains("Whole.");
    }

    private static List<String> filesWith(Path bag, Pattern words) throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> walk = Files.walk(bag)) {
            for (Path file : walk.filter(Files::isRegularFile).sorted().toList()) {
                if (words.matcher(Files.readString(file, ISO_8859_1)).find()) {
                    found.add(bag.relativize(file).toString());
                }
            }
        }
        return found;
    }

    @Test
    void filesOfOneNameAreToldApartThoughTheirFoldersAreLeftOut() throws Exception {
        for (String each : List.of("one", "two")) {
            Path in = Files.createDirectories(folder.resolve("files").resolve(each));
            Files.writeString(
                    in.resolve("post.txt"), "海峡日报\n\n海外“警侨服务站”第" + each + "篇\n\n2022年9月20日\n\n中国公安机关设立了54个海外警务服务站。\n");
        }
        Path bag = folder.resolve("bag");
        try (Case open = Case.openOrCreate(folder.resolve("d.case"), settings("ann"))) {
            open.read(List.of(folder.resolve("files")), ReadListener.silent());
            BagExport.of(open, new Choice(List.of(), Originals.HARMLESS, WORDING))
                    .write(bag);
        }
        try (Case into = Case.openOrCreate(folder.resolve("e.case"), settings("ben"))) {
            BagImport.into(into).merge(BagImport.check(bag, NOW), ReadListener.silent());
            assertThat(into.view().documents()).hasSize(2);
            assertThat(into.view().intakes()).hasSize(2);
            assertThat(into.verify(ReadListener.silent()).faults()).isEmpty();
        }
    }

    @Test
    void aFolderThatHoldsSomethingIsNotWrittenTo() throws Exception {
        try (Case open = Case.open(kept, settings("ann"))) {
            assertThatThrownBy(() -> BagExport.of(open, new Choice(List.of(), Originals.ALL, WORDING))
                            .write(shared))
                    .isInstanceOf(CaseException.class)
                    .hasMessageContaining("holds something");
        }
    }

    private static String shell(Path bag) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("sh", bag.resolve("verify.sh").toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(said).isEqualTo(said.contains("Whole.") ? 0 : 1);
        return said;
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path each : walk.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
