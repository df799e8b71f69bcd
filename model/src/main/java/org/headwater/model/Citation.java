package org.headwater.model;

import java.util.Optional;

/**
 * A place where a document gives somebody as the source of something, whether or not the codebook asks for what is said.
 *
 * @param document the document
 * @param span what is said; where a source is only named, the words that name it
 * @param attribution who is said to have said it, the document's outlet first
 * @param body whom the last speaker speaks for, if the text says so ("spokesman of the Foreign Ministry")
 */
public record Citation(DocumentId document, Span span, Attribution attribution, Optional<String> body) {}
