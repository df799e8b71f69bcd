package org.headwater.codebook;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where, seen from a pattern's trigger, a condition or a slot looks. */
public enum Role {
    /** The trigger's own words. */
    TRIGGER("the trigger's own words"),
    /** The trigger with what modifies it. */
    PHRASE("the trigger with its modifiers"),
    /** Who does it. */
    SUBJECT("who does it: the subject, through reporting and helping verbs"),
    /** What it is done to. */
    OBJECT("what it is done to"),
    /** Whose it is: possessors, adjectives of countries, of- and by-phrases. */
    OWNER("whose it is: possessor, adjective of a country, 'of …', 'by …'"),
    /** Where: places in phrases with in, at, on, near, across. */
    IN("where: 'in …', 'at …', 'across …'"),
    /** With whom: phrases with with, between, alongside. */
    WITH("with whom: 'with …', 'between …'"),
    /** The clause the trigger stands in. */
    CLAUSE("the clause the trigger stands in"),
    /** The three words right before the trigger. */
    PREVIOUS("the three words right before it"),
    /** The three words right after the trigger. */
    NEXT("the three words right after it"),
    /** Before the trigger in its sentence. */
    BEFORE("before it in the sentence"),
    /** After the trigger in its sentence. */
    AFTER("after it in the sentence"),
    /** The whole sentence. */
    SENTENCE("the sentence"),
    /** The sentence or, failing that, what the text speaks about at this point. */
    TOPIC("the sentence, or what the text is about at this point"),
    /** What was spoken about before: the last party or place of the type. */
    EARLIER("the last one named before"),
    /** The ultimate speaker. */
    SPEAKER("the ultimate speaker");

    private final String meaning;

    Role(String meaning) {
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

    /** The role of a written form, if there is one. */
    public static Optional<Role> ofWord(String word) {
        return Arrays.stream(values()).filter(role -> role.word().equals(word)).findFirst();
    }
}
