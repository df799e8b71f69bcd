package org.headwater.evidence;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.headwater.model.ContentHash;
import org.headwater.model.Sha256;

/**
 * The written form of the custody log: one JSON object a line, UTF-8, keys in a fixed order, no spaces. {@code digest} is
 * SHA-256 of the line's bytes before {@code ,"digest"}. In version 2 {@code covers} before it is the digest of the signature of the entry before, {@code key} the public key,
 * {@code salt} what makes the digest unforeseeable, and
 * {@code signature} after it is that key's, over {@link CustodyEntry#signed}; version 1, of Headwater 0.1, has neither.
 * Since there is exactly one way to write an entry, a reader that writes it again and compares finds every changed byte.
 *
 * <p>A closed entry, of which only place, digests and signature are left, is written {@code
 * {"v":2,"closed":N,"previous":…,"key":…,"digest":…,"signature":…}}; one of version 1 has neither key nor signature. In a
 * log it is followed by as many spaces as it is shorter than what it was, so that no other line moves.
 */
final class CustodyCodec {
    private static final int UNSIGNED = 1;
    private static final int SIGNED = 2;

    /** The longest line written or read, in bytes. */
    static final int LINE_BYTES_MAX = 1 << 20;

    /** 32 bytes in base 64. */
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9+/]{43}=");

    /** 16 bytes in base 64. */
    private static final Pattern SALT = Pattern.compile("[A-Za-z0-9+/]{22}==");

    /** 64 bytes in base 64. */
    private static final Pattern SIGNATURE = Pattern.compile("[A-Za-z0-9+/]{86}==");

    private static final Pattern CLOSED = Pattern.compile("\\{\"v\":[12],\"closed\":");

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private CustodyCodec() {}

    /** The line of an entry, without its line end, sealed. */
    static byte[] write(CustodyEntry entry) {
        return entry.isClosed() ? closed(entry) : open(entry);
    }

    /** What is left of an entry once its words are taken out. */
    static byte[] closed(CustodyEntry entry) {
        var signature = entry.signature();
        String line = "{\"v\":" + (signature.isPresent() ? SIGNED : UNSIGNED) + ",\"closed\":" + entry.sequence()
                + ",\"previous\":\"" + entry.previous() + '"'
                + signature.map(by -> ",\"key\":\"" + by.key() + '"').orElse("")
                + tail(entry);
        return line.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] open(CustodyEntry entry) {
        byte[] unsealed = unsealed(entry);
        byte[] end = tail(entry).getBytes(StandardCharsets.US_ASCII);
        byte[] line = Arrays.copyOf(unsealed, unsealed.length + end.length);
        System.arraycopy(end, 0, line, unsealed.length, end.length);
        return line;
    }

    /**
     * The entry with its digest made from all the rest, and signed.
     *
     * @param covers what it covers of the entry before; see {@link CustodyEntry#covered}
     */
    static CustodyEntry sealed(CustodyEntry open, Sha256 covers, SigningKey key) {
        String whose = key.verifying().base64();
        String salt = key.salt(open.sequence(), open.previous());
        CustodyEntry salted = with(open, open.digest(), new CustodyEntry.Signature(covers, whose, salt, ""));
        Sha256 digest = Sha256.of(ContentHash.sha256().digest(unsealed(salted)));
        String signature = key.sign(CustodyEntry.signed(open.sequence(), open.previous(), digest));
        return with(salted, digest, new CustodyEntry.Signature(covers, whose, salt, signature));
    }

    private static CustodyEntry with(CustodyEntry entry, Sha256 digest, CustodyEntry.Signature signature) {
        return new CustodyEntry(
                entry.sequence(),
                entry.time(),
                entry.who(),
                entry.event(),
                entry.previous(),
                digest,
                Optional.of(signature));
    }

    /**
     * Reads a line. The signature is not checked: that needs a key.
     *
     * @throws BrokenEntry if it is not exactly as {@link #write} writes it, or its digest is not that of its bytes
     */
    static CustodyEntry read(byte[] line) throws BrokenEntry {
        if (CLOSED.matcher(new String(line, 0, Math.min(line.length, 20), StandardCharsets.ISO_8859_1))
                .lookingAt()) {
            return readClosed(line);
        }
        CustodyEntry entry = parse(line);
        if (!Arrays.equals(write(entry), line)) {
            throw new BrokenEntry("it is not in its written form");
        }
        MessageDigest digest = ContentHash.sha256();
        digest.update(line, 0, line.length - tail(entry).length());
        if (!Sha256.of(digest.digest()).equals(entry.digest())) {
            throw new BrokenEntry("its digest is not that of its words");
        }
        return entry;
    }

    private static CustodyEntry readClosed(byte[] line) throws BrokenEntry {
        int end = line.length;
        while (end > 0 && line[end - 1] == ' ') {
            end--;
        }
        CustodyEntry entry = parseClosed(Arrays.copyOf(line, end));
        if (!Arrays.equals(closed(entry), Arrays.copyOf(line, end))) {
            throw new BrokenEntry("it is not in its written form");
        }
        return entry;
    }

    private static CustodyEntry parseClosed(byte[] line) throws BrokenEntry {
        try (JsonParser json = JSON.createParser(line)) {
            expect(json, JsonToken.START_OBJECT);
            boolean signed = number(json, "v") == SIGNED;
            long sequence = number(json, CustodyEvent.CLOSED);
            Sha256 previous = new Sha256(string(json, "previous"));
            String key = signed ? matching(KEY, string(json, "key")) : "";
            Sha256 digest = new Sha256(string(json, "digest"));
            return CustodyEntry.closed(
                    sequence,
                    previous,
                    digest,
                    signed
                            ? Optional.of(new CustodyEntry.Signature(
                                    CustodyEntry.NO_PREVIOUS, key, "", matching(SIGNATURE, string(json, "signature"))))
                            : Optional.empty());
        } catch (IOException | IllegalArgumentException e) {
            throw new BrokenEntry("it cannot be read as an entry");
        }
    }

    private static String tail(CustodyEntry entry) {
        return ",\"digest\":\"" + entry.digest().hex() + '"'
                + entry.signature()
                        .map(signature -> ",\"signature\":\"" + signature.value() + '"')
                        .orElse("")
                + '}';
    }

    private static byte[] unsealed(CustodyEntry entry) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeNumberField("v", entry.signature().isPresent() ? SIGNED : UNSIGNED);
            json.writeNumberField("sequence", entry.sequence());
            json.writeStringField("time", entry.time().toString());
            json.writeStringField("who", entry.who());
            json.writeStringField("action", entry.event().action());
            json.writeStringField("subject", entry.event().subject());
            json.writeObjectFieldStart("details");
            for (Map.Entry<String, String> detail : entry.event().details().entrySet()) {
                json.writeStringField(detail.getKey(), detail.getValue());
            }
            json.writeEndObject();
            json.writeStringField("previous", entry.previous().hex());
            if (entry.signature().isPresent()) {
                json.writeStringField("covers", entry.signature().get().covers().hex());
                json.writeStringField("key", entry.signature().get().key());
                json.writeStringField("salt", entry.signature().get().salt());
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write custody entry to memory", e);
        }
        byte[] whole = bytes.toByteArray();
        return Arrays.copyOf(whole, whole.length - 1);
    }

    private static CustodyEntry parse(byte[] line) throws BrokenEntry {
        try (JsonParser json = JSON.createParser(line)) {
            expect(json, JsonToken.START_OBJECT);
            int version = Math.toIntExact(number(json, "v"));
            if (version != SIGNED && version != UNSIGNED) {
                throw new BrokenEntry("its version is " + version + " (this program knows up to " + SIGNED + ")");
            }
            long sequence = number(json, "sequence");
            Instant time = Instant.parse(string(json, "time"));
            String who = string(json, "who");
            String action = string(json, "action");
            String subject = string(json, "subject");
            if (action.equals(CustodyEvent.CLOSED)) {
                throw new BrokenEntry("it has words and calls itself closed");
            }
            CustodyEvent event = new CustodyEvent(action, subject, details(json));
            Sha256 previous = new Sha256(string(json, "previous"));
            boolean signed = version == SIGNED;
            Sha256 covers = signed ? new Sha256(string(json, "covers")) : CustodyEntry.NO_PREVIOUS;
            String key = signed ? matching(KEY, string(json, "key")) : "";
            String salt = signed ? matching(SALT, string(json, "salt")) : "";
            Sha256 digest = new Sha256(string(json, "digest"));
            Optional<CustodyEntry.Signature> signature = signed
                    ? Optional.of(new CustodyEntry.Signature(
                            covers, key, salt, matching(SIGNATURE, string(json, "signature"))))
                    : Optional.empty();
            expect(json, JsonToken.END_OBJECT);
            if (json.nextToken() != null) {
                throw new BrokenEntry("there is more after its end");
            }
            return new CustodyEntry(sequence, time, who, event, previous, digest, signature);
        } catch (IOException | DateTimeException | IllegalArgumentException | ArithmeticException e) {
            throw new BrokenEntry("it cannot be read as an entry");
        }
    }

    private static String matching(Pattern form, String text) throws BrokenEntry {
        if (!form.matcher(text).matches()) {
            throw new BrokenEntry("its key or signature is none");
        }
        return text;
    }

    private static Map<String, String> details(JsonParser json) throws IOException, BrokenEntry {
        field(json, "details");
        expect(json, JsonToken.START_OBJECT);
        Map<String, String> details = new TreeMap<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            expect(json, JsonToken.VALUE_STRING);
            details.put(name, json.getText());
        }
        return details;
    }

    private static String string(JsonParser json, String name) throws IOException, BrokenEntry {
        field(json, name);
        expect(json, JsonToken.VALUE_STRING);
        return json.getText();
    }

    private static long number(JsonParser json, String name) throws IOException, BrokenEntry {
        field(json, name);
        expect(json, JsonToken.VALUE_NUMBER_INT);
        return json.getLongValue();
    }

    private static void field(JsonParser json, String name) throws IOException, BrokenEntry {
        expect(json, JsonToken.FIELD_NAME);
        if (!json.currentName().equals(name)) {
            throw new BrokenEntry("'" + name + "' is missing");
        }
    }

    private static void expect(JsonParser json, JsonToken token) throws IOException, BrokenEntry {
        if (json.nextToken() != token) {
            throw new BrokenEntry("it cannot be read as an entry");
        }
    }

    /** Why a line is no entry. */
    static final class BrokenEntry extends Exception {
        private static final long serialVersionUID = 1L;

        BrokenEntry(String why) {
            super(why);
        }
    }
}
