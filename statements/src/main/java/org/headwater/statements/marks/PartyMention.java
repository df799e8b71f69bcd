package org.headwater.statements.marks;

import java.util.Optional;
import org.headwater.model.EntityKind;

/**
 * A party in a sentence.
 *
 * @param words its words
 * @param head the word others depend on
 * @param name its name, without articles, titles and possessive endings; for an unnamed official, the words that
 *     describe the office
 * @param kind what it seems to be
 * @param standing in what way it is a party
 * @param country ISO code of the country it acts for; empty if it acts for none or none is said here
 * @param role for a person, the words that say in what role
 * @param body for a person, the body spoken for; else its own name
 */
public record PartyMention(
        Words words,
        int head,
        String name,
        EntityKind kind,
        Standing standing,
        Optional<String> country,
        String role,
        String body) {

    /** The same party, acting for this country. */
    public PartyMention actingFor(String code) {
        return new PartyMention(words, head, name, kind, standing, Optional.of(code), role, body);
    }

    /** The same party, named by other words. */
    public PartyMention at(Words elsewhere, int itsHead) {
        return new PartyMention(elsewhere, itsHead, name, kind, standing, country, role, body);
    }

    /** The same party, without public power. */
    public PartyMention withoutPower() {
        return new PartyMention(words, head, name, kind, Standing.PRIVATE, Optional.empty(), role, body);
    }

    /** Whether it only owns what stands behind it: "Norway" in "Norway's newspaper". */
    public boolean isOwner(MarkedSentence sentence) {
        return standing == Standing.COUNTRY && sentence.tag(words.last() + 1).equals("POS");
    }

    /** Whether it could act for a country. */
    public boolean isPublic() {
        return standing != Standing.PRIVATE;
    }

    /** Whether it stands there as "he" or "she" only. */
    public boolean isPronoun(MarkedSentence sentence) {
        return words.first() == words.last() && sentence.tag(words.first()).equals("PRP");
    }

    /** In what way something is a party. */
    public enum Standing {
        /** A country by its name, acting as one. */
        COUNTRY,
        /** Another name for those in power in an accused country. */
        POWER,
        /** A body with public power. */
        BODY,
        /** A person in a public role. */
        OFFICIAL,
        /** Any other organisation or person. */
        PRIVATE
    }
}
