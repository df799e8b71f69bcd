/**
 * What every page has: the open case, the frame around the page, lists cut into pages, and text made fit for a screen. Start
 * at {@link org.headwater.web.page.OpenCase}.
 *
 * <p>It knows no single page.
 */
package org.headwater.web.page;
