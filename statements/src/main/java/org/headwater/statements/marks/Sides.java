package org.headwater.statements.marks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.headwater.codebook.Codebook;
import org.headwater.codebook.Parties;

/** Tells the parties of an investigation apart, as its codebook says. Thread-safe. */
public final class Sides {
    private final Parties parties;
    private final List<String> spokesmen = new ArrayList<>();
    private final List<String> exceptions = new ArrayList<>();

    private Sides(Codebook codebook) {
        this.parties = codebook.parties();
        parties.accusedBodies()
                .map(codebook.terms()::get)
                .ifPresent(list -> list.byLanguage()
                        .values()
                        .forEach(terms -> terms.forEach(term -> (term.startsWith("!") ? exceptions : spokesmen)
                                .add(term.replaceAll("^!|/[vn]$", "").toLowerCase(Locale.ROOT)))));
    }

    public static Sides of(Codebook codebook) {
        return new Sides(codebook);
    }

    private static boolean says(PartyMention party, String term) {
        return (party.body() + " " + party.role() + " " + party.name())
                .toLowerCase(Locale.ROOT)
                .contains(term);
    }

    /** Whether the sentence names those the investigation is about; true of any where it is about nobody in particular. */
    public boolean isNamed(MarkedSentence sentence) {
        return parties.accused().isEmpty()
                || sentence.places().stream().anyMatch(this::isHome)
                || sentence.parties().stream().anyMatch(this::isAccused)
                || parties.accusedNames().filter(sentence::has).isPresent();
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
    public boolean speaksForAccused(PartyMention party) {
        if (!isAccused(party)) {
            return false;
        }
        return party.standing() == PartyMention.Standing.COUNTRY
                || party.standing() == PartyMention.Standing.POWER
                || (spokesmen.stream().anyMatch(term -> says(party, term))
                        && exceptions.stream().noneMatch(term -> says(party, term)));
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
