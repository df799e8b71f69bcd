/**
 * Processes that change cases and are killed at it. Start at {@link org.headwater.cli.kill.KilledAnywhereTest}; what they
 * do is in {@link org.headwater.cli.kill.Step}.
 */
package org.headwater.cli.kill;
