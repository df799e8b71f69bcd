package org.headwater.statements.marks;

import org.headwater.codebook.Codebook;
import org.headwater.codebook.Parties;

/** Tells the parties of an investigation apart, as its codebook says. Thread-safe. */
public final class Sides {
    private final Parties parties;

    private Sides(Parties parties) {
        this.parties = parties;
    }

    public static Sides of(Codebook codebook) {
        return new Sides(codebook.parties());
    }

    /** Whether it is, or acts for, those the investigation is about. */
    public boolean isAccused(PartyMention party) {
        return party.isPublic()
                && party.country().filter(parties.accused()::contains).isPresent();
    }

    /** Whether it acts for a country that is not accused. */
    public boolean isOfficial(PartyMention party) {
        return party.isPublic()
                && party.country().isPresent()
                && !parties.accused().contains(party.country().get());
    }

    /** Whether it speaks for the accused: the country, its power, or a body of the codebook's list. */
    public boolean speaksForAccused(PartyMention party, MarkedSentence sentence) {
        if (!isAccused(party)) {
            return false;
        }
        return party.standing() == PartyMention.Standing.COUNTRY
                || party.standing() == PartyMention.Standing.POWER
                || parties.accusedBodies()
                        .filter(list -> sentence.terms(list).stream()
                                .anyMatch(match -> match.words().overlaps(party.words())))
                        .isPresent();
    }

    /** Whether the place lies in, or is, an accused country. */
    public boolean isHome(PlaceMention place) {
        return place.isIn(parties.accused());
    }

    /** Whether the place lies in, or is, another country, or in none. */
    public boolean isAbroad(PlaceMention place) {
        return !isHome(place);
    }
}
