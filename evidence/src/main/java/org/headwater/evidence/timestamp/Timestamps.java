package org.headwater.evidence.timestamp;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.headwater.evidence.CustodyHead;
import org.headwater.evidence.timestamp.Stamp.State;
import org.headwater.model.ContentHash;
import org.headwater.model.Sha256;

/**
 * The timestamps of a case, in its folder {@code timestamps}. Each has three files of one name: {@code .json} says what was
 * asked and of whom, {@code .tsq} is the request, {@code .tsr} the answer, both as RFC 3161 has them, so that {@code openssl
 * ts -verify -digest DIGEST -in NAME.tsr -CAfile authorities.pem} checks one without this program. {@code authorities.pem}
 * has the certificates that users named.
 *
 * <p>The digest that is signed is that of a custody entry, and so of all entries before it. Not thread-safe.
 */
public final class Timestamps {
    /** Name of the folder. */
    public static final String FOLDER = "timestamps";

    private static final String AUTHORITIES = "authorities.pem";
    private static final int VERSION = 1;
    private static final JsonFactory JSON = new JsonFactory();

    private final Path folder;

    private Timestamps(Path folder) {
        this.folder = folder;
    }

    /** The timestamps in the folder of a case, whether or not there are any. */
    public static Timestamps of(Path folder) {
        return new Timestamps(folder.resolve(FOLDER));
    }

    /**
     * Something that was asked for and is not there yet.
     *
     * @param name its name
     * @param checkpoint number of the custody entry
     * @param digest that entry's digest
     * @param authority whom to ask
     */
    public record Wanted(String name, long checkpoint, Sha256 digest, URI authority) {}

    /**
     * Puts down that a checkpoint is to be stamped. Asks nobody yet.
     *
     * @param checkpoint the log up to the end of a checkpoint
     * @param random gives the request a number that only its own answer repeats
     * @throws IOException if it cannot be written
     */
    public void want(CustodyHead checkpoint, URI authority, SecureRandom random) throws IOException {
        Files.createDirectories(folder);
        String name = checkpoint.sequence() + "-"
                + Sha256.of(ContentHash.sha256().digest(authority.toString().getBytes(StandardCharsets.UTF_8)))
                        .hex()
                        .substring(0, 8);
        if (Files.exists(folder.resolve(name + ".json"))) {
            return;
        }
        TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
        generator.setCertReq(true);
        TimeStampRequest request = generator.generate(
                TSPAlgorithms.SHA256,
                HexFormat.of().parseHex(checkpoint.digest().hex()),
                new BigInteger(Long.SIZE - 1, random));
        Files.write(folder.resolve(name + ".tsq"), request.getEncoded());
        Files.write(
                folder.resolve(name + ".json"),
                write(new Wanted(name, checkpoint.sequence(), checkpoint.digest(), authority)));
    }

    /** What was asked for and has no answer, oldest checkpoint first. */
    public List<Wanted> pending() throws IOException {
        List<Wanted> pending = new ArrayList<>();
        for (String name : names()) {
            if (!Files.exists(folder.resolve(name + ".tsr"))) {
                pending.add(read(name));
            }
        }
        return pending;
    }

    /** The request to send for something that is wanted. */
    public byte[] request(Wanted wanted) throws IOException {
        return Files.readAllBytes(folder.resolve(wanted.name() + ".tsq"));
    }

    /**
     * Keeps an answer if it holds.
     *
     * @return what can be said of it; {@link State#BROKEN} where it does not hold, and then it is not kept
     * @throws IOException if it cannot be written
     */
    public Stamp receive(Wanted wanted, byte[] answer, Instant now) throws IOException {
        Stamp stamp = stamp(wanted, answer, now, Trust.with(named()));
        if (stamp.state() != State.BROKEN) {
            Path aside = folder.resolve(wanted.name() + ".part");
            Files.write(aside, answer);
            Files.move(aside, folder.resolve(wanted.name() + ".tsr"), java.nio.file.StandardCopyOption.ATOMIC_MOVE);
        }
        return stamp;
    }

    /**
     * Names certificates that chains may end in; they are kept with the case.
     *
     * @param pem a file of certificates
     * @throws IOException if it cannot be read or has none
     */
    public void trust(Path pem) throws IOException {
        byte[] bytes = Files.readAllBytes(pem);
        if (Trust.read(bytes).isEmpty()) {
            throw new IOException("Cannot trust the certificates of " + pem + ": it holds none in PEM form");
        }
        Files.createDirectories(folder);
        Path file = folder.resolve(AUTHORITIES);
        String before = Files.exists(file) ? Files.readString(file, StandardCharsets.US_ASCII) : "";
        String more = new String(bytes, StandardCharsets.US_ASCII).strip() + "\n";
        if (!before.contains(more)) {
            Files.writeString(file, before + more, StandardCharsets.US_ASCII);
        }
    }

