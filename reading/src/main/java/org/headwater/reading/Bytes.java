package org.headwater.reading;

import java.io.IOException;
import java.io.InputStream;

/** The bytes of a source that is read as a whole. */
final class Bytes {
    private Bytes() {}

    /** All bytes, if they are no more than a text of so many units can need. */
    static byte[] ofText(Source source, ReadingLimits limits) throws Refusal, IOException {
        long most = Math.min(limits.itemBytes(), 4L * limits.textUnits() + 4);
        byte[] bytes;
        if (source.size() > most) {
            throw new Refusal(
                    Fault.TOO_LARGE,
                    "it has " + source.size() + " bytes, more than " + limits.textUnits()
                            + " characters can need (the bound)");
        }
        try (InputStream in = source.open()) {
            bytes = in.readNBytes((int) Math.min(most, Integer.MAX_VALUE - 16));
        }
        return bytes;
    }

    static void checkUnits(long units, ReadingLimits limits) throws Refusal {
        if (units > limits.textUnits()) {
            throw new Refusal(
                    Fault.TOO_LARGE, "its text has more than " + limits.textUnits() + " characters (the bound)");
        }
    }
}
