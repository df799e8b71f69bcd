package org.headwater.model;

import java.util.List;
import java.util.Optional;

/**
 * A place where a document gives somebody as the source of something, whether or not the codebook asks for what is said.
 *
 * @param document the document
 * @param span what is said; where a source is only named, the words that name it
 * @param attribution who is said to have said it, the document's outlet first
 * @param body whom the last speaker speaks for, if the text says so ("spokesman of the Foreign Ministry")
 * @param persons names in the chain that the text does not tell to be an organisation's, and so may be a person's
 */
public record Citation(
        DocumentId document, Span span, Attribution attribution, Optional<String> body, List<String> persons) {
    public Citation {
        persons = List.copyOf(persons);
    }
}
