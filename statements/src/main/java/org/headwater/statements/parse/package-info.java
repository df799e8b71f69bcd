/**
 * Sentences, words and who depends on whom, always with the offsets of the whole document. Start at {@link
 * org.headwater.statements.parse.Parser}: it finds the sentences of a text cheaply, and parses only those one asks for.
 *
 * <p>This package knows nothing of codebooks, statements or speakers, and is the only one that calls CoreNLP.
 */
package org.headwater.statements.parse;
