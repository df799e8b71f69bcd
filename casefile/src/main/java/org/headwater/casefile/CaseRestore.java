package org.headwater.casefile;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.headwater.evidence.CustodyEvent;
import org.headwater.evidence.Disk;
import org.headwater.evidence.Keyring;
import org.headwater.evidence.SigningKey;
import org.headwater.evidence.VerifyingKey;
import org.headwater.model.ContentHash;
import org.headwater.model.Sha256;

/** Makes a case again from what {@link Case#backup} wrote. Every file is checked before the case is there. */
public final class CaseRestore {
    private CaseRestore() {}

    /**
     * What is restored.
     *
     * @param file the backup
     * @param keys the keys of its originals, if they are sealed; absent if they lie beside it, under its name with
     *     {@code .keys}
     * @param erasures what knows of erasures that were done since: the folder of the case it was made from, or of another
     *     copy of it, or a newer backup, or a custody log; absent if nothing was erased
     */
    public record Source(Path file, Optional<Path> keys, Optional<Path> erasures) {}

    /**
     * Restores a backup, with all that it has.
     *
     * @param file the backup
     * @param folder where the case is to be; absent or empty
     * @throws CaseException as {@link #run(Source, Path, CaseSettings, ReadListener)} does
     */
    public static void run(Path file, Path folder, CaseSettings settings, ReadListener listener) throws CaseException {
        run(new Source(file, Optional.empty(), Optional.empty()), folder, settings, listener);
    }

    /**
     * Restores a backup, without what was erased since it was made: that is taken out before the case is there.
     *
     * @param folder where the case is to be; absent or empty
     * @throws CaseException refused if there is something in the folder, if the file is no backup, if a newer program made
     *     it, if any of its bytes was changed, or if what is to know of erasures is of another case; nothing is left in
     *     the folder then
     * @return the number of originals of the backup that were erased again
     */
    public static int run(Source source, Path folder, CaseSettings settings, ReadListener listener)
            throws CaseException {
        Path file = source.file();
        int erased = 0;
        Path target = folder.toAbsolutePath();
        Path aside = target.resolveSibling(target.getFileName() + ".part");
        try {
            if (!isAbsentOrEmpty(target)) {
                throw CaseException.refused("Cannot restore to " + folder + ": it is there and holds something");
            }
            remove(aside);
            Files.createDirectories(aside);
            Map<String, String> digests = unpack(file, aside, listener);
            check(file, aside, digests);
            Store store = Store.open(aside.resolve(CaseBackup.STORE));
            try {
                // What is derived is settled again, and with it the search index, which no backup has.
                store.forget(SettledRows.BASIS);
            } finally {
                store.close();
            }
            erased = settle(source, aside, settings, listener);
            Files.deleteIfExists(target);
            Disk.place(aside, target);
        } catch (ZipException e) {
            throw CaseException.refused("Cannot restore " + file + ": it is no backup, or a part of it is missing ("
                    + Case.reason(e) + ")");
        } catch (IOException e) {
            throw CaseException.failed("Cannot restore " + file + ": " + Case.reason(e), e);
        } finally {
            discard(aside);
        }
        try (Case restored = Case.open(folder, settings)) {
            restored.evidence()
                    .record(CustodyEvent.of("restore", file.getFileName().toString()));
        }
        return erased;
    }

    /** Puts keys to sealed originals, erases again what was erased since, and reads again what a sealed backup lacks. */
    private static int settle(Source source, Path aside, CaseSettings settings, ReadListener listener)
            throws IOException, CaseException {
        boolean sealed = Files.deleteIfExists(aside.resolve(CaseBackup.SEALED));
        List<ErasureRecord.Known> record = new ArrayList<>();
        if (sealed) {
            record.addAll(keys(source, aside, listener));
        }
        if (source.erasures().isPresent()) {
            record.addAll(ErasureRecord.of(source.erasures().get(), aside));
        }
        int erased = 0;
        try (Case unpacked = Case.open(aside, settings)) {
            unpacked.sealing().unlock();
            if (!record.isEmpty()) {
                erased = unpacked.erasing().eraseAgain(record, listener);
            }
            if (sealed) {
                unpacked.rebuild(listener);
            }
        }
        return erased;
    }

