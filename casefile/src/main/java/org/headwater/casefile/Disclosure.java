package org.headwater.casefile;

/** Whether a document may be given out as it is, by what is known of the persons in it. */
public enum Disclosure {
    /** Persons were looked for, and nothing in it is masked. */
    OPEN,
    /** Something in it is masked: its text may go out as it is shown, its original may not. */
    MASKED,
    /**
     * It is not in a language in which persons are looked for, or its language cannot be told: whom it names is not known,
     * so that neither its original nor its whole text may go out.
     */
    UNSEARCHED;

    /** The one of the two that gives out less. */
    public Disclosure stricter(Disclosure other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
