package org.headwater.model;

import java.util.Locale;

/** What an entity is. */
public enum EntityKind {
    /** A group, company, newsroom, association. */
    ORGANISATION,
    /** A ministry, bureau, police force or government: a body that acts with public power. */
    AGENCY,
    /** A natural person. Withheld unless marked as acting in a public role. */
    PERSON,
    /** A country, province or city. */
    PLACE,
    /** A named campaign, such as Operation Fox Hunt. */
    OPERATION,
    /** A report or article with a name of its own. */
    PUBLICATION;

    /** The written form. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The kind of a written form.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static EntityKind ofWord(String word) {
        for (EntityKind kind : values()) {
            if (kind.word().equals(word)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("Invalid kind of entity: '" + word + "'");
    }
}
