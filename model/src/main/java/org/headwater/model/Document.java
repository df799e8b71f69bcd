package org.headwater.model;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/**
 * Readable text derived from an item, with what is known of where and when it was published. For a plain text file the
 * text is the decoded file, unchanged, so that offsets are the file's.
 *
 * @param id names this reading of the item
 * @param item the bytes it was read from
 * @param file name of the file it came from, without folders; for a document inside an archive or mailbox, the entry's
 * @param part place within the item where one item holds several documents (a mail in a mailbox), else empty
 * @param text the readable text, in UTF-16 code units for every {@link Span}
 * @param title headline
 * @param outlet who published it: a newspaper, agency, site or organisation
 * @param byline who wrote it, as printed
 * @param published when it was published
 * @param language BCP 47 tag, such as {@code en} or {@code zh-Hans}
 * @param address where it was published, as a URL
 * @param reader which reader made it, with its version, such as {@code html@1}
 */
public record Document(
        DocumentId id,
        ItemId item,
        String file,
        String part,
        String text,
        Known<String> title,
        Known<String> outlet,
        Known<String> byline,
        Known<PartialDate> published,
        Known<String> language,
        Known<String> address,
        String reader) {

    /** The id of the reading that this reader makes of this part of the item. */
    public static DocumentId idOf(ItemId item, String part, String reader) {
        return new DocumentId(ContentHash.of(item.value(), part, reader).id(DocumentId.PREFIX));
    }

    /**
     * The words of a span.
     *
     * @throws IllegalArgumentException if the span does not lie inside the text
     */
    public String quote(Span span) {
        if (span.end() > text.length()) {
            throw new IllegalArgumentException("Cannot place span " + span.begin() + "–" + span.end() + ": document "
                    + id + " has only " + text.length() + " units");
        }
        return text.substring(span.begin(), span.end());
    }

    /** Outlet, else the title, else the file: what to call it on a screen. */
    public String label() {
        return outlet.value().or(title::value).orElse(file);
    }

    /**
     * Who speaks in it where nobody else is named: its outlet, else the host it was published on. A document that tells
     * neither is called just that, since a headline is nobody who could know anything.
     */
    public String publisher() {
        return outlet.value().or(this::host).orElse("a document without outlet (" + file + ")");
    }

    /** The host it was published on; empty if its address is not known or is none. */
    public Optional<String> host() {
        try {
            return Optional.ofNullable(new URI(address.value().orElse("")).getHost());
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** Language without script or region, such as {@code zh}; empty if not known. */
    public Optional<String> primaryLanguage() {
        return language.value().map(tag -> tag.split("-", 2)[0]);
    }
}
