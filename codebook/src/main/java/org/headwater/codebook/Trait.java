package org.headwater.codebook;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a condition may ask of a role, besides the terms of a term list. */
public enum Trait {
    /** A body or person acting for a country that is not accused. */
    OFFICIAL("a body or person acting for a country that is not accused"),
    /** Those the investigation is about, or a body that speaks for them. */
    ACCUSED("those the investigation is about"),
    /** Those the investigation is about in their capital: its government, ministries and missions. */
    SPOKESMAN("a body that speaks for those the investigation is about"),
    /** Any party: a body, an organisation or a person. */
    PARTY("a body, an organisation or a person"),
    /** An organisation or person without public power. */
    PRIVATE("an organisation or person without public power"),
    /** A place outside the accused countries. */
    ABROAD("a place outside the accused countries"),
    /** A place inside the accused countries. */
    HOME("a place inside the accused countries"),
    /** A number. */
    NUMBER("a number"),
    /** A number of at least two, or an open one. */
    SEVERAL("a number of two or more"),
    /** A pronoun, or a noun with the, this, these. */
    KNOWN("a pronoun, or a noun with 'the', 'this', 'these'"),
    /** A date. */
    DATE("a date"),
    /** Words in quotation marks, or capitalised as a title is. */
    QUOTED("words in quotation marks, or in capitals as a title"),
    /** Said as a purpose, a possibility or a rule, not as something that happened. */
    UNREAL("said as a purpose, a possibility or a rule, not as something that happened"),
    /** Said as what may or should be: "may investigate". */
    POSSIBLE("said as what may or should be"),
    /** Said not to be there: "no station", "no evidence of a station". */
    ABSENT("said not to be there");

    private final String meaning;

    Trait(String meaning) {
        this.meaning = meaning;
    }

    /** The written form. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What it means, for the reference page. */
    public String meaning() {
        return meaning;
    }

    /** The trait of a written form, if there is one. */
    public static Optional<Trait> ofWord(String word) {
        return Arrays.stream(values())
                .filter(trait -> trait.word().equals(word))
                .findFirst();
    }
}
