/**
 * Who gets in, and what a page may do once it is in a browser. Start at {@link org.headwater.web.entrance.Keys}: each key
 * opens the server once, for one browser; the rest of the package turns it into a session and guards every request.
 *
 * <p>It knows requests and sessions, and nothing of the case.
 */
package org.headwater.web.entrance;
