package org.headwater.reading;

import java.io.IOException;

/** A process to parse in cannot be started, which is no document's fault: mend it and read again. */
public final class ParserStartException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ParserStartException(IOException reason) {
        super(reason.getMessage(), reason);
    }
}
