package org.headwater.reading;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * Bytes to read, and what is known of where they come from. Immutable and thread-safe; opening it gives the same bytes
 * each time, for as long as the place they lie in lasts.
 */
public final class Source {
    private final String name;
    private final String where;
    private final long size;
    private final Opener opener;
    private final Optional<Path> file;
    private final Context context;

    private Source(String name, String where, long size, Opener opener, Optional<Path> file, Context context) {
        this.name = name;
        this.where = where;
        this.size = size;
        this.opener = opener;
        this.file = file;
        this.context = context;
    }

    /**
     * A file on disk, by its own name.
     *
     * @throws IOException if its size cannot be told
     */
    public static Source ofFile(Path file) throws IOException {
        Path last = file.getFileName();
        return ofFile(last == null ? file.toString() : last.toString(), file);
    }

    /**
     * A file on disk that goes by another name, such as an original kept under its digest.
     *
     * @throws IOException if its size cannot be told
     */
    public static Source ofFile(String name, Path file) throws IOException {
        return new Source(
                name, name, Files.size(file), () -> Files.newInputStream(file), Optional.of(file), Context.NONE);
    }

    /**
     * Bytes that are made anew each time, such as an original that is kept encrypted.
     *
     * @param size how many there are
     */
    public static Source ofStream(String name, long size, Opener opener) {
        return new Source(name, name, size, opener, Optional.empty(), Context.NONE);
    }

    /** Bytes in memory; they are not copied. */
    public static Source ofBytes(String name, byte[] bytes) {
        return new Source(
                name, name, bytes.length, () -> new ByteArrayInputStream(bytes), Optional.empty(), Context.NONE);
    }

    /** Name without folders. */
    public String name() {
        return name;
    }

    /** Name with the archives it lies in: {@code box.zip!/folder/a.html}. Safe to show: has no control characters. */
    public String where() {
        return where;
    }

    /** Number of bytes. */
    public long size() {
        return size;
    }

    /**
     * The bytes from the beginning. The caller closes the stream.
     *
     * @throws IOException if they cannot be fetched
     */
    public InputStream open() throws IOException {
        return opener.open();
    }

    /** The file they lie in, if they do. */
    public Optional<Path> file() {
        return file;
    }

    /** The address they were captured at, if they come from a web archive. */
    public Optional<String> address() {
        return context.address;
    }

    /** When they were captured, if they come from a web archive. */
    public Optional<Instant> captured() {
        return context.captured;
    }

    /** The media type that their carrier claims for them, such as a mail's attachment. */
    public Optional<String> declaredType() {
        return context.declaredType;
    }

    /** In how many archives, mails or captures they lie. */
    public int depth() {
        return context.depth;
    }

    /**
     * The same source with its bytes at another place, once they are kept there.
     *
     * @throws IOException if the size of the file cannot be told
     */
    public Source keptAt(Path original) throws IOException {
        return new Source(
                name,
                where,
                Files.size(original),
                () -> Files.newInputStream(original),
                Optional.of(original),
                context);
    }

    /**
     * The same source with its bytes made anew each time.
     *
     * @param bytes how many there are
     */
    public Source keptAs(long bytes, Opener other) {
        return new Source(name, where, bytes, other, Optional.empty(), context);
    }

    /** Something this source holds. */
    Source contains(String path, Spool bytes, Expansion expansion) {
        String shown = Names.shown(path);
        Context inner = new Context(
                Optional.empty(), Optional.empty(), Optional.empty(), context.depth + 1, Optional.of(expansion));
        return new Source(Names.last(shown), where + "!/" + shown, bytes.size(), bytes::open, bytes.file(), inner);
    }

    /** This source as a process is told of it that has nothing but its bytes, in memory or in a file. */
    static Source carried(
            String name, String where, Spool bytes, Optional<String> declaredType, int depth, Expansion expansion) {
        Context context = new Context(Optional.empty(), Optional.empty(), declaredType, depth, Optional.of(expansion));
        return new Source(name, where, bytes.size(), bytes::open, bytes.file(), context);
    }

    Source capturedAt(Optional<String> address, Optional<Instant> captured) {
        return with(new Context(address, captured, context.declaredType, context.depth, context.expansion));
    }

    Source declaredAs(Optional<String> type) {
        return with(new Context(context.address, context.captured, type, context.depth, context.expansion));
    }

    Expansion expansion(ReadingLimits limits) {
        return context.expansion.orElseGet(() -> new Expansion(limits, size));
    }

    private Source with(Context other) {
        return new Source(name, where, size, opener, file, other);
    }

    @Override
    public String toString() {
        return where;
    }

    /** Opens bytes, from the beginning each time. */
    @FunctionalInterface
    public interface Opener {
        /**
         * The bytes; whoever asked closes them.
         *
         * @throws IOException if they cannot be had
         */
        InputStream open() throws IOException;
    }

    /** Where a source comes from. */
    private record Context(
            Optional<String> address,
            Optional<Instant> captured,
            Optional<String> declaredType,
            int depth,
            Optional<Expansion> expansion) {
        static final Context NONE =
                new Context(Optional.empty(), Optional.empty(), Optional.empty(), 0, Optional.empty());
    }
}
