/**
 * What a case holds, in words for a screen: a finding as a line and as a tree, a statement in its sentence, a document, a
 * party with its names. Start at {@link org.headwater.cli.page.FindingLine} for a list and at {@link
 * org.headwater.cli.page.Pages} for one thing.
 *
 * <p>Every line here says who says so. The package reads a view of a case and prints; it changes nothing, and what the
 * view withholds it never sees.
 */
package org.headwater.cli.page;
