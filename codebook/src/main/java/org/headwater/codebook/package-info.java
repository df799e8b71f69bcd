/**
 * The vocabulary of an investigation as data: what kinds of statements there are, their slots, the terms of the subject
 * in each language, the parties everybody knows, and the patterns that find statements. Start at {@link
 * org.headwater.codebook.Codebooks}, which loads and checks; {@link org.headwater.codebook.Codebook} is what it gives.
 *
 * <p>It knows no subject and no language itself, and it does not read documents: patterns are carried out elsewhere.
 */
package org.headwater.codebook;
