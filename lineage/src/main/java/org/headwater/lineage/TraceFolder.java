package org.headwater.lineage;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A folder that keeps what was traced, in generations that are never changed: each run writes its articles as one more,
 * then a new list of generations in the place of the old one. A run that is stopped before that leaves the folder as it
 * was. Small generations are written together with the next, so that their number grows with the logarithm of articles.
 */
final class TraceFolder implements AutoCloseable {
    private static final String LIST = "generations";
    private static final String FORM = "headwater trace index 1";
    /** A generation at least this share of the one before is written together with it. */
    private static final int TOGETHER = 4;

    private final Path folder;
    private final FileChannel lock;
    private final List<Generation> generations = new ArrayList<>();

    /** Articles that were written together. */
    private record Generation(long number, int articles) {}

    private TraceFolder(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /** Opens the folder, made if absent, for this process alone. */
    static TraceFolder open(Path folder) throws IOException {
        Files.createDirectories(folder);
        FileChannel channel =
                FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        TraceFolder open = new TraceFolder(folder, channel);
        try {
            FileLock held = channel.tryLock();
            if (held == null) {
                throw new IOException("Cannot use the trace index " + folder + ": another trace is using it");
            }
            open.readList();
            return open;
        } catch (OverlappingFileLockException e) {
            channel.close();
            throw new IOException("Cannot use the trace index " + folder + ": another trace is using it", e);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private void readList() throws IOException {
        Path list = folder.resolve(LIST);
        if (!Files.exists(list)) {
            return;
        }
        List<String> lines = Files.readAllLines(list, StandardCharsets.UTF_8);
        if (lines.isEmpty() || !lines.get(0).equals(FORM)) {
            throw new IOException(
                    "Cannot use the trace index " + folder + ": " + list + " does not begin with '" + FORM + "'");
        }
        for (String line : lines.subList(1, lines.size())) {
            int space = line.indexOf(' ');
            try {
                generations.add(new Generation(
                        Long.parseLong(line.substring(0, Math.max(0, space))),
                        Integer.parseInt(line.substring(space + 1))));
            } catch (NumberFormatException e) {
                throw new IOException(
                        "Cannot use the trace index " + folder + ": '" + line + "' in " + list + " is no generation",
                        e);
            }
        }
    }

    /** Gives what the folder keeps to the parts of a tracer. */
    void load(SeedTable seeds, Sketches sketches, Stories stories, TracedArticles articles) throws IOException {
        for (Generation generation : generations) {
            seeds.knows(SeedFile.open(file(generation.number(), "seeds")));
            sketches.knows(MappedLongs.open(file(generation.number(), "sketches")));
            articles.knows(file(generation.number(), "articles"));
        }
        if (!generations.isEmpty()) {
            long last = generations.get(generations.size() - 1).number();
            stories.readFrom(MappedLongs.open(file(last, "stories")));
            MappedLongs common = MappedLongs.open(file(last, "common"));
            common.get(0, seeds.common(), seeds.common().length);
        }
    }

    /** Keeps what a tracer has taken in since it was loaded. */
    void save(SeedTable seeds, Sketches sketches, Stories stories, TracedArticles articles) throws IOException {
        int from = generations.stream().mapToInt(Generation::articles).sum();
        if (articles.size() == from) {
            return;
        }
        List<Generation> kept = new ArrayList<>(generations);
        long number = generations.isEmpty()
                ? 1
                : generations.get(generations.size() - 1).number() + 1;
        while (!kept.isEmpty() && kept.get(kept.size() - 1).articles() / TOGETHER <= articles.size() - from) {
            Generation last = kept.remove(kept.size() - 1);
            SeedFile.open(file(last.number(), "seeds")).addTo(seeds);
            from -= last.articles();
        }
        for (String part : List.of("seeds", "sketches", "articles", "stories", "common")) {
            Files.deleteIfExists(file(number, part));
        }
        try (MappedLongs.Writer out = new MappedLongs.Writer(file(number, "seeds"))) {
            seeds.writeTo(out);
        }
        try (MappedLongs.Writer out = new MappedLongs.Writer(file(number, "sketches"))) {
            sketches.writeTo(out, from);
        }
        articles.writeTo(file(number, "articles"), from);
        try (MappedLongs.Writer out = new MappedLongs.Writer(file(number, "stories"))) {
            stories.writeTo(out);
        }
        try (MappedLongs.Writer out = new MappedLongs.Writer(file(number, "common"))) {
            out.put(seeds.common(), seeds.common().length);
        }
        kept.add(new Generation(number, articles.size() - from));
        writeList(kept);
        generations.clear();
        generations.addAll(kept);
        deleteOthers();
    }

    private void writeList(List<Generation> kept) throws IOException {
        StringBuilder words = new StringBuilder(FORM).append('\n');
        kept.forEach(each ->
                words.append(each.number()).append(' ').append(each.articles()).append('\n'));
        Path fresh = folder.resolve(LIST + ".new");
        Files.writeString(fresh, words);
        try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(fresh, folder.resolve(LIST), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** What no list names any more, or a stopped run has left. */
    private void deleteOthers() throws IOException {
        Set<String> wanted = new HashSet<>(Set.of(LIST, "lock"));
        for (Generation generation : generations) {
            for (String part : List.of("seeds", "sketches", "articles")) {
                wanted.add(name(generation.number(), part));
            }
        }
        long last = generations.get(generations.size() - 1).number();
        wanted.add(name(last, "stories"));
        wanted.add(name(last, "common"));
        List<Path> others;
        try (Stream<Path> files = Files.list(folder)) {
            others = files.filter(file -> file.getFileName().toString().matches("g\\d+\\.\\w+")
                            && !wanted.contains(file.getFileName().toString()))
                    .toList();
        }
        for (Path other : others) {
            Files.delete(other);
        }
    }

    private Path file(long number, String part) {
        return folder.resolve(name(number, part));
    }

    private static String name(long number, String part) {
        return "g" + number + "." + part;
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
