package org.headwater.reading;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Takes the entries out of one archive, one at a time, each under all bounds. A bad entry is refused by itself; an archive
 * that unpacks without end stops as a whole. Not thread-safe.
 */
final class Unpacking {
    private static final long UNSUSPICIOUS = 16L << 20;
    private static final Pattern LITTER =
            Pattern.compile("(?:.*/)?(?:__MACOSX/.*|\\.DS_Store|Thumbs\\.db|desktop\\.ini)");

    private final Source archive;
    private final ReadingLimits limits;
    private final Expansion expansion;
    private final Format.Sink sink;
    private final Map<String, Integer> seen = new HashMap<>();
    private long unpacked;
    private long litter;
    private long entries;

    Unpacking(Source archive, ReadingLimits limits, Format.Sink sink) {
        this.archive = archive;
        this.limits = limits;
        this.expansion = archive.expansion(limits);
        this.sink = sink;
    }

    /** A stream that all that is unpacked from the archive flows through, where entries share one. */
    InputStream metered(InputStream in) {
        return new Metered(in, this::takeBytes);
    }

    /** Hands on one entry. */
    void entry(String path, Entry entry) throws Refusal, IOException {
        entry(path, entry, source -> source);
    }

    /** Hands on one entry, with more said about it. */
    void entry(String path, Entry entry, Label label) throws Refusal, IOException {
        if (LITTER.matcher(path).matches()) {
            litter++;
            return;
        }
        entries++;
        if (!expansion.takeEntry()) {
            throw new Refusal(Fault.BOMB, "it unpacks to more than " + limits.entries() + " entries (the bound)");
        }
        int copy = seen.merge(path, 1, Integer::sum);
        String name = copy == 1 ? path : path + " (" + copy + ")";
        try (Spool spool = spool(entry)) {
            sink.contained(label.on(archive.contains(name, spool, expansion)));
        } catch (Overrun e) {
            if (e.fault() == Fault.BOMB) {
                throw new Refusal(e.fault(), e.getMessage());
            }
            refuse(e.fault(), path, e.getMessage());
        } catch (Refusal e) {
            if (e.fault() == Fault.BOMB) {
                throw e;
            }
            refuse(e.fault(), path, e.getMessage());
        } catch (IOException e) {
            refuse(Fault.BROKEN, path, Worker.reason(e));
            if (entry.endsTheRest()) {
                throw e;
            }
        }
    }

    void refuse(Fault fault, String path, String why) {
        String shown = path.length() <= Names.PATH_MAX ? path : path.substring(0, Names.PATH_MAX) + "…";
        sink.refused(fault, archive.where() + "!/" + Names.shown(shown), why);
    }

    /** Says what was left alone. */
    void end() {
        sink.passedOver(litter, "files that the system put there");
    }

    long entries() {
        return entries;
    }

    Optional<String> unsafe(String path) {
        if (path.length() > Names.PATH_MAX) {
            return Optional.of("its name has " + path.length() + " characters (at most " + Names.PATH_MAX + ")");
        }
        return Names.isSafe(path)
                ? Optional.empty()
                : Optional.of("its name leads outside the folder it is unpacked to");
    }

    private Spool spool(Entry entry) throws Refusal, IOException {
        long[] size = {0};
        try (InputStream in = entry.open()) {
            return Spool.of(new Metered(in, bytes -> {
                size[0] += bytes;
                if (size[0] > limits.itemBytes()) {
                    throw new Overrun(
                            Fault.TOO_LARGE, "it unpacks to more than " + limits.itemBytes() + " bytes (the bound)");
                }
                if (!entry.isMetered()) {
                    takeBytes(bytes);
                }
            }));
        }
    }

    private void takeBytes(long bytes) throws Overrun {
        unpacked += bytes;
        if (unpacked > UNSUSPICIOUS && unpacked / limits.expansion() > archive.size()) {
            throw new Overrun(
                    Fault.BOMB,
                    "it unpacks to more than " + limits.expansion() + " times its " + archive.size()
                            + " bytes (the bound)");
        }
        if (!expansion.takeBytes(bytes)) {
            throw new Overrun(Fault.BOMB, "it unpacks to more than " + limits.expandedBytes() + " bytes (the bound)");
        }
    }

    /** Opens an entry, once. */
    @FunctionalInterface
    interface Entry {
        InputStream open() throws Refusal, IOException;

        /** Whether its bytes are counted elsewhere already. */
        default boolean isMetered() {
            return false;
        }

        /** Whether nothing behind it can be found once it is broken. */
        default boolean endsTheRest() {
            return false;
        }

        /** An entry that is a stretch of the one stream that {@link Unpacking#metered} counts. */
        static Entry within(InputStream stream) {
            return new Entry() {
                @Override
                public InputStream open() {
                    return new Unclosed(stream);
                }

                @Override
                public boolean isMetered() {
                    return true;
                }

                @Override
                public boolean endsTheRest() {
                    return true;
                }
            };
        }
    }

    /** Says more about an entry. */
    @FunctionalInterface
    interface Label {
        Source on(Source entry);
    }

    /** A stream that others still need. */
    private static final class Unclosed extends FilterInputStream {
        Unclosed(InputStream in) {
            super(in);
        }

        @Override
        public void close() {
            // The archive's own stream is closed by whoever opened it.
        }
    }
}
