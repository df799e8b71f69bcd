/**
 * Findings as a list and one by one: values over time, the river, every statement in its sentence, conflicts, grades. Start at {@link org.headwater.web.finding.FindingsPage} for the list and at {@link org.headwater.web.finding.FindingPage} for one.
 */
package org.headwater.web.finding;
