/**
 * Puts statements that speak about the same thing side by side: figures as intervals over time, the origins and carriers
 * of each, what contradicts what, and who denies it. Start at {@link org.headwater.findings.FindingAssembler}.
 *
 * <p>It compares; it never judges which value is true, and it knows neither subject words, files nor databases: what a
 * kind's statements speak about is told to it by {@link org.headwater.findings.Topic}.
 */
package org.headwater.findings;
