package org.headwater.statements.match;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.headwater.codebook.gazetteer.Gazetteer;
import org.headwater.statements.marks.MarkedSentence;
import org.headwater.statements.marks.TermMatch;
import org.headwater.statements.marks.Words;

/**
 * What things are called: the proper name right before a noun of a term list ("the Alder Hill and Birch Lane prisons"), or
 * a name that the text gave such a thing before, wherever it stands.
 */
final class ProperNames {
    private final MarkedSentence sentence;
    private final String text;

    ProperNames(MarkedSentence sentence, String text) {
        this.sentence = sentence;
        this.text = text;
    }

    /** The names in the sentence, in order, none twice. */
    List<Words> of(String list, Set<String> known) {
        List<Words> found = new ArrayList<>();
        for (TermMatch match : sentence.terms(list)) {
            boolean plural = sentence.tag(match.words().last()).endsWith("S");
            before(match.words().first() - 1, plural, found);
            apposed(match.words(), found);
        }
        for (int i = 0; i < sentence.size(); i++) {
            int last = isKnownAt(i, known);
            Words words = new Words(i, Math.max(i, last));
            if (last >= i && found.stream().noneMatch(other -> other.overlaps(words))) {
                found.add(words);
                i = last;
            }
        }
        found.sort(Comparator.comparingInt(Words::first));
        return found;
    }

    /** Names that end at the word, and those joined to them by commas and "and". */
    private void before(int end, boolean plural, List<Words> found) {
        int last = end;
        while (last >= 0) {
            int first = last;
            while (first > 0 && isName(first - 1) && isName(first)) {
                first--;
            }
            if (!isName(first)) {
                return;
            }
            while (first < last && !isLetters(first)) {
                first++;
            }
            Words words = new Words(first, last);
            boolean where = plural && isPlace(words);
            if (!where && !isCountryOrDemonym(words) && !isDetached(words)) {
                found.add(words);
            }
            int before = first - 1;
            if (before < 1 || !sentence.lower(before).matches(",|and")) {
                return;
            }
            last = sentence.lower(before - 1).equals(",") ? before - 2 : before - 1;
        }
    }

    /** "Mariona, the country's oldest prison": the name before the comma. */
    private void apposed(Words noun, List<Words> found) {
        for (int i = noun.first() - 1; i >= Math.max(1, noun.first() - 6); i--) {
            if (sentence.lower(i).equals(",") && sentence.lower(i + 1).matches("the|a|an|one|its|their")) {
                before(i - 1, false, found);
                return;
            }
            if (sentence.tag(i).startsWith("VB") || sentence.tag(i).equals("IN")) {
                return;
            }
        }
    }

    private boolean isPlace(Words words) {
        return sentence.places().stream().anyMatch(place -> place.words().equals(words));
    }

    /** A word alone at the beginning of its sentence is capital anyway. */
    private boolean isDetached(Words words) {
        return words.first() == 0 && words.last() == 0 && !sentence.tag(0).startsWith("NNP");
    }

    private boolean isName(int at) {
        if (at < 0 || at >= sentence.size()) {
            return false;
        }
        String word = sentence.sentence().token(at).word();
        boolean capital = !word.isEmpty() && Character.isUpperCase(word.codePointAt(0));
        boolean joint = word.equals("-") && at > 0;
        return joint || (capital && !sentence.tag(at).matches("DT|PRP.*|IN|CC|POS"));
    }

    private boolean isLetters(int at) {
        return Character.isLetter(sentence.sentence().token(at).word().codePointAt(0));
    }

    private boolean isCountryOrDemonym(Words words) {
        return sentence.places().stream()
                .anyMatch(place -> place.words().equals(words)
                        && (place.form() == Gazetteer.Form.DEMONYM
                                || place.place().type() == Gazetteer.Type.COUNTRY
                                || place.place().type() == Gazetteer.Type.CONTINENT));
    }

    private int isKnownAt(int at, Set<String> known) {
        for (String name : known) {
            int last = at;
            while (last < sentence.size()) {
                String words = sentence.span(new Words(at, last)).of(text);
                if (words.equals(name)) {
                    return last;
                }
                if (words.length() >= name.length() || !name.startsWith(words)) {
                    break;
                }
                last++;
            }
        }
        return -1;
    }

    /** Whether the sentence points back at such a thing without naming it: "there", "the prison". */
    static boolean pointsBack(MarkedSentence sentence, String list) {
        for (int i = 0; i < sentence.size(); i++) {
            if (sentence.lower(i).equals("there") && sentence.tag(i).startsWith("RB")) {
                return true;
            }
        }
        return sentence.terms(list).stream()
                .anyMatch(match -> new Roles(sentence, match.words(), match.head()).isDefiniteSingular());
    }
}
