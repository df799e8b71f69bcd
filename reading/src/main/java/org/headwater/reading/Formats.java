package org.headwater.reading;

import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The formats there are readers for.
 *
 * @param byType each by the media types it reads
 */
record Formats(Map<String, Format> byType) {
    /** Those of this program, pictures among them if there is a Tesseract. */
    static Formats of(ReadingLimits limits, Optional<Path> tesseract) {
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
        return new Formats(formats);
    }

    Optional<Format> of(String type) {
        return Optional.ofNullable(byType.get(type));
    }

    /** The format of this {@link Format#reader} name. */
    Optional<Format> named(String reader) {
        Collection<Format> all = byType.values();
        return all.stream().filter(each -> each.reader().equals(reader)).findFirst();
    }
}
