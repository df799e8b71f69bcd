/**
 * The command line: one class for each command, which asks the case and prints what it answers. Start at {@link
 * org.headwater.cli.Main}, then {@code Headwater}, which lists the commands.
 *
 * <p>This package decides nothing about statements, origins or findings. It knows no SQL, no index and no parser; it
 * only turns words typed into calls, and values into words on a screen or JSON on a pipe.
 */
package org.headwater.cli;