    private static List<ErasureRecord.Known> keys(Source source, Path aside, ReadListener listener)
            throws IOException, CaseException {
        Path file = source.keys().orElse(CaseBackup.keysOf(source.file()));
        if (Files.notExists(file)) {
            throw CaseException.refused(
                    "Cannot restore " + source.file() + ": its originals are sealed, and their keys " + file
                            + " are not there (name the newest of this case with --keys)");
        }
        Path unpacked = aside.resolveSibling(aside.getFileName() + ".keys");
        try {
            remove(unpacked);
            Files.createDirectories(unpacked);
            check(file, unpacked, unpack(file, unpacked, listener));
            if (Files.mismatch(SigningKey.publicFile(unpacked), SigningKey.publicFile(aside)) >= 0) {
                throw CaseException.refused(
                        "Cannot restore " + source.file() + ": the keys " + file + " are another case's");
            }
            Files.move(unpacked.resolve(Keyring.FOLDER), aside.resolve(Keyring.FOLDER));
            return ErasureRecord.of(unpacked, aside);
        } finally {
            discard(unpacked);
        }
    }

    private static boolean isAbsentOrEmpty(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return true;
        }
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.findAny().isEmpty();
        }
    }

    private static Map<String, String> unpack(Path file, Path aside, ReadListener listener)
            throws IOException, CaseException {
        Map<String, String> digests = new TreeMap<>();
        long done = 0;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
                ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path path = aside.resolve(entry.getName()).normalize();
                if (entry.isDirectory() || !path.startsWith(aside) || path.equals(aside)) {
                    throw CaseException.refused(
                            "Cannot restore " + file + ": its entry '" + entry.getName() + "' lies outside of a case");
                }
                if (listener.stopRequested()) {
                    throw CaseException.failed("Cannot restore " + file + ": stopped; nothing was restored", null);
                }
                Files.createDirectories(path.getParent());
                MessageDigest digest = ContentHash.sha256();
                try (OutputStream out = new DigestOutputStream(Files.newOutputStream(path), digest)) {
                    done += zip.transferTo(out);
                }
                if (digests.put(entry.getName(), Sha256.of(digest.digest()).hex()) != null) {
                    throw CaseException.refused(
                            "Cannot restore " + file + ": it has the entry '" + entry.getName() + "' twice");
                }
                protect(path, entry.getName());
                listener.progress(new ReadProgress(ReadProgress.Stage.COPYING, done, 0, 0, 0, ""));
            }
        }
        return digests;
    }

    /** As the case has them: the key for its owner alone, originals for nobody to write. */
    private static void protect(Path path, String name) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
        if (view != null
                && (name.equals(SigningKey.file(Path.of("")).toString()) || name.startsWith(Keyring.FOLDER + "/"))) {
            view.setPermissions(PosixFilePermissions.fromString("rw-------"));
        } else if (view != null && name.startsWith("originals/")) {
            view.setPermissions(PosixFilePermissions.fromString("r--r--r--"));
        }
    }

    private static void check(Path file, Path aside, Map<String, String> digests) throws IOException, CaseException {
        Path sums = aside.resolve(CaseBackup.SUMS);
        Path signature = aside.resolve(CaseBackup.SIGNATURE);
        Path key = SigningKey.publicFile(aside);
        if (!Files.exists(sums) || !Files.exists(signature) || !Files.exists(key)) {
            throw CaseException.refused(
                    "Cannot restore " + file + ": it is no backup of a case, or its end is missing");
        }
        String listed = Files.readString(sums, StandardCharsets.UTF_8);
        Map<String, String> found = new TreeMap<>(digests);
        found.remove(CaseBackup.SUMS);
        found.remove(CaseBackup.SIGNATURE);
        for (String line : listed.lines().toList()) {
            String name = line.length() > 66 ? line.substring(66) : "";
            if (!line.equals(found.remove(name) + "  " + name)) {
                throw CaseException.refused("Cannot restore " + file + ": " + (name.isEmpty() ? "its list" : name)
                        + " was changed or is missing");
            }
        }
        if (!found.isEmpty()) {
            throw CaseException.refused("Cannot restore " + file + ": it has more than it lists: "
                    + found.keySet().iterator().next());
        }
        try {
            boolean holds = VerifyingKey.ofPem(Files.readString(key, StandardCharsets.ISO_8859_1))
                    .verifies(
                            listed.getBytes(StandardCharsets.UTF_8),
                            Base64.getEncoder().encodeToString(Files.readAllBytes(signature)));
            if (!holds) {
                throw CaseException.refused("Cannot restore " + file + ": its signature does not hold");
            }
        } catch (IllegalArgumentException e) {
            throw CaseException.refused("Cannot restore " + file + ": " + Case.reason(e));
        }
        Files.delete(sums);
        Files.delete(signature);
    }

    private static void discard(Path folder) {
        try {
            remove(folder);
        } catch (IOException e) {
            folder.toFile().deleteOnExit();
        }
    }

    private static void remove(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> walk = Files.walk(folder)) {
                List<Path> all = walk.sorted(Comparator.reverseOrder()).toList();
                for (Path each : all) {
                    Files.delete(each);
                }
            }
        }
    }
}
