package org.headwater.reading;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.headwater.reading.Made.SENTENCE;
import static org.headwater.reading.Made.bytes;
import static org.headwater.reading.Made.cut;
import static org.headwater.reading.Made.docx;
import static org.headwater.reading.Made.entries;
import static org.headwater.reading.Made.gzip;
import static org.headwater.reading.Made.odt;
import static org.headwater.reading.Made.patched;
import static org.headwater.reading.Made.pdf;
import static org.headwater.reading.Made.zip;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Files named by what is wrong with them. Each must end in outcomes, within the deadline, and within the 256 MB that the
 * build gives to this module's tests.
 */
class BrokenFilesTest {
    private static final ReadingLimits LIMITS = ReadingLimits.standard().withTime(Duration.ofSeconds(40));
    private static final String DOCTYPE =
            "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">"
                    + "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;\">]>";
    private static final String EXTERNAL = "<!DOCTYPE x [<!ENTITY d SYSTEM \"file:///etc/hostname\">]>";
    private static final String W_ENTITY = "<w:p><w:r><w:t>" + SENTENCE + " &d;</w:t></w:r></w:p>";

    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void endsInAnOutcome(String name, Optional<Fault> fault, int documents, Content content) throws IOException {
        Tree tree = new Tree(DocumentReader.withTesseract(LIMITS, Optional.empty()));
        tree.read(Source.ofBytes(name, content.make()));
        assertThat(tree.faults.stream().distinct().toList())
                .as("faults: %s", tree.messages)
                .isEqualTo(fault.stream().toList());
        assertThat(tree.texts).hasSize(documents);
        assertThat(tree.messages)
                .allSatisfy(message -> assertThat(message)
                        .startsWith("Cannot read " + name)
                        .doesNotContain("Exception", "\n", "null"));
    }

    static Stream<Arguments> files() {
        List<Arguments> all = new ArrayList<>();
        texts(all);
        papers(all);
        archives(all);
        captures(all);
        return all.stream();
    }

    private static void texts(List<Arguments> all) {
        bad(all, "empty.txt", Fault.EMPTY, () -> new byte[0]);
        bad(all, "only-nuls.txt", Fault.UNKNOWN_FORMAT, () -> new byte[5000]);
        bad(all, "random-bytes.txt", Fault.UNKNOWN_FORMAT, BrokenFilesTest::random);
        bad(all, "only-white-space.txt", Fault.NO_TEXT, () -> bytes(" \n\t \n"));
        bad(all, "video.txt", Fault.UNKNOWN_FORMAT, () -> bytes("\0\0\0\u0018ftypmp42" + "\0".repeat(900)));
        bad(
                all,
                "lone-surrogates-in-utf-16.txt",
                Fault.UNREADABLE_CHARACTERS,
                () -> utf16("\uFEFF" + "a\uDC00".repeat(500)));
        good(
                all,
                "lone-surrogate-in-utf-8.txt",
                1,
                () -> patched(bytes((SENTENCE + " é€ü ").repeat(9) + "@@@"), bytes("@@@"), new byte[] {
                    (byte) 0xED, (byte) 0xA0, (byte) 0x80
                }));
        good(
                all,
                "latin-1-without-saying-so.txt",
                1,
                () -> "Die Fähre fährt nicht für die Schüler.".repeat(9).getBytes(ISO_8859_1));
        good(all, "endless-line.txt", 1, () -> bytes(SENTENCE.repeat(60_000)));
        bad(all, "text-longer-than-the-bound.txt", Fault.TOO_LARGE, () -> bytes(SENTENCE.repeat(240_000)));
        bad(
                all,
                "without-text.html",
                Fault.NO_TEXT,
                () -> bytes("<html><head><title></title></head><body><script>x()</script></body></html>"));
        bad(
                all,
                "entity-bomb.html",
                Fault.ENTITY_BOMB,
                () -> bytes(DOCTYPE.replace(" x ", " html ") + "<html><body>&d;</body></html>"));
        good(all, "nested-100000-deep.html", 1, () -> bytes("<html><body>" + "<div>".repeat(100_000) + SENTENCE));
        good(all, "cut-off.html", 1, () -> bytes("<!doctype html><html><body><p>" + SENTENCE + "</p><p class=\"x"));
    }

