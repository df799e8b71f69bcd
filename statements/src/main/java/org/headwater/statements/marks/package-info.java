/**
 * What stands in a sentence before it is known what the sentence says: terms of the codebook, numbers, dates, places and
 * parties, each with the words it was read from. Start at {@link org.headwater.statements.marks.Marker}, which gives a
 * {@link org.headwater.statements.marks.MarkedSentence}.
 *
 * <p>This package knows nothing of patterns, statements or speakers, and no word of any subject.
 */
package org.headwater.statements.marks;
