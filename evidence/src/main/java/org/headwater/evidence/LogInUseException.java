package org.headwater.evidence;

import java.io.IOException;

/** Another writer holds the custody log; its message names the process. */
public final class LogInUseException extends IOException {
    private static final long serialVersionUID = 1L;

    LogInUseException(String message) {
        super(message);
    }
}
