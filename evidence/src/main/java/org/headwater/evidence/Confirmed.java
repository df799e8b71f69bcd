package org.headwater.evidence;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.headwater.model.Sha256;

/**
 * The part of a log that was reported as written, and the good entries that a killed writer wrote beyond it.
 *
 * @param head its end
 * @param endsWithCheckpoint whether its last entry is a checkpoint
 * @param covered what the next entry covers of its last; see {@link CustodyEntry#covered}
 */
record Confirmed(CustodyHead head, boolean endsWithCheckpoint, Sha256 covered) {

    /**
     * Checks the last confirmed entry and takes in those beyond it.
     *
     * @throws DamagedLogException if that entry is not as it was confirmed, or was signed with another key
     */
    static Confirmed check(Path log, CustodyHead confirmed, VerifyingKey key) throws IOException {
        if (!Files.exists(log) || Files.size(log) < confirmed.bytes()) {
            throw cut(log, CustodyHead.EMPTY, confirmed);
        }
        Optional<CustodyEntry> last = lastEntry(log, confirmed);
        if (confirmed.sequence() > 0
                && !last.map(CustodyEntry::digest)
                        .filter(confirmed.digest()::equals)
                        .isPresent()) {
            throw new DamagedLogException("Cannot trust custody log " + log + ": entry " + confirmed.sequence()
                    + " is not as it was confirmed; verify the case");
        }
        if (last.flatMap(CustodyEntry::signature)
                .filter(signature -> !signature.key().equals(key.base64()))
                .isPresent()) {
            throw new DamagedLogException("Cannot write custody log " + log
                    + ": its entries are signed with another key"
                    + " than the one in " + SigningKey.file(log.getParent()).getFileName()
                    + " (put back the case's own, from a backup)");
        }
        return beyond(log, confirmed, last);
    }

    private static Confirmed beyond(Path log, CustodyHead confirmed, Optional<CustodyEntry> last) throws IOException {
        CustodyHead good = confirmed;
        Optional<CustodyEntry> end = last;
        try (CustodyReplay replay = CustodyReplay.from(log, confirmed)) {
            for (Optional<CustodyEntry> next = replay.next(); next.isPresent(); next = replay.next()) {
                end = next;
                good = replay.head();
            }
        } catch (DamagedLogException e) {
            // Half-written when its writer ended; it was never confirmed, and the caller sets it aside.
            return of(good, end);
        }
        return of(good, end);
    }

    private static Confirmed of(CustodyHead head, Optional<CustodyEntry> last) {
        return new Confirmed(
                head,
                last.filter(entry -> entry.event().action().equals(CustodyLog.CHECKPOINT))
                        .isPresent(),
                last.map(CustodyEntry::covered).orElse(CustodyEntry.NO_PREVIOUS));
    }

    static DamagedLogException cut(Path log, CustodyHead end, CustodyHead confirmed) {
        return new DamagedLogException("Cannot trust custody log " + log + ": it was cut"
                + (end.sequence() > 0 ? " after line " + end.sequence() : "") + "; " + confirmed.sequence()
                + " entries were confirmed");
    }

    private static Optional<CustodyEntry> lastEntry(Path log, CustodyHead confirmed) throws IOException {
        int length = (int) Math.min(confirmed.bytes(), CustodyCodec.LINE_BYTES_MAX + 2L);
        if (length == 0) {
            return Optional.empty();
        }
        byte[] tail = new byte[length];
        try (RandomAccessFile in = new RandomAccessFile(log.toFile(), "r")) {
            in.seek(confirmed.bytes() - length);
            in.readFully(tail);
        }
        if (tail[length - 1] != '\n') {
            return Optional.empty();
        }
        int begin = length - 1;
        while (begin > 0 && tail[begin - 1] != '\n') {
            begin--;
        }
        try {
            return Optional.of(CustodyCodec.read(Arrays.copyOfRange(tail, begin, length - 1)));
        } catch (CustodyCodec.BrokenEntry e) {
            return Optional.empty();
        }
    }
}
