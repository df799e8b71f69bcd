package org.headwater.lineage;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.headwater.model.PartialDate;

/** The ids and dates of articles by number: those of now in memory, those traced before in files, read when asked for. */
final class TracedArticles {
    private final List<StoryTracer.Article> here = new ArrayList<>();
    private final List<ByteBuffer> older = new ArrayList<>();
    private final List<Integer> olderBegin = new ArrayList<>();
    private int first;

    int size() {
        return first + here.size();
    }

    void add(StoryTracer.Article article) {
        here.add(article);
    }

    StoryTracer.Article get(int number) {
        if (number >= first) {
            return here.get(number - first);
        }
        int file = older.size() - 1;
        while (olderBegin.get(file) > number) {
            file--;
        }
        return read(older.get(file), number - olderBegin.get(file));
    }

    private static StoryTracer.Article read(ByteBuffer file, int place) {
        int begin = file.getInt(4 + 4 * place);
        int end = file.getInt(8 + 4 * place);
        byte[] bytes = new byte[end - begin];
        file.get(begin, bytes);
        String words = new String(bytes, StandardCharsets.UTF_8);
        int tab = words.indexOf('\t');
        Optional<PartialDate> published =
                tab == 0 ? Optional.empty() : Optional.of(PartialDate.parse(words.substring(0, tab)));
        return new StoryTracer.Article(words.substring(tab + 1), published);
    }

    /** Takes in articles traced before, numbered on from those taken in so far. */
    void knows(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer mapped = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
            older.add(mapped);
            olderBegin.add(first);
            first += mapped.getInt(0);
        }
    }

    /** Writes the articles from this number on, in the form that {@link #knows} reads. */
    void writeTo(Path file, int from) throws IOException {
        int count = size() - from;
        ByteBuffer offsets = ByteBuffer.allocate(8 + 4 * count);
        offsets.putInt(count);
        ByteArrayOutputStream words = new ByteArrayOutputStream();
        for (int i = from; i < size(); i++) {
            offsets.putInt(offsets.capacity() + words.size());
            StoryTracer.Article article = get(i);
            String date = article.published().map(PartialDate::toString).orElse("");
            words.writeBytes((date + '\t' + article.id()).getBytes(StandardCharsets.UTF_8));
        }
        offsets.putInt(offsets.capacity() + words.size());
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            for (ByteBuffer part : List.of(offsets.flip(), ByteBuffer.wrap(words.toByteArray()))) {
                while (part.hasRemaining()) {
                    channel.write(part);
                }
            }
            channel.force(true);
        }
        if (Files.size(file) > Integer.MAX_VALUE) {
            throw new IOException("Cannot keep " + count + " articles in one file: their ids take " + Files.size(file)
                    + " bytes (at most " + Integer.MAX_VALUE + ")");
        }
    }
}
