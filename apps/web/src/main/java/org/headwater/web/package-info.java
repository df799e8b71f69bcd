/**
 * The case in the browser. Start at {@link org.headwater.web.WebServer}, which serves one case on the loopback address to
 * whoever opened its one-time address.
 *
 * <p>Pages are rendered here and work without scripts; scripts make some of them quicker. A package below holds what
 * belongs to one page and is named after what the page shows. Nothing here knows how a case is stored, and nothing is
 * fetched from another host.
 */
package org.headwater.web;
