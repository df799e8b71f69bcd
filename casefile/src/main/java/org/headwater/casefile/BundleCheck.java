package org.headwater.casefile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.headwater.evidence.CustodyEntry;
import org.headwater.evidence.CustodyExtract;
import org.headwater.evidence.VerifyingKey;
import org.headwater.model.ContentHash;
import org.headwater.model.Sha256;

/**
 * Checks what was kept of bundles that came in: for each, the custody entries of the case it comes from, under that case's
 * key and the digests and signature of the bundle.
 */
final class BundleCheck {
    private static final String IMPORT = "import";
    /** What is kept of a bundle, by its path there. */
    static final String CUSTODY = "data/custody/custody.jsonl";

    static final String KEY = "custody.pub";
    static final String MANIFEST = "manifest-sha256.txt";
    static final String TAG_MANIFEST = "tagmanifest-sha256.txt";
    static final String SIGNATURE = "signature.ed25519";

    private final Path bundles;
    private final TreeMap<String, Long> recorded = new TreeMap<>();

    BundleCheck(Path bundles) {
        this.bundles = bundles;
    }

    void take(CustodyEntry entry) {
        if (entry.event().action().equals(IMPORT)) {
            recorded.put(entry.event().subject(), entry.sequence());
        }
    }

    /** Adds what is broken, changed or gone. */
    void compare(List<String> faults) {
        recorded.forEach((id, sequence) -> {
            Path folder = bundles.resolve(id);
            try {
                check(id, folder).ifPresent(fault -> faults.add("Cannot trust bundle " + folder + ": " + fault));
            } catch (IOException | IllegalArgumentException e) {
                faults.add("Cannot trust bundle " + folder + ", which custody entry " + sequence + " says came in: "
                        + Case.reason(e));
            }
        });
    }

    private static Optional<String> check(String id, Path folder) throws IOException {
        byte[] tags = Files.readAllBytes(folder.resolve(TAG_MANIFEST));
        VerifyingKey key = VerifyingKey.ofPem(Files.readString(folder.resolve(KEY), StandardCharsets.ISO_8859_1));
        if (!digest(tags).equals(id)) {
            return Optional.of("its " + TAG_MANIFEST + " was changed");
        }
        String signature = Base64.getEncoder().encodeToString(Files.readAllBytes(folder.resolve(SIGNATURE)));
        if (!key.verifies(tags, signature)) {
            return Optional.of("its signature does not hold");
        }
        String listed = new String(tags, StandardCharsets.UTF_8);
        byte[] manifest = Files.readAllBytes(folder.resolve(MANIFEST));
        if (!listed.contains(digest(manifest) + "  " + MANIFEST + "\n")
                || !new String(manifest, StandardCharsets.UTF_8)
                        .contains(digest(Files.readAllBytes(folder.resolve(CUSTODY))) + "  " + CUSTODY + "\n")) {
            return Optional.of("its custody entries are not those it came with");
        }
        Optional<String> changed = changed(folder, listed + new String(manifest, StandardCharsets.UTF_8));
        if (changed.isPresent()) {
            return Optional.of("its " + changed.get() + " is not the one it came with");
        }
        return CustodyExtract.check(folder.resolve(CUSTODY), key, entry -> {}).faults().stream()
                .findFirst();
    }

    /** A file that was kept and is not what the manifests say, if there is one. */
    private static Optional<String> changed(Path folder, String manifests) throws IOException {
        for (String line : manifests.lines().filter(each -> each.length() > 66).toList()) {
            Path file = folder.resolve(line.substring(66)).normalize();
            if (file.startsWith(folder)
                    && Files.isRegularFile(file)
                    && !digest(Files.readAllBytes(file)).equals(line.substring(0, 64))) {
                return Optional.of(line.substring(66));
            }
        }
        return Optional.empty();
    }

    private static String digest(byte[] bytes) {
        return Sha256.of(ContentHash.sha256().digest(bytes)).hex();
    }
}
