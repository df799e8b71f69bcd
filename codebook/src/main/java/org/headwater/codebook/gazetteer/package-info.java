/**
 * Countries, provinces, cities and regions of the world, with their names in many languages. Start at {@link
 * org.headwater.codebook.gazetteer.Gazetteer#shipped()}: it finds the place of a name, and the places named in a text.
 *
 * <p>Everything comes from one resource that is built ahead of time (see {@code src/gazetteer} in this module); nothing
 * is looked up elsewhere. This package does not know statements or documents, and where a name is ambiguous it goes by
 * the text around it, population and the countries named in the same text: it can be wrong, and a person may overrule it.
 */
package org.headwater.codebook.gazetteer;
