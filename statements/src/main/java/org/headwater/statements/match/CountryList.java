package org.headwater.statements.match;

import java.util.List;
import org.headwater.codebook.gazetteer.Gazetteer;
import org.headwater.statements.marks.MarkedSentence;
import org.headwater.statements.marks.Sides;
import org.headwater.statements.marks.Words;

/** Countries that a list behind a count names: "in 14 countries, among them A, B and C". */
final class CountryList {
    private CountryList() {}

    /** The ISO codes of the first such list behind the trigger, those of accused countries left out; empty if there is none. */
    static List<String> after(Roles roles, Sides sides) {
        MarkedSentence sentence = roles.sentence();
        for (int i = roles.trigger().last() + 1; i + 1 < sentence.size(); i++) {
            if (opens(sentence, i) && sentence.lower(i - 1).matches("countries|nations|states|,")) {
                List<String> listed = listed(sentence, sides, i);
                if (!listed.isEmpty()) {
                    return listed;
                }
            }
        }
        return List.of();
    }

    private static boolean opens(MarkedSentence sentence, int at) {
        String next = sentence.lower(at + 1);
        return sentence.lower(at).matches("including|notably")
                || (sentence.lower(at).equals("among") && next.equals("them"))
                || (sentence.lower(at).equals("such") && next.equals("as"));
    }

    private static List<String> listed(MarkedSentence sentence, Sides sides, int first) {
        int last = first;
        while (last + 1 < sentence.size() && goesOn(sentence, last + 1)) {
            last++;
        }
        Words list = new Words(first, last);
        return sentence.places().stream()
                .filter(place -> list.contains(place.words()) && sides.isAbroad(place))
                .filter(place -> place.place().type() == Gazetteer.Type.COUNTRY)
                .flatMap(place -> place.place().country().stream())
                .toList();
    }

    private static boolean goesOn(MarkedSentence sentence, int at) {
        return sentence.lower(at).matches("them|as|,|and|the")
                || sentence.places().stream().anyMatch(place -> place.words().contains(at) && place.isNamed());
    }
}
