package org.headwater.statements.match;

import java.util.List;
import org.headwater.codebook.Slot;
import org.headwater.codebook.gazetteer.Gazetteer;
import org.headwater.statements.languages.LanguageWords;
import org.headwater.statements.marks.DateMention;
import org.headwater.statements.marks.MarkedSentence;
import org.headwater.statements.marks.PlaceMention;
import org.headwater.statements.marks.TermMatch;

/** What is different about filling slots in languages other than English. */
final class OtherLanguages {
    /** Words between a date and what it dates. */
    private static final int NEAR = 8;

    private OtherLanguages() {}

    /** Whether a date belongs to what a term says: behind it, or in other languages before it too. */
    static boolean isNear(DateMention date, TermMatch match, Roles roles) {
        boolean behind = date.words().first() > match.head()
                && date.words().first() - match.words().last() <= 2 * NEAR;
        boolean before = !roles.isEnglish()
                && date.words().last() < match.words().first()
                && match.words().first() - date.words().last() <= NEAR;
        return behind || before;
    }

    /** Of places in another language: no country where its towns are named, and for a number no place of the next one. */
    static void choose(List<PlaceMention> places, Slot slot, Roles roles) {
        boolean scope = slot.otherwise().isPresent();
        MarkedSentence sentence = roles.sentence();
        places.removeIf(place -> scope
                && sentence.numbers().stream()
                        .anyMatch(number ->
                                number.core().first() > roles.trigger().last()
                                        && number.core().last() < place.words().first()));
        List<PlaceMention> all = List.copyOf(places);
        places.removeIf(
                place -> all.stream().anyMatch(other -> scope ? isCountryOf(other, place) : isCountryOf(place, other)));
    }

    private static boolean isCountryOf(PlaceMention country, PlaceMention other) {
        return country.place().type() == Gazetteer.Type.COUNTRY
                && other.place().type() != Gazetteer.Type.COUNTRY
                && country.place().country().equals(other.place().country());
    }

    /** Without the small words that only lead to it. */
    static String content(Roles roles, String words) {
        LanguageWords language = LanguageWords.of(roles.sentence().sentence().language());
        String rest = words;
        for (String lead : language.list("content-lead")) {
            rest = rest.startsWith(lead) ? rest.substring(lead.length()) : rest;
        }
        return rest;
    }
}
