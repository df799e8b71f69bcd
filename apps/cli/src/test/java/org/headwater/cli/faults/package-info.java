/**
 * What happens to a case when the world fails: processes are killed, the disk is full or cannot be written to, two processes
 * want one case. Start at {@link org.headwater.cli.faults.KilledAnywhereTest}; {@link org.headwater.cli.faults.Child} starts
 * the processes.
 */
package org.headwater.cli.faults;
