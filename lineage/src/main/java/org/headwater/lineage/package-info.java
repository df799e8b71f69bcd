/**
 * Which document took what from which, and where knowledge starts. Start at {@link
 * org.headwater.lineage.DerivationFinder} for the words that documents share, at {@link
 * org.headwater.lineage.OriginTracer} for the origin behind each statement, and at {@link
 * org.headwater.lineage.StoryTracer} for a stream of articles too long to hold.
 *
 * <p>Everything here is decided from the values it is given: it knows neither files nor databases nor clocks, needs
 * nothing but the JDK, and gives the same answer in whatever order documents arrive.
 */
package org.headwater.lineage;
