package org.headwater.model;

import java.util.Locale;

/** Where a statement stands. Software only proposes; only a person moves it on. */
public enum Status {
    PROPOSED,
    ACCEPTED,
    EDITED,
    REJECTED,
    ADDED;

    /** The written form. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The status of a written form.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Status ofWord(String word) {
        for (Status status : values()) {
            if (status.word().equals(word)) {
                return status;
            }
        }
        throw new IllegalArgumentException(
                "Invalid status: '" + word + "' (must be proposed, accepted, edited, rejected or added)");
    }
}
