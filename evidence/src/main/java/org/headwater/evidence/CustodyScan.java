package org.headwater.evidence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.headwater.model.Sha256;

/**
 * Reads a whole custody log and goes on after damage, so that it names every entry that was changed, taken out, moved, cut
 * off or forged. What it finds is the same for the same bytes, however many threads check signatures.
 *
 * <p>How it tells: each entry carries its number and the digest of the one before. A line that is not what its digest says
 * was changed; a number that never comes was taken out; one that comes late was moved. An entry that was written anew with
 * a fitting digest lacks a signature of the case's key, and does not fit what marks outside of the log remember. Since each
 * entry covers digest and signature of the one before, the last signature vouches for all: where the chain is whole and
 * that one holds, the others need not be computed.
 */
final class CustodyScan {
    private final Path log;
    private final Consumer<CustodyEntry> each;
    private final SignatureCheck signatures;
    private final List<Damage> damage = new ArrayList<>();
    private final List<long[]> gaps = new ArrayList<>();
    private final TreeSet<Long> late = new TreeSet<>();
    private final TreeSet<Long> closed = new TreeSet<>();
    private final List<LogMark> unmet;
    private CustodyHead confirmed = CustodyHead.EMPTY;
    private boolean hasHead;
    private long expected = 1;
    private Optional<CustodyEntry> before = Optional.empty();
    private boolean signed;
    private CustodyHead end = CustodyHead.EMPTY;
    private long entries;

    private CustodyScan(Path log, List<LogMark> marks, Consumer<CustodyEntry> each, SignatureCheck signatures) {
        this.log = log;
        this.unmet = new ArrayList<>(marks);
        this.each = each;
        this.signatures = signatures;
    }

    /**
     * What a scan found.
     *
     * @param entries number of good entries
     * @param head the end of the log as it is
     * @param damage everything wrong, in the order of the log
     */
    record Result(long entries, CustodyHead head, List<Damage> damage) {}

    /**
     * Scans a log.
     *
     * @param marks what is known from elsewhere to be in it
     * @param each is given every good entry, in the order of the lines
     * @param signatures checks the signatures
     */
    static Result of(Path log, List<LogMark> marks, Consumer<CustodyEntry> each, SignatureCheck signatures)
            throws IOException {
        return new CustodyScan(log, marks, each, signatures).run();
    }

    private Result run() throws IOException {
        try {
            // If both are gone that were there, something else remembers it.
            confirmed = CustodyHead.ofLog(log);
            hasHead = true;
            if (confirmed.sequence() > 0) {
                unmet.add(0, new LogMark("its head", confirmed.sequence(), confirmed.digest()));
            }
        } catch (DamagedLogException e) {
            damage.add(new Damage(Damage.Kind.BROKEN_LOG, "head", e.getMessage()));
        }
        if (Files.exists(log)) {
            try (CustodyLines lines = CustodyLines.from(log, 0)) {
                long begin = 0;
                Optional<byte[]> line = lines.next();
                while (line.isPresent() && !isLeftOver(begin, line.get())) {
                    take(line.get(), lines);
                    begin = lines.bytes();
                    line = lines.next();
                }
            }
        } else if (confirmed.sequence() > 0) {
            damage.add(
                    new Damage(Damage.Kind.BROKEN_LOG, "log", "Cannot trust custody log " + log + ": it is missing"));
        }
        missing();
        forged();
        unexplained();
        unmet.forEach(this::report);
        return new Result(entries, end, List.copyOf(damage));
    }

    private void take(byte[] line, CustodyLines lines) {
        CustodyEntry entry;
        try {
            entry = switch (lines.ending()) {
                case WHOLE -> CustodyCodec.read(line);
                case TORN -> throw new CustodyCodec.BrokenEntry("it breaks off after " + line.length + " bytes");
                case TOO_LONG ->
                    throw new CustodyCodec.BrokenEntry("it is longer than " + CustodyCodec.LINE_BYTES_MAX + " bytes");
            };
        } catch (CustodyCodec.BrokenEntry e) {
            // A line that breaks off is the end of a log that was cut, which its head and other marks tell.
            if (lines.ending() != CustodyLines.Ending.TORN) {
                broken(e.getMessage());
            }
            return;
        }
        place(entry);
        chain(entry);
        sign(entry);
        entries++;
        expected = Math.max(expected, entry.sequence() + 1);
        before = Optional.of(entry);
        end = new CustodyHead(entry.sequence(), entry.digest(), lines.bytes());
        unmet.removeIf(
                mark -> mark.sequence() == entry.sequence() && mark.digest().equals(entry.digest()));
        if (damage.isEmpty() && entry.sequence() == confirmed.sequence() && end.bytes() != confirmed.bytes()) {
            damage.add(new Damage(
                    Damage.Kind.BROKEN_LOG,
                    "head",
                    "Cannot trust custody log " + log + ": its head says that entry " + confirmed.sequence()
                            + " ends at byte " + confirmed.bytes() + ", it ends at " + end.bytes()));
        }
        each.accept(entry);
    }

    /** What lies beyond the head and is no entry was left by a killed writer and never confirmed. */
    private boolean isLeftOver(long begin, byte[] line) {
        if (!hasHead || begin < confirmed.bytes()) {
            return false;
        }
        try {
            CustodyCodec.read(line);
            return false;
        } catch (CustodyCodec.BrokenEntry e) {
            return true;
        }
    }

