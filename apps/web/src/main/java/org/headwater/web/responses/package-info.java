/**
 * What countries do: a matrix of countries and actions, each figure with its date and sources. Start at {@link org.headwater.web.responses.ResponsesPage}.
 */
package org.headwater.web.responses;
