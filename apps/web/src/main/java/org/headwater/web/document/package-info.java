/**
 * Documents: their text with what was read from it in the margin, what they copied from others, and the archived original.
 * Start at {@link org.headwater.web.document.DocumentPage}.
 */
package org.headwater.web.document;
