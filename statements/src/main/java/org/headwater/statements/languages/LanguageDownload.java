package org.headwater.statements.languages;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Adds languages to a user's folder and takes them out again. The jar comes from a Maven repository or from a file, is
 * held against its known sum, and only the two files that are needed are kept. What was fetched before a break is kept
 * too, and the next try goes on from there.
 *
 * <p>This is the only part of Headwater that contacts a host by itself, and only when a user asks for a language by name.
 */
public final class LanguageDownload {
    /** Where the artifacts come from unless the user names another repository. */
    public static final URI CENTRAL = URI.create("https://repo1.maven.org/maven2");

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int PIECE = 1 << 16;

    private final InstalledLanguages installed;

    private LanguageDownload(InstalledLanguages installed) {
        this.installed = installed;
    }

    /** Into and out of this folder. */
    public static LanguageDownload into(InstalledLanguages installed) {
        return new LanguageDownload(installed);
    }

    /** Hears how far a transfer is, and may wish it to stop. */
    public interface Listener {
        /** So many bytes of so many are there. */
        void at(long done, long total);

        /** Whether to stop; what was fetched is kept. */
        default boolean isStopWanted() {
            return false;
        }
    }

    /** How adding ended. */
    public enum Outcome {
        /** It is there now. */
        ADDED,
        /** It was there before; nothing was fetched. */
        PRESENT,
        /** It was stopped; the next try goes on from there. */
        STOPPED
    }

    /**
     * Fetches a language from a Maven repository.
     *
     * @param repository its root, such as {@link #CENTRAL}
     * @throws IOException if the repository cannot be reached, has no such file, or gives another file than it should
     */
    public Outcome fetch(LanguageModel model, URI repository, Listener listener) throws IOException {
        if (installed.has(model.language())) {
            return Outcome.PRESENT;
        }
        Path part =
                Files.createDirectories(installed.folder().resolve("fetching")).resolve(model.jar());
        URI address = URI.create(repository.toString().replaceAll("/+$", "") + "/" + model.path());
        if (!isComplete(part, model) && !transfer(address, part, model, listener)) {
            return Outcome.STOPPED;
        }
        try {
            install(model, part);
        } catch (MismatchException e) {
            Files.deleteIfExists(part);
            throw e;
        }
        Files.deleteIfExists(part);
        return Outcome.ADDED;
    }

    /**
     * Takes a language from a jar that was fetched by other means; the jar is left as it is.
     *
     * @throws IOException if it cannot be read, or is not the file it should be
     */
    public Outcome addFrom(LanguageModel model, Path jar) throws IOException {
        if (installed.has(model.language())) {
            return Outcome.PRESENT;
        }
        if (!Files.isRegularFile(jar)) {
            throw new NoSuchFileException(jar.toString());
        }
        install(model, jar);
        return Outcome.ADDED;
    }

    /** Removes a language; whether it was there. */
    public boolean remove(LanguageModel model) throws IOException {
        boolean was = installed.has(model.language());
        Files.deleteIfExists(installed.folder().resolve("fetching").resolve(model.jar()));
        delete(installed.folder().resolve(model.language()));
        return was;
    }

    private static boolean isComplete(Path part, LanguageModel model) throws IOException {
        return Files.isRegularFile(part) && Files.size(part) == model.bytes();
    }

    /** Whether it came to its end. */
    private static boolean transfer(URI address, Path part, LanguageModel model, Listener listener) throws IOException {
        long from = Files.isRegularFile(part) ? Files.size(part) : 0;
        if (from > model.bytes()) {
            Files.delete(part);
            from = 0;
        }
        HttpClient client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .connectTimeout(PATIENCE)
                .build();
        HttpRequest.Builder request = HttpRequest.newBuilder(address).GET();
        if (from > 0) {
            request.header("Range", "bytes=" + from + "-");
        }
        HttpResponse<InputStream> response = send(client, request.build(), address);
        boolean goesOn = response.statusCode() == 206;
        if (response.statusCode() != 200 && !goesOn) {
            response.body().close();
            throw new IOException(address + " answers " + response.statusCode());
        }
        return copy(response.body(), part, goesOn ? from : 0, model, listener);
    }

    private static HttpResponse<InputStream> send(HttpClient client, HttpRequest request, URI address)
            throws IOException {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofInputStream());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while fetching " + address, e);
        } catch (IOException e) {
            String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            throw new IOException(address.getHost() + " cannot be reached (" + reason + ")", e);
        }
    }

    private static boolean copy(InputStream body, Path part, long from, LanguageModel model, Listener listener)
            throws IOException {
        StandardOpenOption where = from > 0 ? StandardOpenOption.APPEND : StandardOpenOption.TRUNCATE_EXISTING;
        try (InputStream in = body;
                OutputStream out =
                        Files.newOutputStream(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE, where)) {
            byte[] piece = new byte[PIECE];
            long done = from;
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                done += read;
                if (done > model.bytes()) {
                    throw new MismatchException(model.jar() + " is larger than its " + model.bytes() + " bytes");
                }
                out.write(piece, 0, read);
                listener.at(done, model.bytes());
                if (listener.isStopWanted()) {
                    return false;
                }
            }
            if (done < model.bytes()) {
                throw new IOException("the transfer broke off after " + done + " of " + model.bytes() + " bytes");
            }
            return true;
        }
    }

    private void install(LanguageModel model, Path jar) throws IOException {
        String sum = sha256(jar);
        if (!sum.equals(model.sha256())) {
            throw new MismatchException(jar.getFileName() + " has the sum " + sum + ", not " + model.sha256());
        }
        Path fresh = installed.folder().resolve(model.language() + ".new");
        delete(fresh);
        Files.createDirectories(fresh);
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            extract(zip, model.tagger(), fresh.resolve(InstalledLanguages.TAGGER));
            extract(zip, model.parser(), fresh.resolve(InstalledLanguages.PARSER));
        }
        Path place = installed.folder().resolve(model.language());
        delete(place);
        try {
            Files.move(fresh, place, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(fresh, place);
        }
    }

    private static void extract(ZipFile zip, String name, Path to) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new MismatchException(zip.getName() + " has no " + name);
        }
        try (InputStream in = zip.getInputStream(entry)) {
            Files.copy(in, to);
        }
    }

    private static String sha256(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (DigestInputStream all = new DigestInputStream(in, digest)) {
                all.transferTo(OutputStream.nullOutputStream());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    /** The file is not the one that it should be. */
    private static final class MismatchException extends IOException {
        private static final long serialVersionUID = 1L;

        MismatchException(String message) {
            super(message);
        }
    }
}
