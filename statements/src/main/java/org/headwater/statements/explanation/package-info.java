/**
 * Why a document was read as it was, in words for people: which pattern found a statement, which words filled each slot
 * and where it looked for them, what made whom the speaker, and what was missing where nothing was found. Start at {@link
 * org.headwater.statements.explanation.Explanation}.
 *
 * <p>It explains what was done and does nothing itself: an explanation is made by reading the document once more.
 */
package org.headwater.statements.explanation;
