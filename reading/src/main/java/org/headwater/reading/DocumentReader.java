package org.headwater.reading;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.headwater.model.Document;
import org.headwater.model.ItemId;
import org.headwater.model.Known;
import org.headwater.reading.article.Facts;
import org.headwater.reading.article.Languages;

/**
 * Reads sources of every format there is a reader for: plain text, HTML, PDF, DOCX, ODT, mail and mailboxes, zip, tar and
 * gzip, web archives, and pictures where Tesseract is installed.
 *
 * <p>Thread-safe. Never throws for what a source holds: what cannot be read is an {@link Outcome.Refused}. The same bytes
 * give the same outcomes in the same order, but for {@link Fault#TIMED_OUT} and what Tesseract sees.
 */
public final class DocumentReader implements AutoCloseable {
    private final ReadingLimits limits;
    private final Formats formats;
    private final Parsing parsing;

    DocumentReader(ReadingLimits limits, Formats formats, Parsing parsing) {
        this.limits = limits;
        this.formats = formats;
        this.parsing = parsing;
    }

    /**
     * A reader of every format, in this process: what is read can take all of its memory, and an archive has no bound on
     * time.
     */
    public static DocumentReader standard(ReadingLimits limits) {
        return withTesseract(limits, Picture.onPath("tesseract"));
    }

    /**
     * A reader of every format that parses all but short texts in processes of their own, with bounds on memory and time,
     * so that nothing that a file does to its parser reaches this process. Costs a start of Java when the first such file
     * comes.
     */
    public static DocumentReader apart(ReadingLimits limits) {
        return new DocumentReader(
                limits, Formats.of(limits, Optional.empty()), new ParsingApart(limits, ParserMain.class));
    }

    static DocumentReader withTesseract(ReadingLimits limits, Optional<Path> tesseract) {
        return new DocumentReader(limits, Formats.of(limits, tesseract), Parsing.here(limits));
    }

    /**
     * What the bytes are, such as {@code text/html}, told from the bytes and, where they leave it open, from the name.
     *
     * @throws IOException if the bytes cannot be fetched
     */
    public String mediaType(Source source) throws IOException {
        try (InputStream in = source.open()) {
            return MediaTypes.of(
                    in.readNBytes(MediaTypes.HEAD_BYTES),
                    source.name(),
                    source.declaredType().orElse(""));
        }
    }

    /**
     * Reads one source.
     *
     * @param item the item that the source's bytes are
     * @param source the bytes
     * @param sink is given each outcome as it comes, on the caller's thread; at least one comes
     * @throws ParserStartException if a process to read it in cannot be started
     */
    public void read(ItemId item, Source source, Consumer<Outcome> sink) {
        Delivery delivery = new Delivery(item, source, sink);
        try {
            Format format = format(source);
            delivery.by(format);
            parsing.read(format, source, delivery);
        } catch (Refusal e) {
            delivery.refused(e.fault(), source.where(), e.getMessage());
        } catch (IOException e) {
            delivery.refused(Fault.BROKEN, source.where(), Worker.reason(e));
        } catch (StackOverflowError | OutOfMemoryError e) {
            Refusal refusal = Worker.exhausted(e);
            delivery.refused(refusal.fault(), source.where(), refusal.getMessage());
        }
        if (delivery.isEmpty()) {
            delivery.refused(Fault.NO_TEXT, source.where(), "it holds nothing");
        }
    }

    private Format format(Source source) throws Refusal {
        if (source.size() == 0) {
            throw new Refusal(Fault.EMPTY, "it has no bytes");
        }
        if (source.size() > limits.itemBytes()) {
            throw new Refusal(
                    Fault.TOO_LARGE, "it has " + source.size() + " bytes (at most " + limits.itemBytes() + ")");
        }
        if (source.depth() > limits.depth()) {
            throw new Refusal(
                    Fault.TOO_DEEP, "it lies in " + source.depth() + " archives (at most " + limits.depth() + ")");
        }
        String type;
        try {
            type = mediaType(source);
        } catch (IOException e) {
            throw new Refusal(Fault.UNREADABLE, Worker.reason(e));
        }
        return formats.of(type).orElseThrow(() -> new Refusal(Fault.UNKNOWN_FORMAT, unknown(type, source)));
    }

    /** Why there is no reader: bytes that are of no format whatever their name says are damaged, or something else. */
    private static String unknown(String type, Source source) {
        if (!type.equals(MediaTypes.UNKNOWN)) {
            return "there is no reader for " + type;
        }
        String ending = MediaTypes.ending(source.name());
        return "its bytes begin as those of no format that is read"
                + (ending.isEmpty()
                        ? ""
                        : ", though its name ends in ." + ending
                                + " (it is damaged, cut off at its beginning, encrypted or something else)");
    }

    /** Ends the processes it reads in, if it has any; what they are reading is refused. */
    @Override
    public void close() {
        parsing.close();
    }

    /** Turns what formats find into outcomes of this item. */
    private static final class Delivery implements Format.Sink {
        private final ItemId item;
        private final Source source;
        private final Consumer<Outcome> sink;
        private String reader = "";
        private boolean empty = true;

        Delivery(ItemId item, Source source, Consumer<Outcome> sink) {
            this.item = item;
            this.source = source;
            this.sink = sink;
        }

        void by(Format format) {
            reader = format.reader();
        }

        boolean isEmpty() {
            return empty;
        }

        @Override
        public void document(Reading reading) {
            Facts facts = reading.facts();
            Known<String> language = Facts.first(Languages.of(reading.text()), facts.language());
            Known<String> address = Facts.first(
                    source.address()
                            .map(url -> Known.of(url, "captured address"))
                            .orElse(Known.unknown()),
                    facts.address());
            give(new Outcome.Read(
                    new Document(
                            Document.idOf(item, reading.part(), reader),
                            item,
                            source.name(),
                            reading.part(),
                            reading.text(),
                            facts.title(),
                            facts.outlet(),
                            facts.byline(),
                            facts.published(),
                            language,
                            address,
                            reader),
                    reading.notes()));
        }

        @Override
        public void contained(Source entry) {
            give(new Outcome.Contained(entry));
        }

        @Override
        public void refused(Fault fault, String where, String why) {
            give(new Outcome.Refused(fault, where, "Cannot read " + where + ": " + why));
        }

        @Override
        public void passedOver(long count, String what) {
            if (count > 0) {
                give(new Outcome.PassedOver(source.where(), count, what));
            }
        }

        private void give(Outcome outcome) {
            empty = false;
            sink.accept(outcome);
        }
    }
}
