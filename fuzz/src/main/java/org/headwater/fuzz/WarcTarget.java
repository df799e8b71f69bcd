package org.headwater.fuzz;

/** A web archive gives outcomes, whatever is in it. */
public final class WarcTarget {
    private WarcTarget() {}

    /** Called by Jazzer. */
    public static void fuzzerTestOneInput(byte[] input) {
        Reading.of("input.warc", input);
    }
}
