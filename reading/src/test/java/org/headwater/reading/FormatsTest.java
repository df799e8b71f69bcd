package org.headwater.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.headwater.reading.Made.SENTENCE;
import static org.headwater.reading.Made.bytes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.headwater.model.Document;
import org.headwater.model.Known;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FormatsTest {
    @TempDir
    Path folder;

    /** It is left while it is unpacked, not when all of it lies on the disk. */
    @Test
    void anEntryThatUnpacksToMoreThanAFileMayHaveIsRefusedByItself() throws IOException {
        byte[] zip = Made.zip(Made.entries("a.txt", "a ".repeat(60_000), "b.txt", Made.SENTENCE));
        List<Outcome> outcomes = Read.all(
                DocumentReader.standard(ReadingLimits.standard().withItemBytes(65_000)), Source.ofBytes("a.zip", zip));
        assertThat(outcomes)
                .contains(new Outcome.Refused(
                        Fault.TOO_LARGE,
                        "a.zip!/a.txt",
                        "Cannot read a.zip!/a.txt: it unpacks to more than 65000 bytes (the bound)"))
                .hasSize(2);
    }

    @Test
    void whatIsNotWhatItsNameSaysIsToldSo() {
        assertThat(Read.all(
                        DocumentReader.standard(ReadingLimits.standard()),
                        Source.ofBytes("report.pdf", new byte[] {1, 2, 3, (byte) 0xfe, 5, 0, 0, 9})))
                .singleElement()
                .isEqualTo(new Outcome.Refused(
                        Fault.UNKNOWN_FORMAT,
                        "report.pdf",
                        "Cannot read report.pdf: its bytes begin as those of no format that is read, though its name ends in"
                                + " .pdf (it is damaged, cut off at its beginning, encrypted or something else)"));
    }

    @Test
    void putsPdfLinesBackIntoParagraphsWithoutHeadsAndFeet() throws IOException {
        String[] first = {
            "Marsh Courier - 5 December 2022",
            "",
            "Ferry stays in port",
            "",
            "The old ferry will not sail again before the spring, the harbour of-",
            "fice said on Monday, since the parts that it needs are made by one well-",
            "known firm only, and that firm is on holiday until the end of the month,",
            "",
            "1"
        };
        String[] second = {
            "Marsh Courier - 5 December 2022",
            "",
            "as a well-known mechanic said in the morning to those who asked for him.",
            "",
            "Nobody else has the drawings.",
            "",
            "2"
        };
        Document document = Read.one(Source.ofBytes("a.pdf", Made.pdf(first, second)));
        assertThat(document.text())
                .isEqualTo(
                        "Ferry stays in port\n\nThe old ferry will not sail again before the spring, the harbour office said on"
                                + " Monday, since the parts that it needs are made by one well-known firm only, and that firm is on holiday"
                                + " until the end of the month, as a well-known mechanic said in the morning to those who asked for him.\n\n"
                                + "Nobody else has the drawings.");
        assertThat(document.title()).isEqualTo(Known.of("Ferry stays in port", "first line"));
        assertThat(document.reader()).isEqualTo("pdf@1");
    }

    @Test
    void readsWordDocuments() throws IOException {
        Document document = Read.one(
                Source.ofBytes(
                        "a.docx",
                        Made.docx(
                                "",
                                "<w:p><w:r><w:t>Ferry stays</w:t></w:r><w:r><w:t xml:space=\"preserve\"> in port &amp; dock</w:t></w:r></w:p>"
                                        + "<w:p/><w:p><w:r><w:t>Harbour Watch</w:t></w:r></w:p>"
                                        + "<w:p><w:del><w:r><w:delText>gone</w:delText></w:r></w:del><w:r><w:t>one</w:t><w:br/><w:t>two</w:t></w:r></w:p>"
                                        + "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>b</w:t></w:r></w:p></w:tc></w:tr>"
                                        + "<w:tr><w:tc><w:p><w:r><w:t>c</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:p><w:r><w:t>end</w:t></w:r></w:p>")));
        assertThat(document.text())
                .isEqualTo("Ferry stays in port & dock\n\nHarbour Watch\n\none\ntwo\n\na\tb\nc\nend");
        assertThat(document.title().value()).contains("Ferry stays in port & dock");
        assertThat(document.outlet().value()).contains("Harbour Watch");
    }

    @Test
    void readsOpenDocuments() throws IOException {
        Document document = Read.one(
                Source.ofBytes(
                        "a.odt",
                        Made.odt(
                                "",
                                "<text:h>Ferry stays in port</text:h><text:p>one<text:s text:c=\"2\"/>two<text:line-break/>three"
                                        + "<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>a note</text:p>"
                                        + "</text:note-body></text:note> four</text:p><text:tracked-changes><text:p>gone</text:p></text:tracked-changes>")));
        assertThat(document.text()).isEqualTo("Ferry stays in port\n\none  two\nthree (a note ) four");
        assertThat(document.title().value()).contains("Ferry stays in port");
    }

    @Test
    void readsAMailAndHandsOnWhatItCarries() {
        List<Outcome> outcomes = Read.all(Source.ofBytes("a.eml", bytes(Made.fullMail())));
        Document document = ((Outcome.Read) outcomes.get(0)).document();
        assertThat(document.text()).isEqualTo(SENTENCE);
        assertThat(document.title()).isEqualTo(Known.of("The ferry – again", "Subject"));
        assertThat(document.outlet()).isEqualTo(Known.of("Marsh Desk", "From, an office's mailbox"));
        assertThat(document.published().map(Object::toString)).isEqualTo(Known.of("2022-12-05", "Date"));
        assertThat(outcomes.get(1)).isEqualTo(new Outcome.PassedOver("a.eml", 1, "pictures in the mail's text"));
        Source note = ((Outcome.Contained) outcomes.get(2)).entry();
        assertThat(note.where()).isEqualTo("a.eml!/note.txt");
        assertThat(Read.one(note).text()).isEqualTo("A note. " + SENTENCE);
    }

    @Test
    void numbersTheMailsOfAMailbox() {
        String box = "From a Mon Dec  5 10:14:00 2022\n" + Made.mail("X-A: b", SENTENCE + "\n\n>From here on")
                + "\n\nFrom b Tue Dec  6 10:14:00 2022\n" + Made.mail("X-A: b", "A second mail. " + SENTENCE);
        List<Document> documents = new ArrayList<>();
        for (Outcome outcome : Read.all(Source.ofBytes("box", bytes(box)))) {
            documents.add(((Outcome.Read) outcome).document());
        }
        assertThat(documents).extracting(Document::part).containsExactly("1", "2");
        assertThat(documents.get(0).text()).isEqualTo(SENTENCE + "\n\nFrom here on");
        assertThat(documents.get(0).id()).isNotEqualTo(documents.get(1).id());
    }

    @Test
    void takesPagesOutOfAWebArchiveWithAddressAndTime() throws IOException {
        for (byte[] warc : List.of(Made.warc(), Made.gzip(Made.warc()))) {
            List<Outcome> outcomes = Read.all(Source.ofBytes("crawl.warc.gz", warc));
            assertThat(outcomes).hasSize(3);
            Source page = ((Outcome.Contained) outcomes.get(0)).entry();
            assertThat(page.name()).isEqualTo("ferry");
            assertThat(page.address()).contains("https://marsh.example/2022/ferry");
            assertThat(page.captured()).contains(Instant.parse("2022-12-05T10:14:00Z"));
            assertThat(((Outcome.Contained) outcomes.get(1)).entry().name()).isEqualTo("index.html");
            assertThat(((Outcome.PassedOver) outcomes.get(2)).count()).isEqualTo(3);
        }
    }

    @Test
    void readsTheCapturesOfAWaczOnly() throws IOException {
        byte[] wacz = Made.zip(Made.entries(
                "datapackage.json", "{}", "pages/pages.jsonl", "{}", "archive/data.warc.gz", Made.gzip(Made.warc())));
        List<Outcome> outcomes = Read.all(Source.ofBytes("crawl.wacz", wacz));
        assertThat(((Outcome.Contained) outcomes.get(0)).entry().where()).isEqualTo("crawl.wacz!/archive/data.warc.gz");
        assertThat(outcomes.get(1)).isEqualTo(new Outcome.PassedOver("crawl.wacz", 2, "indexes of the web archive"));
    }

    @Test
    void readsOnFromWhereAnEntryIsKept() throws IOException {
        Path kept = Files.writeString(folder.resolve("0123abcd"), SENTENCE);
        List<Outcome> outcomes = Read.all(Source.ofBytes("a.zip", Made.zip("b.txt", bytes("other"))));
        Source entry = ((Outcome.Contained) outcomes.get(0)).entry().keptAt(kept);
        assertThat(entry.where()).isEqualTo("a.zip!/b.txt");
        assertThat(entry.depth()).isEqualTo(1);
        assertThat(Read.one(entry).text()).isEqualTo(SENTENCE);
    }

    @Test
    void readsPicturesByTesseractWhereThereIsOne() throws IOException {
        Path tesseract = folder.resolve("tesseract");
        Files.writeString(
                tesseract,
                "#!/bin/sh\nif [ \"$1\" = --list-langs ]; then echo eng; else echo \"" + SENTENCE + " -l $4\"; fi\n");
        Files.setPosixFilePermissions(tesseract, PosixFilePermissions.fromString("rwxr-xr-x"));
        DocumentReader reader = DocumentReader.withTesseract(ReadingLimits.standard(), Optional.of(tesseract));
        Outcome.Read read = (Outcome.Read)
                Read.all(reader, Source.ofBytes("a.png", Made.png(60, 60))).get(0);
        assertThat(read.document().text()).isEqualTo(SENTENCE + " -l eng");
        assertThat(read.notes()).hasSize(1);
    }

    @Test
    void leavesAParserBehindThatMissesItsDeadline() throws IOException {
        Path tesseract = folder.resolve("tesseract");
        Files.writeString(tesseract, "#!/bin/sh\nsleep 600\n");
        Files.setPosixFilePermissions(tesseract, PosixFilePermissions.fromString("rwxr-xr-x"));
        DocumentReader reader = DocumentReader.withTesseract(
                ReadingLimits.standard().withTime(Duration.ofMillis(300)), Optional.of(tesseract));
        Outcome.Refused refused = (Outcome.Refused)
                Read.all(reader, Source.ofBytes("a.png", Made.png(60, 60))).get(0);
        assertThat(refused.fault()).isEqualTo(Fault.TIMED_OUT);
        assertThat(refused.message()).isEqualTo("Cannot read a.png: it took longer than 300 milliseconds (the bound)");
    }

    @Test
    void tellsMediaTypesFromTheBytes() throws IOException {
        DocumentReader reader = DocumentReader.standard(ReadingLimits.standard());
        assertThat(reader.mediaType(Source.ofBytes("a.txt", Made.pdf(new String[] {SENTENCE}))))
                .isEqualTo("application/pdf");
        assertThat(reader.mediaType(Source.ofBytes("a.bin", bytes("<!doctype html><p>x"))))
                .isEqualTo("text/html");
        assertThat(reader.mediaType(Source.ofBytes("a", bytes(SENTENCE)))).isEqualTo("text/plain");
        assertThat(reader.mediaType(Source.ofBytes("data.json", bytes("{\"a\":1}"))))
                .isEqualTo("application/json");
    }
}
