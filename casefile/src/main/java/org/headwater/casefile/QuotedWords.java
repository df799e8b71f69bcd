package org.headwater.casefile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.headwater.model.Document;
import org.headwater.model.DocumentId;
import org.headwater.model.Span;

/** Finds words that a person copied, from a screen or from the original, in the document they stand in. */
final class QuotedWords {
    private QuotedWords() {}

    /**
     * Everywhere in a document that these words stand; names may be masked in them as on screens.
     *
     * @param verb what they are wanted for
     * @throws CaseException refused if the document is not there, or does not have the words
     */
    static List<Span> places(Store store, Document masked, String verb, String quote) throws CaseException {
        List<Span> places = new ArrayList<>(AddedStatement.places(masked.text(), quote));
        DocumentRows.load(store, masked.id())
                .ifPresent(document -> AddedStatement.places(document.text(), quote).stream()
                        .filter(place -> !places.contains(place))
                        .forEach(places::add));
        if (places.isEmpty()) {
            throw CaseException.refused("Cannot " + verb + " " + masked.label() + ": it does not have the words “"
                    + quote + "” (copy them exactly)");
        }
        return places;
    }

    /** The document with these words in it; fails where it is not there. */
    static Document document(Optional<Document> masked, String verb, DocumentId id) throws CaseException {
        return masked.orElseThrow(
                () -> CaseException.refused("Cannot " + verb + " " + id + ": the case has no such document"));
    }
}