    /**
     * Every timestamp that was asked for, oldest checkpoint first, with what can be said of it.
     *
     * @param now tells which certificates have ended
     * @throws IOException if the folder cannot be read
     */
    public List<Stamp> all(Instant now) throws IOException {
        List<String> names = names();
        if (names.isEmpty()) {
            return List.of();
        }
        Trust trust = Trust.with(named());
        List<Stamp> all = new ArrayList<>();
        for (String name : names) {
            Path answer = folder.resolve(name + ".tsr");
            try {
                Wanted wanted = read(name);
                all.add(
                        Files.exists(answer)
                                ? stamp(wanted, Files.readAllBytes(answer), now, trust)
                                : new Stamp(
                                        name,
                                        wanted.checkpoint(),
                                        wanted.digest(),
                                        wanted.authority().toString(),
                                        State.PENDING,
                                        Optional.empty(),
                                        "no answer yet; run timestamp again to ask"));
            } catch (IOException e) {
                all.add(broken(new Wanted(name, 0, CustodyHead.EMPTY.digest(), URI.create("")), e.getMessage()));
            }
        }
        return all;
    }

    private Stamp stamp(Wanted wanted, byte[] answer, Instant now, Trust trust) throws IOException {
        TokenCheck.Checked checked;
        try {
            checked = TokenCheck.check(answer, request(wanted), wanted.digest(), trust);
        } catch (TokenCheck.BrokenToken e) {
            return broken(wanted, e.getMessage());
        }
        Instant ends = checked.signer().getNotAfter().toInstant();
        State state = checked.root().isEmpty() ? State.UNTRUSTED : ends.isBefore(now) ? State.EXPIRED : State.GOOD;
        String words = switch (state) {
            case UNTRUSTED -> "nobody named the authority its certificate comes from (timestamp --ca FILE)";
            case EXPIRED -> "the certificate of its signer ended on " + ends + "; take a new one over it";
            default -> "it holds";
        };
        return new Stamp(
                wanted.name(),
                wanted.checkpoint(),
                wanted.digest(),
                wanted.authority().toString(),
                state,
                Optional.of(new Stamp.Token(
                        checked.time(),
                        name(checked.signer()),
                        ends,
                        checked.root().map(Timestamps::name),
                        checked.sha256())),
                words);
    }

    private static String name(X509Certificate certificate) {
        return certificate.getSubjectX500Principal().getName();
    }

    private static Stamp broken(Wanted wanted, String why) {
        return new Stamp(
                wanted.name(),
                wanted.checkpoint(),
                wanted.digest(),
                wanted.authority().toString(),
                State.BROKEN,
                Optional.empty(),
                why);
    }

    private Set<X509Certificate> named() throws IOException {
        Path file = folder.resolve(AUTHORITIES);
        return Files.exists(file) ? new LinkedHashSet<>(Trust.read(Files.readAllBytes(file))) : Set.of();
    }

    private List<String> names() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("\\d{1,18}-[0-9a-f]{8}\\.json"))
                    .map(name -> name.substring(0, name.length() - ".json".length()))
                    .sorted((one, other) -> {
                        int order = Long.compare(number(one), number(other));
                        return order != 0 ? order : one.compareTo(other);
                    })
                    .toList();
        }
    }

    private static long number(String name) {
        return Long.parseLong(name.substring(0, name.indexOf('-')));
    }

    private static byte[] write(Wanted wanted) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeNumberField("v", VERSION);
            json.writeNumberField("checkpoint", wanted.checkpoint());
            json.writeStringField("digest", wanted.digest().hex());
            json.writeStringField("authority", wanted.authority().toString());
            json.writeEndObject();
        }
        bytes.write('\n');
        return bytes.toByteArray();
    }

    private Wanted read(String name) throws IOException {
        Map<String, String> fields = new HashMap<>();
        try (JsonParser json = JSON.createParser(Files.readAllBytes(folder.resolve(name + ".json")))) {
            if (json.nextToken() == JsonToken.START_OBJECT) {
                while (json.nextToken() == JsonToken.FIELD_NAME) {
                    String field = json.currentName();
                    json.nextToken();
                    fields.put(field, json.getText());
                }
            }
            if (!fields.getOrDefault("v", "").equals(Integer.toString(VERSION))) {
                throw new IOException("its version is unknown");
            }
            return new Wanted(
                    name,
                    Long.parseLong(fields.getOrDefault("checkpoint", "")),
                    new Sha256(fields.getOrDefault("digest", "")),
                    URI.create(fields.getOrDefault("authority", "")));
        } catch (IOException | IllegalArgumentException e) {
            throw new IOException("Cannot read timestamp " + name + ": " + e.getMessage(), e);
        }
    }
}
