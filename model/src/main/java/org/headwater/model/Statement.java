package org.headwater.model;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One claim of one kind of the codebook, made in one span of one document, with who is said to have said it. It reports
 * what somebody says; it never says what is.
 *
 * @param id names it; see {@link #idOf}
 * @param document the document it stands in
 * @param file that document's file
 * @param kind a kind of the codebook, such as {@code site-count}
 * @param polarity whether the ultimate speaker asserts or denies it
 * @param span where it stands in the document's text
 * @param quote the text at the span
 * @param slots its filled slots by name; slots that nothing fills are left out
 * @param attribution who said it
 * @param certainty words such as alleged, reportedly, suspected; kept, never interpreted away
 * @param status where it stands
 * @param by what proposed it: kind, pattern and version, such as {@code site-count/operate-count@1}, with {@link
 *     #SKIMMED} behind it where the language could only be skimmed; or who added it
 */
public record Statement(
        StatementId id,
        DocumentId document,
        String file,
        String kind,
        Polarity polarity,
        Span span,
        String quote,
        Map<String, SlotValue> slots,
        Attribution attribution,
        List<String> certainty,
        Status status,
        String by) {

    /** What {@link #by} ends in where the language of the document was skimmed, not read in full. */
    public static final String SKIMMED = " (skimmed)";

    public Statement {
        slots = Collections.unmodifiableMap(new TreeMap<>(slots));
        certainty = List.copyOf(certainty);
        if (span.isEmpty()) {
            throw new IllegalArgumentException("Cannot place statement " + id + ": its span is empty");
        }
        if (quote.length() != span.length()) {
            throw new IllegalArgumentException("Cannot place statement " + id + ": its quote has " + quote.length()
                    + " units, its span " + span.length());
        }
    }

    /** Whether it comes from a language that could only be skimmed, so that it deserves a second look. */
    public boolean isSkimmed() {
        return by.endsWith(SKIMMED);
    }

    /** The value of a slot, if filled. */
    public Optional<SlotValue> slot(String name) {
        return Optional.ofNullable(slots.get(name));
    }

    /** The value of a slot, if filled with a value of this type. */
    public <T extends SlotValue> Optional<T> slot(String name, Class<T> type) {
        return slot(name).filter(type::isInstance).map(type::cast);
    }

    /** The same statement with other slots; it keeps its id. */
    public Statement withSlots(Map<String, SlotValue> others) {
        return new Statement(
                id, document, file, kind, polarity, span, quote, others, attribution, certainty, status, by);
    }

    /** The same statement with another attribution; it keeps its id. */
    public Statement withAttribution(Attribution other) {
        return new Statement(id, document, file, kind, polarity, span, quote, slots, other, certainty, status, by);
    }

    /** The same statement with another polarity; it keeps its id. */
    public Statement withPolarity(Polarity other) {
        return new Statement(id, document, file, kind, other, span, quote, slots, attribution, certainty, status, by);
    }

    /** The same statement with another status; it keeps its id. */
    public Statement withStatus(Status other) {
        return new Statement(id, document, file, kind, polarity, span, quote, slots, attribution, certainty, other, by);
    }

    /**
     * The id of a statement as read, before names are resolved and before any decision. The same claim read again from
     * the same document has the same id.
     */
    public static StatementId idOf(
            DocumentId document, String kind, Polarity polarity, Span span, Map<String, SlotValue> slots) {
        ContentHash hash = ContentHash.of(document.value(), kind, polarity.word())
                .with(span.begin())
                .with(span.end());
        new TreeMap<>(slots).forEach((name, value) -> hash.with(name).with(value.fold(CanonicalForm.INSTANCE)));
        return new StatementId(hash.id(StatementId.PREFIX));
    }
}
