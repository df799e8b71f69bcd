package org.headwater.statements.marks;

/**
 * A term of the codebook as it stands in a sentence.
 *
 * @param list the term list
 * @param words where it stands
 * @param head the word of it that others depend on: its verb, else its last word
 */
public record TermMatch(String list, Words words, int head) {}
