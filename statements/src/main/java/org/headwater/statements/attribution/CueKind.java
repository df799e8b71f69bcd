package org.headwater.statements.attribution;

import java.util.Locale;

/** What the speaker does with the content. */
public enum CueKind {
    /** Says it: said, claimed, reported, announced. */
    SAY,
    /** Says it to somebody: told, informed, assured. */
    TELL,
    /** Says that it is not so: denied, rejected, refuted. */
    DENY,
    /** Holds it in mind: believes, fears, knows. */
    THINK,
    /** Lets it be seen: found, showed, documented. */
    SHOW,
    /** Wants others to do it: urged, ordered, called for. */
    ASK,
    /** Means to do it: plans, vowed, refused. */
    INTEND,
    /** Is for or against it: praised, condemned. */
    JUDGE,
    /** Is named as its source: according to. */
    SOURCE;

    /** The written form. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the content is put forward, or denied, as true: what a chain of speakers is made of. */
    public boolean isClaim() {
        return this == SAY || this == TELL || this == DENY || this == SHOW || this == SOURCE || this == THINK;
    }

    static CueKind ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
