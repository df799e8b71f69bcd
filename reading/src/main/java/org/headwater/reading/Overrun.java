package org.headwater.reading;

import java.io.IOException;

/** A stream gave more bytes than a bound allows; ends an entry or a whole archive from within a read. */
final class Overrun extends IOException {
    private static final long serialVersionUID = 1L;

    private final Fault fault;

    Overrun(Fault fault, String why) {
        super(why);
        this.fault = fault;
    }

    Fault fault() {
        return fault;
    }
}
