package org.headwater.statements.match;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.headwater.codebook.Codebook;
import org.headwater.codebook.gazetteer.Gazetteer;
import org.headwater.model.SlotValue;
import org.headwater.statements.marks.MarkedSentence;
import org.headwater.statements.marks.PlaceMention;
import org.headwater.statements.marks.Sides;
import org.headwater.statements.marks.TermMatch;
import org.headwater.statements.marks.Words;

/** Finds the local offices of those whom an investigation is about: "the public security bureau of A", "police in B". */
final class Bureaus {
    private final Codebook codebook;
    private final Gazetteer gazetteer;
    private final Sides sides;
    private final String text;

    Bureaus(Codebook codebook, Gazetteer gazetteer, Sides sides, String text) {
        this.codebook = codebook;
        this.gazetteer = gazetteer;
        this.sides = sides;
        this.text = text;
    }

    /** The values of the terms of a list that stand in the words, each with the place it is of. */
    List<SlotValue> in(String list, Roles roles, BitSet words) {
        MarkedSentence sentence = roles.sentence();
        List<TermMatch> bureaus = sentence.terms(list);
        if (bureaus.isEmpty()) {
            return List.of();
        }
        List<SlotValue> found = new ArrayList<>();
        for (PlaceMention place : sentence.places()) {
            boolean local =
                    place.place().type() == Gazetteer.Type.CITY || place.place().type() == Gazetteer.Type.PROVINCE;
            if (!words.get(place.words().first())
                    || !place.isNamed()
                    || !local
                    || isPartOfPrivate(sentence, place)
                    || !sides.isHome(place)
                    || gazetteer.isCapital(place.place())) {
                continue;
            }
            boolean greater = sentence.places().stream()
                    .anyMatch(other -> !other.equals(place) && SlotFiller.isWithin(sentence, other, place));
            if (greater) {
                continue;
            }
            found.add(new SlotValue.Party(
                    place.place().name() + bureauOf(bureaus, place, roles),
                    Optional.empty(),
                    text(roles, place.words())));
        }
        return found;
    }

    /** Whether the name is a word in that of an association or company, which is no bureau. */
    private static boolean isPartOfPrivate(MarkedSentence sentence, PlaceMention place) {
        int next = place.words().last() + 1;
        boolean goesOn = sentence.tag(next).equals("NNP")
                && sentence.places().stream().noneMatch(other -> other.words().contains(next))
                && sentence.terms("bureau").stream()
                        .noneMatch(match -> match.words().contains(next));
        return goesOn
                || sentence.parties().stream()
                        .anyMatch(party -> !party.isPublic()
                                && party.words().contains(place.words())
                                && !party.words().equals(place.words()));
    }

    private String bureauOf(List<TermMatch> bureaus, PlaceMention place, Roles roles) {
        return bureaus.stream()
                .filter(match -> match.words().first() != match.words().last() || !roles.isEnglish())
                .min(Comparator.comparingInt(
                        match -> Math.abs(match.head() - place.words().first())))
                .map(match -> " " + bureauName(match, roles))
                .orElse("");
    }

    /** In another language the list's first English term, so that bureaus meet across languages. */
    private String bureauName(TermMatch match, Roles roles) {
        if (!roles.isEnglish()) {
            return codebook.terms(match.list(), "en").stream().findFirst().orElse(text(roles, match.words()));
        }
        return text(roles, match.words()).toLowerCase(Locale.ROOT).replaceAll("s$", "");
    }

    private String text(Roles roles, Words words) {
        return roles.sentence().span(words).of(text);
    }
}
