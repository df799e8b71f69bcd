/**
 * Names: which of them are one party and why, and where a person may say otherwise. Start at {@link
 * org.headwater.web.names.NamesPage}.
 */
package org.headwater.web.names;