    private static void papers(List<Arguments> all) {
        bad(all, "cut-off.pdf", Fault.BROKEN, () -> cut(pdf(new String[] {SENTENCE}), 30));
        bad(all, "encrypted.pdf", Fault.ENCRYPTED, Made::encryptedPdf);
        bad(all, "without-text.pdf", Fault.NO_TEXT, () -> pdf(new String[] {""}));
        good(all, "a-pdf-in-truth.txt", 1, () -> pdf(new String[] {SENTENCE}));
        bad(all, "cut-off.docx", Fault.BROKEN, () -> cut(docx("", W_ENTITY), 60));
        bad(all, "entity-bomb.docx", Fault.ENTITY_BOMB, () -> docx(DOCTYPE, W_ENTITY));
        bad(all, "external-entity.docx", Fault.ENTITY_BOMB, () -> docx(EXTERNAL, W_ENTITY));
        bad(all, "broken-xml.docx", Fault.BROKEN, () -> docx("", "<w:p><w:t>a</w:p>"));
        bad(
                all,
                "unpacks-without-end.docx",
                Fault.BOMB,
                () -> docx("", "<w:p><w:r><w:t>" + " ".repeat(20_000_000) + "</w:t></w:r></w:p>"));
        bad(all, "without-main-part.docx", Fault.BROKEN, () -> zip("[Content_Types].xml", bytes("<Types/>")));
        bad(all, "without-text.docx", Fault.NO_TEXT, () -> docx("", "<w:p/>"));
        bad(all, "encrypted.docx", Fault.ENCRYPTED, () -> ole("EncryptedPackage"));
        bad(all, "word-of-1997.doc", Fault.UNKNOWN_FORMAT, () -> ole("WordDocument"));
        bad(all, "entity-bomb.odt", Fault.ENTITY_BOMB, () -> odt(DOCTYPE, "<text:p>&d;</text:p>"));
        bad(
                all,
                "encrypted.odt",
                Fault.ENCRYPTED,
                () -> zip(entries(
                        "mimetype",
                        MediaTypes.ODT,
                        "META-INF/manifest.xml",
                        "<m><f><encryption-data/></f></m>",
                        "content.xml",
                        "?")));
        bad(all, "claims-to-be-huge.png", Fault.TOO_LARGE, () -> Made.png(60_000, 60_000));
        bad(all, "picture.png", Fault.NEEDS_TESSERACT, () -> Made.png(60, 60));
    }

    private static void archives(List<Arguments> all) {
        bad(all, "empty.zip", Fault.NO_TEXT, () -> zip(Map.of()));
        bad(all, "bomb.zip", Fault.BOMB, () -> zip("a.txt", new byte[48 << 20]));
        bad(all, "bomb.txt.gz", Fault.BOMB, () -> gzip(new byte[48 << 20]));
        bad(all, "nested-six-deep.zip", Fault.TOO_DEEP, BrokenFilesTest::nested);
        mixed(
                all,
                "upward-path.zip",
                Fault.UNSAFE_PATH,
                1,
                () -> zip(entries("../../etc/a.txt", SENTENCE, "b.txt", SENTENCE)));
        mixed(
                all,
                "absolute-path.zip",
                Fault.UNSAFE_PATH,
                1,
                () -> zip(entries("b.txt", SENTENCE, "C:\\a.txt", SENTENCE)));
        mixed(
                all,
                "path-from-the-root.zip",
                Fault.UNSAFE_PATH,
                1,
                () -> zip(entries("/etc/a.txt", SENTENCE, "b.txt", SENTENCE)));
        mixed(all, "link.zip", Fault.UNSAFE_PATH, 1, Made::zipWithLink);
        mixed(all, "wrong-size.zip", Fault.BROKEN, 1, BrokenFilesTest::wrongSize);
        mixed(all, "encrypted-entry.zip", Fault.ENCRYPTED, 1, BrokenFilesTest::encryptedEntry);
        mixed(all, "cut-off.zip", Fault.BROKEN, 1, () -> cut(zip(entries("a.txt", SENTENCE, "b.bin", random())), 70));
        mixed(all, "with-an-empty-entry.zip", Fault.EMPTY, 1, () -> zip(entries("a.txt", "", "b.txt", SENTENCE)));
        good(all, "same-name-twice.zip", 2, () -> zip(entries("a.txt", SENTENCE, "a.txt\u0001", SENTENCE + SENTENCE)));
        good(all, "name-that-turns-around.zip", 1, () -> zip("gpj.\u202Etxt.\u0007a", bytes(SENTENCE)));
        mixed(all, "with-a-link.tar", Fault.UNSAFE_PATH, 2, Made::tarWithLink);
        mixed(all, "with-a-link.tar.gz", Fault.UNSAFE_PATH, 2, () -> gzip(Made.tarWithLink()));
        bad(all, "cut-off.txt.gz", Fault.BROKEN, () -> cut(gzip(random()), 50));
        bad(all, "wrong-checksum.txt.gz", Fault.BROKEN, BrokenFilesTest::wrongChecksum);
    }

