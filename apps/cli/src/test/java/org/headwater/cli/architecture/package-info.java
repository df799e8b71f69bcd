/**
 * Holds the rules of the architecture and of the tree against everything that is built. Start at {@code
 * ArchitectureTest}; the packages {@code wrong} beside it break each rule on purpose.
 */
package org.headwater.cli.architecture;
