/**
 * Reads out of a document who says what. Start at {@link org.headwater.statements.StatementReader}: it skims the whole
 * text, parses only the sentences worth it, and carries out the codebook's patterns on them.
 *
 * <p>This package knows no subject: every word of one comes from the codebook. It does not resolve names across
 * documents, and keeps nothing.
 */
package org.headwater.statements;
