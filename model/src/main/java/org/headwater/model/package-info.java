/**
 * The values that flow down the river, from an item's bytes to a finding. Start at {@link
 * org.headwater.model.Statement}: everything before it leads to one, everything after it compares them.
 *
 * <p>All types here are immutable, check themselves on construction, and are safe to share between threads. No value is
 * ever {@code null}; what may be absent is an {@link java.util.Optional} or an empty list. This package knows neither
 * files, databases, formats nor clocks, and needs nothing but the JDK.
 */
package org.headwater.model;
