package org.headwater.reading;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
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
public final class DocumentReader {
    private final ReadingLimits limits;
    private final Map<String, Format> formats;

    private DocumentReader(ReadingLimits limits, Map<String, Format> formats) {
        this.limits = limits;
        this.formats = formats;
    }

    /** A reader of every format. */
    public static DocumentReader standard(ReadingLimits limits) {
        return withTesseract(limits, Picture.onPath("tesseract"));
    }

    static DocumentReader withTesseract(ReadingLimits limits, Optional<Path> tesseract) {
        Map<String, Format> formats = new LinkedHashMap<>();
        formats.put(MediaTypes.PLAIN, new PlainText(limits));
        HtmlPage html = new HtmlPage(limits);
        formats.put(MediaTypes.HTML, html);
        formats.put(MediaTypes.PDF, new PdfText(limits));
        formats.put(MediaTypes.DOCX, new WordDocument(limits));
        formats.put(MediaTypes.ODT, new OpenDocument(limits));
        formats.put(MediaTypes.OLE, new OldOffice());
        Mail mail = new Mail(limits, html);
        formats.put(MediaTypes.MAIL, mail);
        formats.put(MediaTypes.MBOX, new MailArchive(limits, mail));
        ZipArchive zip = new ZipArchive(limits);
        formats.put(MediaTypes.ZIP, zip);
        formats.put(MediaTypes.WACZ, zip);
        TarArchive tar = new TarArchive(limits);
        WarcFile warc = new WarcFile(limits);
        formats.put(MediaTypes.TAR, tar);
        formats.put(MediaTypes.WARC, warc);
        formats.put(MediaTypes.GZIP, new GzipFile(limits, tar, warc));
        Picture picture = new Picture(limits, tesseract);
        for (String type : MediaTypes.PICTURES) {
            formats.put(type, picture);
        }
        return new DocumentReader(limits, formats);
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
     */
    public void read(ItemId item, Source source, Consumer<Outcome> sink) {
        Delivery delivery = new Delivery(item, source, sink);
        try {
            Format format = format(source);
            delivery.by(format);
            if (format.isContainer()) {
                format.read(source, delivery);
            } else {
                Worker.within(limits.time(), source, to -> format.read(source, to))
                        .handTo(delivery);
            }
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
        Format format = formats.get(type);
        if (format == null) {
            throw new Refusal(Fault.UNKNOWN_FORMAT, "there is no reader for " + type);
        }
        return format;
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
