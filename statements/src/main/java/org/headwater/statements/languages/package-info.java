/**
 * What is known of single languages besides English: their small words, the stems of their words, and the models of those
 * that can be parsed, shipped or added by a user. Start at {@link org.headwater.statements.languages.LanguageWords}.
 *
 * <p>This package knows no subject, reads no sentence and finds nothing in a text; it is what the others look words up in.
 */
package org.headwater.statements.languages;
