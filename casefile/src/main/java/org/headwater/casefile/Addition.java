package org.headwater.casefile;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.headwater.model.DocumentId;
import org.headwater.model.Span;

/**
 * A statement that a person adds because the software did not propose it.
 *
 * @param document where it stands
 * @param kind a kind of the case's codebook
 * @param span the words it is made in
 * @param values what fills its slots, as typed ({@code 54..}, {@code 2022-09}), by slot; {@code speaker} says who says it
 *     and {@code polarity} whether that party asserts or denies it, as in an edit
 */
public record Addition(DocumentId document, String kind, Span span, Map<String, String> values) {
    /** What a decision's changes say of where and of what kind it is, beside the values; no slot begins so. */
    static final String MARK = "@";

    /** Under which name they hold the document. */
    static final String DOCUMENT = MARK + "document";

    private static final String KIND = MARK + "kind";
    private static final String BEGIN = MARK + "begin";
    private static final String END = MARK + "end";

    public Addition {
        values = Collections.unmodifiableMap(new TreeMap<>(values));
    }

    /** It as the changes of a decision. */
    Map<String, String> changes() {
        Map<String, String> changes = new TreeMap<>(values);
        changes.put(KIND, kind);
        changes.put(DOCUMENT, document.value());
        changes.put(BEGIN, Integer.toString(span.begin()));
        changes.put(END, Integer.toString(span.end()));
        return changes;
    }

    /**
     * The addition of a decision's changes.
     *
     * @throws IllegalArgumentException if they are not those of one
     */
    static Addition of(Map<String, String> changes) {
        Map<String, String> values = new TreeMap<>(changes);
        values.keySet().removeIf(name -> name.startsWith(MARK));
        return new Addition(
                new DocumentId(changes.getOrDefault(DOCUMENT, "")),
                changes.getOrDefault(KIND, ""),
                new Span(
                        Integer.parseInt(changes.getOrDefault(BEGIN, "")),
                        Integer.parseInt(changes.getOrDefault(END, ""))),
                values);
    }
}
