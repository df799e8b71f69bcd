/**
 * Programs that measure the product and print what they find. Start at {@code bench/README.md}, which gives the commands
 * and the figures. Nothing here is part of the product, and no test depends on how fast a machine is.
 */
package org.headwater.bench;
