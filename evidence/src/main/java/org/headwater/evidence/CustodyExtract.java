package org.headwater.evidence;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * A custody log to hand on: every entry in its order, but of those that are not to be read only number, digests and
 * signature. Such a closed entry says nothing of what was done, and still proves that nothing was taken out or put in: the
 * chain runs through it, and the case's key has signed its place. Its digest covers a salt, so that trying out words leads
 * to nothing; entries of version 1 have none, and are best left out of what is handed on if that matters.
 */
public final class CustodyExtract {
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
                    out.write(readable.test(entry) ? CustodyCodec.write(entry) : CustodyCodec.closed(entry));
                    out.write('\n');
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw new IOException("Cannot write custody extract " + extract, e.getCause());
        }
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
     * @param each is given every entry, in order; see {@link CustodyEntry#isClosed}
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
                    CustodyEntry link = CustodyCodec.read(line.get());
                    if (link.sequence() != expected || !link.previous().equals(head.digest())) {
                        throw new CustodyCodec.BrokenEntry("it does not follow the entry before it");
                    }
                    if (link.signature().isPresent() ? !link.isSignedBy(key) : signed) {
                        throw new CustodyCodec.BrokenEntry("it is not signed with the case's key");
                    }
                    signed |= link.signature().isPresent();
                    closed += link.isClosed() ? 1 : 0;
                    head = new CustodyHead(link.sequence(), link.digest(), lines.bytes());
                    each.accept(link);
                } catch (CustodyCodec.BrokenEntry e) {
                    faults.add("Cannot trust custody entry " + expected + " of " + extract + ": " + e.getMessage()
                            + "; nothing after it was checked");
                    break;
                }
            }
        }
        return new Result(head.sequence(), closed, head, faults);
    }
}
