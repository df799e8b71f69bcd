package org.headwater.codebook;

import java.util.Locale;

/** What may fill a slot. */
public enum SlotType {
    /** A count as an interval. */
    NUMBER,
    /** A stretch of time. */
    DATE,
    /** A place of the gazetteer, or the world. */
    PLACE,
    /** A country; a place within it or a body acting for it will do. */
    COUNTRY,
    /** An organisation, agency, government, or a person in a public role. */
    PARTY,
    /** A word of a closed list of the codebook. */
    WORD,
    /** What something is called: the proper name that stands at a noun of a term list, here or earlier in the text. */
    NAME,
    /** Words as they stand in the document. */
    TEXT;

    /** The written form. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
