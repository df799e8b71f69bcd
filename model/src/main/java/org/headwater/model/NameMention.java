package org.headwater.model;

/**
 * A name as it stands in a document, before it is known whose name it is.
 *
 * @param document the document
 * @param span where the name stands
 * @param name the name as written, without articles, titles and possessive endings
 * @param kind what it seems to name
 * @param role the words that say in what role a person acts ("spokesman of the Foreign Ministry"); empty if none
 */
public record NameMention(DocumentId document, Span span, String name, EntityKind kind, String role) {}
