/**
 * What is printed and how: results to standard output, messages to standard error, tables and trees that fit the
 * terminal, colour where it is wanted, JSON where it is asked for. Start at {@link org.headwater.cli.screen.Screen}.
 *
 * <p>This package knows no case and no command.
 */
package org.headwater.cli.screen;
