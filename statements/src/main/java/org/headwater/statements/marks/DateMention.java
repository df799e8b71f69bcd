package org.headwater.statements.marks;

import org.headwater.model.SlotValue;

/**
 * A date in a sentence.
 *
 * @param words its words, a preposition such as "since" among them
 * @param value what it means; empty where its year cannot be known
 */
public record DateMention(Words words, java.util.Optional<SlotValue.Period> value) {}
