package org.headwater.casefile;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.headwater.evidence.CustodyEntry;
import org.headwater.evidence.CustodyExtract;
import org.headwater.evidence.CustodyLog;
import org.headwater.evidence.SigningKey;
import org.headwater.evidence.VerifyingKey;
import org.headwater.model.Sha256;

/** What a copy of a case knows of erasures, by its custody log, which must be signed with the same key. */
final class ErasureRecord {
    private static final byte[] ZIP = {'P', 'K', 3, 4};

    private final SigningKey key;
    private final long until;
    private final Map<Sha256, Known> standing = new LinkedHashMap<>();
    private final Map<Long, Sha256> entries = new HashMap<>();

    /**
     * An erasure that was done elsewhere.
     *
     * @param closed digests of the entries whose words went with it
     * @param again whether the original was taken in again afterwards, both after the case that is to know of it was left: it
     *     stays there, unless it is sealed and its key went with the erasure
     */
    record Known(Erasure erasure, Set<Sha256> closed, boolean again) {}

    private ErasureRecord(SigningKey key, long until) {
        this.key = key;
        this.until = until;
    }

    /**
     * The erasures that stand there, the earliest first.
     *
     * @param from the folder of a copy of the case, a backup of it, or its custody log
     * @param own the folder of the case that is to do them too
     * @throws CaseException refused if it is of another case, or was changed
     */
    static List<Known> of(Path from, Path own) throws IOException, CaseException {
        Path folded = Files.isDirectory(from) ? from.resolve(Custody.FILE) : from;
        if (!Files.isRegularFile(folded)) {
            throw CaseException.refused(
                    "Cannot learn what was erased from " + from + ": it is no case, backup or custody log");
        }
        SigningKey key = SigningKey.find(own)
                .orElseThrow(() -> CaseException.refused("Cannot tell what was erased: the backup has no key"));
        Path unpacked = own.resolve(Custody.FILE + ".of-erasures");
        try {
            Path log = isZip(folded) ? unpack(folded, unpacked) : folded;
            VerifyingKey signer =
                    VerifyingKey.ofPem(Files.readString(SigningKey.publicFile(own), StandardCharsets.ISO_8859_1));
            long until =
                    CustodyLog.replay(own.resolve(Custody.FILE), entry -> {}).sequence();
            ErasureRecord record = new ErasureRecord(key, until);
            CustodyExtract.Result read = CustodyExtract.check(log, signer, record::take);
            if (!read.faults().isEmpty()) {
                throw CaseException.refused(
                        "Cannot learn what was erased from " + from + ": it is of another case, or was changed ("
                                + read.faults().get(0) + ")");
            }
            return List.copyOf(record.standing.values());
        } finally {
            Files.deleteIfExists(unpacked);
        }
    }

    /** What was taken in again before the case was left is not erased any more. */
    private void take(CustodyEntry entry) {
        entries.put(entry.sequence(), entry.digest());
        entry.original().map(key::salted).ifPresent(salted -> {
            if (entry.sequence() <= until) {
                standing.remove(salted);
            } else {
                standing.computeIfPresent(salted, (same, known) -> new Known(known.erasure(), known.closed(), true));
            }
        });
        Erasure.of(entry).ifPresent(erasure -> {
            Set<Sha256> closed = entry.closes().stream()
                    .map(entries::get)
                    .filter(Objects::nonNull)
                    .collect(Collectors.toSet());
            standing.remove(erasure.salted());
            standing.put(erasure.salted(), new Known(erasure, closed, false));
        });
    }

    private static boolean isZip(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(ZIP.length), ZIP);
        }
    }

    private static Path unpack(Path backup, Path to) throws IOException, CaseException {
        try (ZipInputStream zip = new ZipInputStream(new BufferedInputStream(Files.newInputStream(backup)))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(Custody.FILE)) {
                    Files.copy(zip, to, StandardCopyOption.REPLACE_EXISTING);
                    return to;
                }
            }
        }
        throw CaseException.refused("Cannot learn what was erased from " + backup + ": it is no backup of a case");
    }
}
