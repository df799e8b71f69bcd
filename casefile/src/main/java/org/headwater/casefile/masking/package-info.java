/**
 * Finds what would help to find or press a person: telephone numbers, e-mail addresses, home addresses, days of
 * birth, numbers of papers and of cars, and names that words around them show to be a person's. Start at {@link org.headwater.casefile.masking.PersonalDetails}.
 *
 * <p>This package looks at text alone: it knows neither cases nor names of persons, and decides nothing about what is
 * shown.
 */
package org.headwater.casefile.masking;
