package org.headwater.reading;

/** Ends the reading of one source with a fault. Never leaves this package: callers see {@link Outcome.Refused}. */
final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    private final Fault fault;

    /** The message says what is wrong and the bound; where it is gets added. */
    Refusal(Fault fault, String why) {
        super(why);
        this.fault = fault;
    }

    Fault fault() {
        return fault;
    }
}
