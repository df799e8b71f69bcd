package org.headwater.evidence;

import org.headwater.model.Sha256;

/**
 * Something outside of the custody log that remembers an entry of it, so that a log which was cut or written anew is told
 * from the one that was.
 *
 * @param keptBy who remembers, in words: {@code the store}, {@code a timestamp}
 * @param sequence the entry's place
 * @param digest its digest
 */
public record LogMark(String keptBy, long sequence, Sha256 digest) {}
