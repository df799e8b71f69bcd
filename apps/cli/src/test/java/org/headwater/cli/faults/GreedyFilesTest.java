package org.headwater.cli.faults;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.headwater.casefile.Case;
import org.headwater.casefile.CaseView;
import org.headwater.casefile.IntakeOutcome;
import org.headwater.casefile.ReadListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Small documents that need more memory than the process has lie among ordinary ones. They are refused, with the reason;
 * every other one is read, also those that were being read at the very moment, and the run comes to its end.
 */
class GreedyFilesTest {
    private static final int MEGABYTE = 1 << 20;

    @TempDir
    private Path folder;

    @Test
    void oneDocumentDoesNotTakeTheRunDown() throws Exception {
        Path articles = Materials.write(folder.resolve("materials")).resolve("articles");
        Files.write(articles.resolve("1/packed-twice.pdf"), packedTwice());
        Files.write(articles.resolve("7/attribute-of-a-hundred-million-letters.docx"), attribute());
        Files.write(articles.resolve("9/another-attribute.docx"), attribute());
        List<Path> wanted = IntStream.range(0, 12)
                .mapToObj(each -> articles.resolve(Integer.toString(each)))
                .toList();
        Path kept = folder.resolve("a.case");

        List<String> command = Child.prepare(folder.resolve("child")).command("org.headwater.cli.Main");
        command.set(command.indexOf("-Xmx400m"), "-Xmx192m");
        command.addAll(List.of("read", kept.toString()));
        wanted.forEach(each -> command.add(each.toString()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(said).isEqualTo(5);

        try (Case open = Case.open(kept, Worker.settings())) {
            CaseView view = open.view();
            assertThat(view.intakes())
                    .filteredOn(each -> each.result() == IntakeOutcome.Result.REFUSED)
                    .extracting(each -> each.path().substring(each.path().lastIndexOf('/') + 1) + ": "
                            + each.fault().orElseThrow())
                    .containsExactlyInAnyOrder(
                            // A gigabyte of blanks passes through without being kept.
                            "packed-twice.pdf: no-text",
                            "another-attribute.docx: needs-memory",
                            "attribute-of-a-hundred-million-letters.docx: needs-memory");
            assertThat(view.documents()).as(said).hasSize(12 * 2 + 4);
            assertThat(open.verify(ReadListener.silent()).faults()).isEmpty();
        }
    }

    /** A page whose content is packed twice: a few kilobytes stand for a gigabyte. */
    private static byte[] packedTwice() throws IOException {
        byte[] blanks = new byte[MEGABYTE];
        Arrays.fill(blanks, (byte) ' ');
        ByteArrayOutputStream once = new ByteArrayOutputStream();
        try (OutputStream out = new DeflaterOutputStream(once, new Deflater(Deflater.BEST_SPEED), MEGABYTE)) {
            for (int i = 0; i < 1000; i++) {
                out.write(blanks);
            }
        }
        ByteArrayOutputStream twice = new ByteArrayOutputStream();
        try (OutputStream out = new DeflaterOutputStream(twice)) {
            once.writeTo(out);
        }
        assertThat(twice.size()).isLessThan(MEGABYTE / 10);
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        pdf.writeBytes(("%PDF-1.4\n1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj\n"
                        + "2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1>> endobj\n"
                        + "3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] /Contents 4 0 R>> endobj\n"
                        + "4 0 obj <</Length " + twice.size() + " /Filter [/FlateDecode /FlateDecode]>> stream\n")
                .getBytes(ISO_8859_1));
        twice.writeTo(pdf);
        pdf.writeBytes("\nendstream endobj\ntrailer <</Root 1 0 R>>\n%%EOF\n".getBytes(ISO_8859_1));
        return pdf.toByteArray();
    }

    /** Packed no better than an honest document is, so that no bound on unpacking meets it. */
    private static byte[] attribute() throws IOException {
        Random random = new Random(1);
        byte[] letters = new byte[1000];
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            zip.write(
                    "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p w:a=\""
                            .getBytes(UTF_8));
            Arrays.fill(letters, (byte) 'a');
            for (int i = 0; i < 100_000; i++) {
                for (int at = 0; at < 10; at++) {
                    letters[at * 100] = (byte) ('a' + random.nextInt(26));
                }
                zip.write(letters);
            }
            zip.write("\"><w:r><w:t>a</w:t></w:r></w:p></w:body></w:document>".getBytes(UTF_8));
            zip.closeEntry();
        }
        return bytes.toByteArray();
    }
}
