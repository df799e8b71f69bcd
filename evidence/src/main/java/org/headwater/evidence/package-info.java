/**
 * Keeps originals so that nobody can doubt them later: bytes filed under their own digest, and a custody log in which
 * every entry seals the one before. Start at {@link org.headwater.evidence.EvidenceStore} for the bytes, at {@link
 * org.headwater.evidence.CustodyLog} for what was done to them, and at {@link org.headwater.evidence.Verification} to
 * check both.
 *
 * <p>This package does not know formats, documents, statements or databases: it is handed bytes and words.
 */
package org.headwater.evidence;
