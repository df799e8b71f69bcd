/**
 * Findings by the places they are about, on outlines of our own. Start at {@link org.headwater.web.map.MapPage}.
 */
package org.headwater.web.map;
