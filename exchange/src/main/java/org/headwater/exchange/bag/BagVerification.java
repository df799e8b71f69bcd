package org.headwater.exchange.bag;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.headwater.evidence.CustodyExtract;
import org.headwater.evidence.CustodyHead;
import org.headwater.evidence.VerifyingKey;
import org.headwater.evidence.timestamp.Stamp;
import org.headwater.evidence.timestamp.Timestamps;
import org.headwater.model.ContentHash;
import org.headwater.model.Sha256;

/**
 * Checks a bag on its own: every file against the manifests and none beside them (RFC 8493, section 3), the signature over
 * the tag manifest, the chain and signatures of the custody entries, and the timestamps. Changes nothing, contacts nobody.
 *
 * <p>It proves that all of it comes from whoever has the key in {@code custody.pub}. Whose key that is must be known from
 * elsewhere: compare {@link Result#key} with what the maker of the bag says it is.
 */
public final class BagVerification {
    /** A list of a million files has some hundred megabytes. */
    private static final long LIST_BYTES_MOST = 256L << 20;

    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64})[ *]+(\\S.*)");

    private final Path bag;
    private final List<String> faults = new ArrayList<>();
    private long bytes;
    private long files;

    private BagVerification(Path bag) {
        this.bag = bag;
    }

    /** Whether a folder looks like a bag. */
    public static boolean isBag(Path folder) {
        return Files.isRegularFile(folder.resolve(BagWriter.DECLARATION));
    }

    /** Is told how far a verification has come. */
    @FunctionalInterface
    public interface Progress {
        /** So many files are checked. */
        void checked(long files);
    }

    /**
     * What was found.
     *
     * @param id digest of the tag manifest, which names the bag
     * @param files number of files checked
     * @param bytes their size
     * @param entries number of custody entries that hold
     * @param closed how many of these are closed
     * @param head the last of them
     * @param key fingerprint of the key that everything is signed with, where it can be read
     * @param stamps the timestamps
     * @param faults everything wrong, in words; empty if the bag is whole
     */
    public record Result(
            String id,
            long files,
            long bytes,
            long entries,
            long closed,
            Sha256 head,
            Optional<Sha256> key,
            List<Stamp> stamps,
            List<String> faults) {
        public Result {
            stamps = List.copyOf(stamps);
            faults = List.copyOf(faults);
        }

        public boolean isWhole() {
            return faults.isEmpty();
        }
    }

    /**
     * Checks a bag.
     *
     * @param now tells which certificates of timestamps have ended
     * @throws IOException if the folder cannot be read at all; damage is a result
     */
    public static Result of(Path bag, Instant now, Progress progress) throws IOException {
        return new BagVerification(bag).run(now, progress);
    }

    private Result run(Instant now, Progress progress) throws IOException {
        Map<String, String> payload = manifest(BagWriter.MANIFEST);
        Map<String, String> tags = manifest(BagWriter.TAG_MANIFEST);
        compare(payload, progress);
        compare(tags, progress);
        complete(payload, tags);
        byte[] last = bytesOf(BagWriter.TAG_MANIFEST);
        Optional<VerifyingKey> key = key();
        key.ifPresent(by -> signature(by, last));
        CustodyExtract.Result custody = custody(key);
        List<Stamp> stamps = Timestamps.of(bag.resolve("data")).all(now);
        return new Result(
                Sha256.of(ContentHash.sha256().digest(last)).hex(),
                files,
                bytes,
                custody.entries(),
                custody.closed(),
                custody.head().digest(),
                key.map(VerifyingKey::id),
                checked(stamps),
                faults);
    }

    private Map<String, String> manifest(String name) throws IOException {
        Map<String, String> digests = new TreeMap<>();
        for (String line :
                new String(bytesOf(name), StandardCharsets.UTF_8).lines().toList()) {
            Matcher matcher = LINE.matcher(line);
            if (!matcher.matches()) {
                faults.add("Cannot read " + name + ": '" + line + "' is no line of a manifest");
                continue;
            }
            String file =
                    matcher.group(2).replace("%0A", "\n").replace("%0D", "\r").replace("%25", "%");
            if (!isInside(file)) {
                faults.add("Cannot trust " + name + ": '" + file + "' lies outside of the bag");
            } else if (digests.put(file, matcher.group(1)) != null) {
                faults.add("Cannot trust " + name + ": it names " + file + " twice");
            }
        }
        return digests;
    }

    private boolean isInside(String file) {
        try {
            return !Path.of(file).isAbsolute() && bag.resolve(file).normalize().startsWith(bag);
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private byte[] bytesOf(String name) throws IOException {
        Path file = bag.resolve(name);
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            faults.add("Cannot find " + name + " in bag " + bag);
            return new byte[0];
        }
        if (Files.size(file) > LIST_BYTES_MOST) {
            faults.add("Cannot read " + name + ": it has " + Files.size(file) + " bytes (at most " + LIST_BYTES_MOST
                    + ")");
            return new byte[0];
        }
        return Files.readAllBytes(file);
    }

    private void compare(Map<String, String> digests, Progress progress) throws IOException {
        for (Map.Entry<String, String> each : digests.entrySet()) {
            Path file = bag.resolve(each.getKey());
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                faults.add("Cannot find " + each.getKey() + ", which the manifest names");
            } else if (!digest(file).hex().equals(each.getValue())) {
                faults.add("Cannot trust " + each.getKey() + ": it is not what the manifest says");
            }
            files++;
            progress.checked(files);
        }
    }

    private Sha256 digest(Path file) throws IOException {
        bytes += Files.size(file);
        return digestOf(file);
    }

    static Sha256 digestOf(Path file) throws IOException {
        MessageDigest digest = ContentHash.sha256();
        byte[] buffer = new byte[1 << 18];
        try (InputStream in = Files.newInputStream(file)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
            }
        }
        return Sha256.of(digest.digest());
    }

    private void complete(Map<String, String> payload, Map<String, String> tags) throws IOException {
        TreeSet<String> known = new TreeSet<>(payload.keySet());
        known.addAll(tags.keySet());
        known.add(BagWriter.TAG_MANIFEST);
        known.add(BagExport.SIGNATURE);
        try (Stream<Path> walk = Files.walk(bag)) {
            walk.filter(file -> !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS))
                    .map(file -> bag.relativize(file).toString().replace('\\', '/'))
                    .filter(name -> !known.contains(name))
                    .sorted()
                    .forEach(name -> faults.add("Cannot tell where " + name + " comes from: no manifest names it"));
        }
        for (String needed : List.of(BagWriter.DECLARATION, BagWriter.INFO, BagWriter.MANIFEST, BagExport.KEY)) {
            if (!tags.containsKey(needed)) {
                faults.add("Cannot trust bag " + bag + ": its " + BagWriter.TAG_MANIFEST + " does not name " + needed);
            }
        }
    }

    private Optional<VerifyingKey> key() throws IOException {
        try {
            return Optional.of(VerifyingKey.ofPem(new String(bytesOf(BagExport.KEY), StandardCharsets.ISO_8859_1)));
        } catch (IllegalArgumentException e) {
            faults.add("Cannot trust bag " + bag + ": its " + BagExport.KEY + " is no key");
            return Optional.empty();
        }
    }

    private void signature(VerifyingKey key, byte[] last) {
        try {
            String signature = Base64.getEncoder().encodeToString(bytesOf(BagExport.SIGNATURE));
            if (!key.verifies(last, signature)) {
                faults.add("Cannot trust bag " + bag + ": its signature does not hold for the key in " + BagExport.KEY);
            }
        } catch (IOException e) {
            faults.add("Cannot read " + BagExport.SIGNATURE + ": " + e.getMessage());
        }
    }

    private final Map<Long, Sha256> digests = new HashMap<>();

    private CustodyExtract.Result custody(Optional<VerifyingKey> key) throws IOException {
        Path file = bag.resolve("data").resolve(BagExport.CUSTODY);
        if (key.isEmpty() || !Files.isRegularFile(file)) {
            faults.add("Cannot check the custody entries of bag " + bag + ": they or their key are missing");
            return new CustodyExtract.Result(0, 0, CustodyHead.EMPTY, List.of());
        }
        CustodyExtract.Result found =
                CustodyExtract.check(file, key.get(), entry -> digests.put(entry.sequence(), entry.digest()));
        faults.addAll(found.faults());
        return found;
    }

    private List<Stamp> checked(List<Stamp> stamps) {
        for (Stamp stamp : stamps) {
            if (stamp.state() == Stamp.State.BROKEN) {
                faults.add("Cannot trust timestamp " + stamp.name() + ": " + stamp.message());
            } else if (!stamp.digest().equals(digests.get(stamp.checkpoint()))) {
                faults.add("Cannot trust timestamp " + stamp.name() + ": custody entry " + stamp.checkpoint()
                        + " is not the one it is over");
            }
        }
        return stamps;
    }
}
