/**
 * One class for each parser of our own, with a method that is given bytes and throws if the parser does what it must not:
 * ends in an error it does not promise, does not end, or gives back what breaks its promises. Start at any {@code …Target};
 * {@code fuzz/run} lets Jazzer find inputs, and a test feeds each target what was found before.
 *
 * <p>Nothing in the product uses this package.
 */
package org.headwater.fuzz;
