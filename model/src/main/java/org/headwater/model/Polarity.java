package org.headwater.model;

/** Whether the ultimate speaker says that something is so, or that it is not. */
public enum Polarity {
    ASSERTS("asserts"),
    DENIES("denies");

    private final String word;

    Polarity(String word) {
        this.word = word;
    }

    /** The written form. */
    public String word() {
        return word;
    }

    /**
     * The polarity of a written form.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Polarity ofWord(String word) {
        for (Polarity polarity : values()) {
            if (polarity.word.equals(word)) {
                return polarity;
            }
        }
        throw new IllegalArgumentException("Invalid polarity: '" + word + "' (must be asserts or denies)");
    }
}
