/**
 * Lines and rows of files that others made: articles as JSON Lines, and tables as comma-separated values. Start at {@link
 * org.headwater.cli.input.ByteLines} or {@link org.headwater.cli.input.CsvReader}.
 *
 * <p>This package takes whatever bytes there are and says of each line what is wrong with it. It knows no command and no case.
 */
package org.headwater.cli.input;
