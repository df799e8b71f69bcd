package org.headwater.exchange.bag;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.Map;
import java.util.TreeMap;
import org.headwater.model.ContentHash;
import org.headwater.model.Sha256;

/** Writes the files of a bag and remembers their digests for its manifests (RFC 8493, sections 2.1.3 and 2.2.1). */
final class BagWriter {
    static final String DECLARATION = "bagit.txt";
    static final String INFO = "bag-info.txt";
    static final String MANIFEST = "manifest-sha256.txt";
    static final String TAG_MANIFEST = "tagmanifest-sha256.txt";

    private final Path bag;
    private final Map<String, Sha256> payload = new TreeMap<>();
    private final Map<String, Sha256> tags = new TreeMap<>();
    private long bytes;

    BagWriter(Path bag) {
        this.bag = bag;
    }

    /** Something that writes a file. */
    @FunctionalInterface
    interface Content {
        void to(OutputStream out) throws IOException;
    }

    /** A file of the payload, by its path below {@code data/}. */
    Sha256 data(String path, Content content) throws IOException {
        String name = "data/" + path;
        Sha256 sha256 = write(name, content);
        bytes += Files.size(bag.resolve(name));
        payload.put(name, sha256);
        return sha256;
    }

    /** A text of the payload. */
    void data(String path, String text) throws IOException {
        data(path, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** A copy of a file in the payload. */
    void copy(String path, Path file) throws IOException {
        data(path, out -> Files.copy(file, out));
    }

    /** A stream copied into the payload; the stream is closed. */
    Sha256 copy(String path, InputStream in) throws IOException {
        try (in) {
            return data(path, in::transferTo);
        }
    }

    /** A file beside the payload. */
    void tag(String name, String text) throws IOException {
        tags.put(name, write(name, out -> out.write(text.getBytes(StandardCharsets.UTF_8))));
    }

    /** The size of the payload as bag-info.txt has it: bytes and files. */
    String oxum() {
        return bytes + "." + payload.size();
    }

    /** Writes the manifests; the one over everything beside the payload comes last and is returned. */
    byte[] finish() throws IOException {
        tag(DECLARATION, "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n");
        tag(MANIFEST, lines(payload));
        String last = lines(tags);
        write(TAG_MANIFEST, out -> out.write(last.getBytes(StandardCharsets.UTF_8)));
        return last.getBytes(StandardCharsets.UTF_8);
    }

    private static String lines(Map<String, Sha256> digests) {
        StringBuilder lines = new StringBuilder();
        digests.forEach((name, sha256) -> lines.append(sha256.hex())
                .append("  ")
                .append(name.replace("%", "%25").replace("\n", "%0A").replace("\r", "%0D"))
                .append('\n'));
        return lines.toString();
    }

    private Sha256 write(String name, Content content) throws IOException {
        Path file = bag.resolve(name);
        Files.createDirectories(file.getParent());
        MessageDigest digest = ContentHash.sha256();
        try (OutputStream out =
                new DigestOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16), digest)) {
            content.to(out);
        }
        return Sha256.of(digest.digest());
    }
}
