/**
 * Which parties stand in findings together, as a drawing and as a table. Start at {@link org.headwater.web.network.NetworkPage}.
 */
package org.headwater.web.network;