    private void broken(String why) {
        damage.add(new Damage(
                Damage.Kind.CHANGED_ENTRY,
                "entry " + expected,
                "Cannot trust custody entry " + expected + " of " + log + ": " + why));
        expected++;
        before = Optional.empty();
    }

    private void place(CustodyEntry entry) {
        if (entry.sequence() > expected) {
            gaps.add(new long[] {expected, entry.sequence() - 1});
        } else if (entry.sequence() < expected) {
            late.add(entry.sequence());
            damage.add(new Damage(
                    Damage.Kind.MOVED_ENTRY,
                    "entry " + entry.sequence(),
                    "Cannot trust custody log " + log + ": entry " + entry.sequence() + " stands after entry "
                            + (expected - 1)));
        }
    }

    /** An entry that follows its own predecessor must name its digest. */
    private void chain(CustodyEntry entry) {
        boolean follows = before.map(CustodyEntry::sequence).orElse(0L) == entry.sequence() - 1
                && (before.isPresent() || entry.sequence() == 1);
        Sha256 previous = before.map(CustodyEntry::digest).orElse(CustodyEntry.NO_PREVIOUS);
        if (follows && !entry.previous().equals(previous)) {
            damage.add(new Damage(
                    Damage.Kind.CHANGED_ENTRY,
                    "entry " + entry.sequence(),
                    "Cannot trust custody log " + log + ": entry " + entry.sequence()
                            + " does not follow the entry before it; one of the two was written anew"));
        } else if (follows && !entry.covers(before.map(CustodyEntry::covered).orElse(CustodyEntry.NO_PREVIOUS))) {
            damage.add(new Damage(
                    Damage.Kind.CHANGED_ENTRY,
                    "entry " + (entry.sequence() - 1),
                    "Cannot trust custody entry " + (entry.sequence() - 1) + " of " + log
                            + ": its signature is not the one that the next entry covers"));
        }
    }

    private void sign(CustodyEntry entry) {
        if (entry.isClosed()) {
            closed.add(entry.sequence());
            // It does not show which signature it covers, nor is its place bound by its words.
            before.ifPresent(signatures::insist);
            signatures.insist(entry);
        }
        closed.removeAll(entry.closes());
        if (entry.signature().isPresent()) {
            signed = true;
            signatures.add(entry);
        } else if (signed) {
            damage.add(new Damage(
                    Damage.Kind.FORGED_ENTRY,
                    "entry " + entry.sequence(),
                    "Cannot trust custody entry " + entry.sequence() + " of " + log
                            + ": it is not signed, and entries before it are"));
        }
    }

    /** Words may be taken out only where a later entry, signed as all are, says so. */
    private void unexplained() {
        closed.forEach(sequence -> damage.add(new Damage(
                Damage.Kind.CHANGED_ENTRY,
                "entry " + sequence,
                "Cannot trust custody entry " + sequence + " of " + log
                        + ": its words were taken out, and no later entry tells of an erasure")));
    }

    private void missing() {
        for (long[] gap : gaps) {
            long from = gap[0];
            for (long sequence : late.subSet(gap[0], gap[1] + 1)) {
                missing(from, sequence - 1);
                from = sequence + 1;
            }
            missing(from, gap[1]);
        }
    }

    private void missing(long first, long last) {
        if (first <= last) {
            String which = range(first, last);
            damage.add(new Damage(
                    Damage.Kind.MISSING_ENTRY,
                    which,
                    "Cannot trust custody log " + log + ": " + which + (first == last ? " is" : " are") + " missing"));
        }
    }

    private static String range(long first, long last) {
        return first == last ? "entry " + first : "entries " + first + " to " + last;
    }

    /** Forged entries that stand together are one line. */
    private void forged() throws IOException {
        List<Long> bad = signatures.finish();
        for (int i = 0; i < bad.size(); ) {
            int next = i + 1;
            while (next < bad.size() && bad.get(next) == bad.get(next - 1) + 1) {
                next++;
            }
            String which = range(bad.get(i), bad.get(next - 1));
            damage.add(new Damage(
                    Damage.Kind.FORGED_ENTRY,
                    which,
                    "Cannot trust custody log " + log + ": " + which + (next - i == 1 ? " is" : " are")
                            + " not signed with the case's key"));
            i = next;
        }
    }

    private void report(LogMark mark) {
        if (mark.sequence() >= expected) {
            damage.add(new Damage(
                    Damage.Kind.CUT_LOG,
                    range(expected, mark.sequence()),
                    "Cannot trust custody log " + log + ": " + mark.keptBy() + " knows " + mark.sequence()
                            + " entries, the log has " + (expected - 1) + "; " + range(expected, mark.sequence())
                            + (expected == mark.sequence() ? " was" : " were") + " cut off its end"));
        } else {
            damage.add(new Damage(
                    Damage.Kind.CHANGED_ENTRY,
                    "entry " + mark.sequence(),
                    "Cannot trust custody log " + log + ": entry " + mark.sequence() + " is not the one that "
                            + mark.keptBy() + " names"));
        }
    }
}