    private static void captures(List<Arguments> all) {
        mixed(all, "cut-off.warc", Fault.BROKEN, 1, () -> cut(Made.warc(), 92));
        mixed(all, "cut-off.warc.gz", Fault.BROKEN, 0, () -> cut(gzip(Made.warc()), 40));
        mixed(
                all,
                "wrong-length.warc",
                Fault.BROKEN,
                0,
                () -> patched(Made.warc(), bytes("Content-Length: 16"), bytes("Content-Length: 99")));
        bad(all, "without-captures.wacz", Fault.BROKEN, () -> zip("datapackage.json", bytes("{}")));
        bad(all, "without-anything.eml", Fault.NO_TEXT, () -> bytes(Made.mail("X-A: b", "")));
        good(all, "without-headers.eml", 1, () -> bytes("Hello all,\n\n" + SENTENCE));
        good(all, "without-its-end.eml", 1, () -> cut(bytes(Made.fullMail()), 55));
        good(
                all,
                "cut-off.mbox",
                2,
                () -> bytes("From a Mon Dec  5 10:14:00 2022\n" + Made.mail("X-A: b", SENTENCE)
                        + "\n\nFrom b Mon Dec  5 10:14:00 2022\n" + Made.mail("X-A: b", SENTENCE.substring(0, 30))));
    }

    @Test
    void refusesAFileOf200Megabytes() throws IOException {
        Path file = folder.resolve("200-megabytes.txt");
        byte[] block = bytes(SENTENCE.repeat(12_000));
        try (OutputStream out = Files.newOutputStream(file)) {
            for (long written = 0; written < 200_000_000; written += block.length) {
                out.write(block);
            }
        }
        Outcome.Refused refused = Read.refused(Source.ofFile(file));
        assertThat(refused.fault()).isEqualTo(Fault.TOO_LARGE);
        assertThat(refused.message())
                .startsWith("Cannot read 200-megabytes.txt: it has 20")
                .contains("20000000 characters");
    }

    @Test
    void boundsTheNumberOfEntriesAndTheBytesOfEverythingNested() throws IOException {
        byte[] three = zip(entries("a.txt", SENTENCE, "b.txt", SENTENCE, "c.txt", SENTENCE));
        assertThat(faults(ReadingLimits.standard().withEntries(2), three)).containsExactly(Fault.BOMB);
        byte[] nested = zip(entries("1.zip", zip("a.txt", random()), "2.zip", zip("b.txt", random())));
        assertThat(faults(ReadingLimits.standard().withExpandedBytes(60_000), nested))
                .contains(Fault.BOMB);
    }

    @Test
    void showsNamesThatTurnAroundAsTheyAre() throws IOException {
        List<Outcome> outcomes = Read.all(Source.ofBytes("a.zip", zip("x\u202Etxt.exe", bytes(SENTENCE))));
        Outcome.Contained entry = (Outcome.Contained) outcomes.get(0);
        assertThat(entry.entry().name()).isEqualTo("x[U+202E]txt.exe");
    }

