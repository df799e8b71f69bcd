/**
 * Carries out a codebook's patterns on marked sentences. Start at {@link
 * org.headwater.statements.match.PatternMatcher}; {@link org.headwater.statements.match.Discourse} is what it remembers
 * from sentence to sentence, {@link org.headwater.statements.match.Roles} where in a sentence a pattern looks.
 *
 * <p>This package knows no word of any subject, and not who speaks: that is asked through {@link
 * org.headwater.statements.match.Voices}.
 */
package org.headwater.statements.match;
