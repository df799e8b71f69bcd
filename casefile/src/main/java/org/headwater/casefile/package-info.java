/**
 * A case on disk: one folder with the originals, the custody log, an SQLite store and a Lucene index. Start at {@link
 * org.headwater.casefile.Case}, the one way by which apps reach a case.
 *
 * <p>It runs the river: keeps what is taken in, has it read, resolves names, traces origins and assembles findings, and
 * honours what people decided. It knows no subject, no screen and no command; personal details and the names of withheld
 * persons do not leave it.
 */
package org.headwater.casefile;