    private static List<Fault> faults(ReadingLimits limits, byte[] bytes) {
        Tree tree = new Tree(DocumentReader.standard(limits));
        tree.read(Source.ofBytes("a.zip", bytes));
        return tree.faults;
    }

    private static byte[] random() {
        byte[] bytes = new byte[50_000];
        new Random(1).nextBytes(bytes);
        return bytes;
    }

    private static byte[] utf16(String text) {
        byte[] bytes = new byte[text.length() * 2];
        for (int i = 0; i < text.length(); i++) {
            bytes[2 * i] = (byte) text.charAt(i);
            bytes[2 * i + 1] = (byte) (text.charAt(i) >> 8);
        }
        return bytes;
    }

    private static byte[] ole(String stream) {
        byte[] bytes = new byte[8192];
        byte[] magic = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1};
        System.arraycopy(magic, 0, bytes, 0, magic.length);
        byte[] name = stream.getBytes(UTF_16LE);
        System.arraycopy(name, 0, bytes, 1024, name.length);
        return bytes;
    }

    private static byte[] nested() throws IOException {
        byte[] inner = zip("a.txt", bytes(SENTENCE));
        for (int i = 0; i < 5; i++) {
            inner = zip("inner.zip", inner);
        }
        return inner;
    }

    /** The list of entries says that a.txt has another size than it has. */
    private static byte[] wrongSize() throws IOException {
        byte[] zip = zip(entries("a.txt", SENTENCE + "!", "b.txt", SENTENCE));
        int size = SENTENCE.length() + 1;
        int central = new String(zip, ISO_8859_1).indexOf("PK\u0001\u0002");
        assertThat(zip[central + 24] & 0xFF).isEqualTo(size);
        zip[central + 24] = 9;
        return zip;
    }

    /** The first entry's flags say that it is encrypted. */
    private static byte[] encryptedEntry() throws IOException {
        byte[] zip = zip(entries("a.txt", SENTENCE, "b.txt", SENTENCE));
        zip[new String(zip, ISO_8859_1).indexOf("PK\u0001\u0002") + 8] |= 1;
        zip[6] |= 1;
        return zip;
    }

    private static byte[] wrongChecksum() throws IOException {
        byte[] gzip = gzip(bytes(SENTENCE));
        gzip[gzip.length - 8] ^= 1;
        return gzip;
    }

    private static void bad(List<Arguments> all, String name, Fault fault, Content content) {
        all.add(Arguments.of(name, Optional.of(fault), 0, content));
    }

    private static void good(List<Arguments> all, String name, int documents, Content content) {
        all.add(Arguments.of(name, Optional.empty(), documents, content));
    }

    private static void mixed(List<Arguments> all, String name, Fault fault, int documents, Content content) {
        all.add(Arguments.of(name, Optional.of(fault), documents, content));
    }

    /** Makes a file's bytes. */
    @FunctionalInterface
    interface Content {
        byte[] make() throws IOException;
    }

    /** Reads a source and everything in it. */
    static final class Tree {
        final List<Fault> faults = new ArrayList<>();
        final List<String> messages = new ArrayList<>();
        final List<String> texts = new ArrayList<>();
        private final DocumentReader reader;

        Tree(DocumentReader reader) {
            this.reader = reader;
        }

        void read(Source source) {
            reader.read(
                    Read.ITEM,
                    source,
                    outcome -> outcome.fold(new Outcome.Cases<Integer>() {
                        @Override
                        public Integer read(Outcome.Read read) {
                            texts.add(read.document().text());
                            return texts.size();
                        }

                        @Override
                        public Integer contained(Outcome.Contained contained) {
                            Tree.this.read(contained.entry());
                            return 0;
                        }

                        @Override
                        public Integer refused(Outcome.Refused refused) {
                            faults.add(refused.fault());
                            messages.add(refused.message());
                            return faults.size();
                        }

                        @Override
                        public Integer passedOver(Outcome.PassedOver passed) {
                            return 0;
                        }
                    }));
        }
    }
}
