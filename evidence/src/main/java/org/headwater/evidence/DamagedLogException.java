package org.headwater.evidence;

import java.io.IOException;

/** A custody log was changed or cut after it was written; its message says where. Nothing may be appended to it. */
public final class DamagedLogException extends IOException {
    private static final long serialVersionUID = 1L;

    DamagedLogException(String message) {
        super(message);
    }
}
