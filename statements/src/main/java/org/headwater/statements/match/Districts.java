package org.headwater.statements.match;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.headwater.statements.marks.MarkedSentence;
import org.headwater.statements.marks.PartyMention;
import org.headwater.statements.marks.Words;

/** Finds places that the gazetteer does not know, such as districts of a city: capitalised names behind "in". */
final class Districts {
    private final MarkedSentence sentence;

    Districts(MarkedSentence sentence) {
        this.sentence = sentence;
    }

    List<Words> in(BitSet words) {
        List<Words> found = new ArrayList<>();
        for (int i = words.nextSetBit(0); i >= 0; i = words.nextSetBit(i + 1)) {
            if (!isName(i) || !opens(i, found)) {
                continue;
            }
            int last = i;
            while (words.get(last + 1) && isName(last + 1)) {
                last++;
            }
            if (!modifiesNoun(last)) {
                found.add(new Words(i, last));
            }
            i = last;
        }
        return found;
    }

    private boolean isName(int at) {
        return sentence.tag(at).equals("NNP")
                && sentence.sentence().token(at).word().matches("\\p{Lu}\\p{Ll}{2,}")
                && sentence.places().stream().noneMatch(place -> place.words().contains(at))
                && sentence.dates().stream().noneMatch(date -> date.words().contains(at))
                && sentence.parties().stream()
                        .noneMatch(party -> party.words().contains(at)
                                && (party.isPublic()
                                        || party.standing() != PartyMention.Standing.PRIVATE
                                        || party.words().last() - party.words().first() > 1));
    }

    /** Behind "in", or in a list whose first name is a place. */
    private boolean opens(int at, List<Words> found) {
        if (sentence.lower(at - 1).equals("in")) {
            return true;
        }
        int before = sentence.lower(at - 1).matches("and|,|or") ? at - 2 : -1;
        return before >= 0
                && (sentence.places().stream()
                                .anyMatch(place ->
                                        place.isNamed() && place.words().last() == before)
                        || found.stream().anyMatch(run -> run.last() == before));
    }

    /** "In Parliament hearings", "in Congress": no place; "in Usera": one. */
    private boolean modifiesNoun(int last) {
        return sentence.tag(last + 1).startsWith("NN") || sentence.tag(last + 1).equals("POS");
    }
}
