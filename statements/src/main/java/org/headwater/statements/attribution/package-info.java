/**
 * Who said what: every proposition that a text lays in somebody's mouth, with its speaker, the words that say so and the
 * words that are said. Start at {@link org.headwater.statements.attribution.AttributionFinder}; ask its {@link
 * org.headwater.statements.attribution.AttributionIndex} which chain of speakers applies at a span.
 *
 * <p>This package knows nothing of codebooks and kinds of statement, and does not resolve names across documents: a
 * speaker's name is one written somewhere in the same text.
 */
package org.headwater.statements.attribution;
