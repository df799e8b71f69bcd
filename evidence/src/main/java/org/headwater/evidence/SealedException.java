package org.headwater.evidence;

import java.io.IOException;
import java.io.Serial;

/** Originals are sealed, and no passphrase was given or not the right one. Nothing was read or written. */
public final class SealedException extends IOException {
    @Serial
    private static final long serialVersionUID = 1L;

    SealedException(String why) {
        super(why);
    }
}
