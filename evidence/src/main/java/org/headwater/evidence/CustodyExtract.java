package org.headwater.evidence;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.headwater.model.Sha256;

/**
 * A custody log to hand on: every entry in its order, but of those that are not to be read only number, digests and
 * signature. Such a closed entry says nothing of what was done, and still proves that nothing was taken out or put in: the
 * chain runs through it, and the case's key has signed its place. Its digest covers a salt, so that trying out words leads
 * to nothing; entries of version 1 have none, and are best left out of what is handed on if that matters.
 *
 * <p>A closed entry is written {@code {"v":2,"closed":N,"previous":…,"key":…,"digest":…,"signature":…}}; one of version 1
 * has neither key nor signature.
 */
public final class CustodyExtract {
    private static final JsonFactory JSON = new JsonFactory();

    private CustodyExtract() {}

    /**
     * Writes the extract of a log.
     *
     * @param readable which entries are written as they are
     * @return the end of the log
     * @throws IOException if the log is damaged or the extract cannot be written
     */
    public static CustodyHead write(Path log, Predicate<CustodyEntry> readable, Path extract) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(extract))) {
            return CustodyLog.replay(log, entry -> {
                try {
                    out.write(readable.test(entry) ? CustodyCodec.write(entry) : closed(entry));
                    out.write('\n');
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw new IOException("Cannot write custody extract " + extract, e.getCause());
        }
    }

    private static byte[] closed(CustodyEntry entry) {
        return closed(entry.sequence(), entry.previous(), entry.digest(), entry.signature())
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String closed(
            long sequence, Sha256 previous, Sha256 digest, Optional<CustodyEntry.Signature> signature) {
        return "{\"v\":" + (signature.isPresent() ? 2 : 1) + ",\"closed\":" + sequence + ",\"previous\":\"" + previous
                + '"'
                + signature.map(by -> ",\"key\":\"" + by.key() + '"').orElse("") + ",\"digest\":\"" + digest + '"'
                + signature.map(by -> ",\"signature\":\"" + by.value() + '"').orElse("") + '}';
    }

    /**
     * What the check of an extract found.
     *
     * @param entries number of entries that hold
     * @param closed how many of these are closed
     * @param head the end of the chain
     * @param faults everything wrong, in words
     */
    public record Result(long entries, long closed, CustodyHead head, List<String> faults) {
        public Result {
            faults = List.copyOf(faults);
        }
    }

    /**
     * Checks an extract: its chain from the first entry on, and every signature.
     *
     * @param key the key that all signed entries must be signed with
     * @param each is given every readable entry, in order
     * @throws IOException if it cannot be read
     */
    public static Result check(Path extract, VerifyingKey key, Consumer<CustodyEntry> each) throws IOException {
        List<String> faults = new ArrayList<>();
        long closed = 0;
        CustodyHead head = CustodyHead.EMPTY;
        boolean signed = false;
        try (CustodyLines lines = CustodyLines.from(extract, 0)) {
            for (Optional<byte[]> line = lines.next(); line.isPresent(); line = lines.next()) {
                long expected = head.sequence() + 1;
                try {
                    Link link = Link.read(line.get());
                    if (link.sequence() != expected || !link.previous().equals(head.digest())) {
                        throw new CustodyCodec.BrokenEntry("it does not follow the entry before it");
                    }
                    if (link.signature().isPresent() ? !link.isSignedBy(key) : signed) {
                        throw new CustodyCodec.BrokenEntry("it is not signed with the case's key");
                    }
                    signed |= link.signature().isPresent();
                    closed += link.entry().isPresent() ? 0 : 1;
                    head = new CustodyHead(link.sequence(), link.digest(), lines.bytes());
                    link.entry().ifPresent(each);
                } catch (CustodyCodec.BrokenEntry e) {
                    faults.add("Cannot trust custody entry " + expected + " of " + extract + ": " + e.getMessage()
                            + "; nothing after it was checked");
                    break;
                }
            }
        }
        return new Result(head.sequence(), closed, head, faults);
    }

    /** What an entry of an extract has, readable or closed. */
    private record Link(
            long sequence,
            Sha256 previous,
            Sha256 digest,
            Optional<CustodyEntry.Signature> signature,
            Optional<CustodyEntry> entry) {

        boolean isSignedBy(VerifyingKey key) {
            return signature
                    .filter(by -> by.key().equals(key.base64()))
                    .filter(by -> key.verifies(CustodyEntry.signed(sequence, previous, digest), by.value()))
                    .isPresent();
        }

        static Link read(byte[] line) throws CustodyCodec.BrokenEntry {
            if (!new String(line, 0, Math.min(line.length, 20), StandardCharsets.UTF_8).contains("\"closed\"")) {
                CustodyEntry entry = CustodyCodec.read(line);
                return new Link(
                        entry.sequence(), entry.previous(), entry.digest(), entry.signature(), Optional.of(entry));
            }
            Map<String, String> fields = new HashMap<>();
            try (JsonParser json = JSON.createParser(line)) {
                if (json.nextToken() == JsonToken.START_OBJECT) {
                    while (json.nextToken() == JsonToken.FIELD_NAME) {
                        String name = json.currentName();
                        json.nextToken();
                        fields.put(name, json.getText());
                    }
                }
                Link link = new Link(
                        Long.parseLong(fields.getOrDefault("closed", "")),
                        new Sha256(fields.getOrDefault("previous", "")),
                        new Sha256(fields.getOrDefault("digest", "")),
                        fields.containsKey("signature")
                                ? Optional.of(new CustodyEntry.Signature(
                                        CustodyEntry.NO_PREVIOUS,
                                        fields.getOrDefault("key", ""),
                                        "",
                                        fields.get("signature")))
                                : Optional.empty(),
                        Optional.empty());
                byte[] again = closed(link.sequence, link.previous, link.digest, link.signature)
                        .getBytes(StandardCharsets.UTF_8);
                if (!Arrays.equals(again, line)) {
                    throw new CustodyCodec.BrokenEntry("it is not in its written form");
                }
                return link;
            } catch (IOException | IllegalArgumentException e) {
                throw new CustodyCodec.BrokenEntry("it cannot be read as an entry");
            }
        }
    }
}
