package org.headwater.reading;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.headwater.reading.article.Facts;
import org.headwater.reading.article.PlainArticle;

/** Pictures of text, by way of the {@code tesseract} command where it is installed. */
final class Picture implements Format {
    private static final long PIXELS_MOST = 150_000_000;
    private static final List<String> LANGUAGES =
            List.of("eng", "chi_sim", "chi_tra", "spa", "deu", "fra", "ita", "nld", "por", "ind", "jpn", "kor", "ces");

    private final ReadingLimits limits;
    private final Optional<Path> command;

    Picture(ReadingLimits limits, Optional<Path> command) {
        this.limits = limits;
        this.command = command;
    }

    /** Where the system finds a command. */
    static Optional<Path> onPath(String name) {
        for (String folder :
                Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator, -1)) {
            Path file = Path.of(folder.isEmpty() ? "." : folder, name);
            if (!folder.isEmpty() && Files.isExecutable(file)) {
                return Optional.of(file);
            }
        }
        return Optional.empty();
    }

    @Override
    public String reader() {
        return "picture@1";
    }

    @Override
    public void read(Source source, Sink sink) throws Refusal, IOException {
        checkPixels(source);
        if (command.isEmpty()) {
            throw new Refusal(
                    Fault.NEEDS_TESSERACT,
                    "pictures are read by Tesseract, which is not installed (the command tesseract)");
        }
        Path copy = Files.createTempFile("headwater-", ".picture");
        try (InputStream in = source.open()) {
            Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
            String text = recognise(copy, command.get());
            if (text.isBlank()) {
                throw new Refusal(Fault.NO_TEXT, "Tesseract found no words in it");
            }
            Facts facts = PlainArticle.facts(text);
            sink.document(
                    Reading.whole(text, facts, List.of("read from a picture by Tesseract: expect wrong letters")));
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    /** A few bytes can claim a picture that fills the memory. */
    private static void checkPixels(Source source) throws Refusal, IOException {
        try (InputStream in = source.open();
                ImageInputStream image = new MemoryCacheImageInputStream(in)) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(image);
            if (!readers.hasNext()) {
                return;
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(image, true, true);
                long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
                if (pixels > PIXELS_MOST) {
                    throw new Refusal(
                            Fault.TOO_LARGE,
                            "it claims " + reader.getWidth(0) + " × " + reader.getHeight(0) + " pixels (at most "
                                    + PIXELS_MOST + ")");
                }
            } finally {
                reader.dispose();
            }
        }
    }

    private String recognise(Path picture, Path tesseract) throws Refusal, IOException {
        List<String> line = new ArrayList<>(List.of(tesseract.toString(), picture.toString(), "stdout"));
        String languages = languages(tesseract);
        if (!languages.isEmpty()) {
            line.addAll(List.of("-l", languages));
        }
        String text = run(line, 4L * limits.textUnits());
        Bytes.checkUnits(text.length(), limits);
        return text.replace("\f", "").strip();
    }

    private static String languages(Path tesseract) throws Refusal, IOException {
        List<String> installed = run(List.of(tesseract.toString(), "--list-langs"), 100_000)
                .lines()
                .map(String::strip)
                .toList();
        return String.join("+", LANGUAGES.stream().filter(installed::contains).toList());
    }

    private static String run(List<String> line, long mostBytes) throws Refusal, IOException {
        ProcessBuilder builder = new ProcessBuilder(line);
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        Surroundings.strip(builder);
        // One thread gives the same letters on every machine.
        builder.environment().put("OMP_THREAD_LIMIT", "1");
        Process process = builder.start();
        try (InputStream out = process.getInputStream()) {
            process.getOutputStream().close();
            String text = new String(
                    out.readNBytes((int) Math.min(mostBytes, Integer.MAX_VALUE - 16)), StandardCharsets.UTF_8);
            int code = process.waitFor();
            if (code != 0) {
                throw new Refusal(Fault.BROKEN, "Tesseract cannot read it (it ended with code " + code + ")");
            }
            return text;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal(Fault.TIMED_OUT, "Tesseract was stopped");
        } finally {
            process.destroyForcibly();
        }
    }
}
