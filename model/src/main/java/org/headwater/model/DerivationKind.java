package org.headwater.model;

/** How one document depends on another. */
public enum DerivationKind {
    /** The whole article again, with small changes, by another outlet. */
    REPRINT("reprint"),
    /** Articles of several outlets that all print one agency's text. */
    WIRE_COPY("wire-copy"),
    /** A part of the source, unchanged, as (nearly) all there is. */
    EXCERPT("excerpt"),
    /** Much of the source among words of its own. */
    REWRITE("rewrite"),
    /** The source in another language. */
    TRANSLATION("translation"),
    /** A quotation that both carry; the documents are otherwise their own. */
    SHARED_QUOTE("shared-quote");

    private final String word;

    DerivationKind(String word) {
        this.word = word;
    }

    /** The written form. */
    public String word() {
        return word;
    }

    /** Whether the derived document as a whole comes from the source, so that it has no knowledge of its own there. */
    public boolean isCopy() {
        return this != SHARED_QUOTE;
    }

    /**
     * The kind of a written form.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static DerivationKind ofWord(String word) {
        for (DerivationKind kind : values()) {
            if (kind.word.equals(word)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("Invalid kind of derivation: '" + word + "'");
    }
}
