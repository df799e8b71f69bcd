/**
 * The page one lands on: what the case holds, its strongest and weakest findings, what waits for a decision. Start at {@link org.headwater.web.overview.OverviewPage}.
 */
package org.headwater.web.overview;
