/**
 * What a case holds in words, the same on every screen: a finding's subject and values, slots with the labels of the
 * codebook, dates. Start at {@link org.headwater.casefile.words.FindingWords}.
 *
 * <p>It knows values and the codebook, and nothing of how wide a screen is or of who looks at it.
 */
package org.headwater.casefile.words;
