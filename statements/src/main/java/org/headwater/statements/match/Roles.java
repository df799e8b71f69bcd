package org.headwater.statements.match;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.headwater.codebook.Role;
import org.headwater.codebook.gazetteer.Gazetteer;
import org.headwater.statements.languages.LanguageWords;
import org.headwater.statements.marks.MarkedSentence;
import org.headwater.statements.marks.Marker;
import org.headwater.statements.marks.PlaceMention;
import org.headwater.statements.marks.Words;

/**
 * Where in a sentence a pattern looks, seen from its trigger. In a sentence that is not parsed, what stands before the
 * trigger does for its subject and what stands after it for its object.
 */
final class Roles {
    private static final Set<String> PLACE_PREPOSITIONS =
            Set.of("in", "at", "on", "across", "within", "inside", "throughout", "around", "outside", "of");
    private static final Set<String> COMPANIONS = Set.of("with", "between", "alongside", "among");
    private static final int WIDEST_PHRASE = 16;

    private final MarkedSentence marked;
    private final Grammar grammar;
    private final Words trigger;
    private final int head;
    /** What knows the roles of another language; empty in English. */
    private final Optional<RoleWords> other;

    Roles(MarkedSentence marked, Words trigger, int head) {
        this.other = other(marked, trigger, head);
        this.marked = marked;
        this.grammar = new Grammar(marked);
        this.trigger = trigger;
        this.head = head;
    }

    private static Optional<RoleWords> other(MarkedSentence marked, Words trigger, int head) {
        LanguageWords words = LanguageWords.of(marked.sentence().language());
        if (isEnglish(words)) {
            return Optional.empty();
        }
        return Optional.of(
                words.isUnspaced() ? new UnspacedRoles(marked, trigger) : new SpacedRoles(marked, trigger, head));
    }

    private static boolean isEnglish(LanguageWords words) {
        return words.language().equals("en") || words.language().isEmpty();
    }

    MarkedSentence sentence() {
        return marked;
    }

    Words trigger() {
        return trigger;
    }

    int head() {
        return head;
    }

    boolean isUnreal() {
        return grammar.isUnreal(head) || isRefuted(head);
    }

    boolean isPossible() {
        return isPossible(head);
    }

    /** Whether the word says what might or should be; told in English only. */
    boolean isPossible(int word) {
        return other.isEmpty() && grammar.isPossible(word);
    }

    /** Whether the word stands in a report that the sentence calls false; told in English only. */
    boolean isRefuted(int word) {
        return other.isEmpty() && grammar.isRefuted(word);
    }

    /** Whether the sentence says that there is no such thing; told in English only. */
    boolean isAbsent() {
        return other.isEmpty() && grammar.isAbsent(trigger.first());
    }

    boolean isNegated() {
        return other.map(RoleWords::isNegated).orElseGet(() -> grammar.isNegated(head));
    }

    /** The words of a role; none for roles that lie outside the sentence. */
    BitSet words(Role role) {
        return other.map(roles -> roles.words(role)).orElseGet(() -> english(role));
    }

    private BitSet english(Role role) {
        return switch (role) {
            case TRIGGER -> range(trigger.first(), trigger.last());
            case PHRASE -> phrase();
            case SUBJECT -> subject();
            case OBJECT -> object();
            case OWNER -> owner();
            case IN -> in();
            case WITH -> with();
            case CLAUSE -> grammar.clause(head);
            case PREVIOUS -> range(Math.max(0, trigger.first() - 3), trigger.first() - 1);
            case NEXT -> range(trigger.last() + 1, Math.min(marked.size() - 1, trigger.last() + 3));
            case BEFORE -> range(0, trigger.first() - 1);
            case AFTER -> range(trigger.last() + 1, marked.size() - 1);
            case SENTENCE, TOPIC -> range(0, marked.size() - 1);
            case EARLIER, SPEAKER -> new BitSet();
        };
    }

    private BitSet range(int first, int last) {
        BitSet words = new BitSet();
        if (first <= last) {
            words.set(first, last + 1);
        }
        return words;
    }

    private boolean isParsed() {
        return marked.sentence().isParsed();
    }

    private BitSet subject() {
        if (!isParsed()) {
            return words(Role.BEFORE);
        }
        BitSet near = grammar.rightBefore(head);
        if (!near.isEmpty()) {
            return near;
        }
        OptionalInt verb = grammar.verbOf(head);
        if (verb.isEmpty()) {
            return words(Role.BEFORE);
        }
        BitSet found = grammar.subject(verb.getAsInt());
        // A noun that is itself the subject has none: "an inquiry was opened".
        if (!grammar.isVerb(head) && found.get(head)) {
            return new BitSet();
        }
        found.clear(trigger.first(), trigger.last() + 1);
        // "Which says China has …": who stands behind the verb does what the next verb says.
        if (grammar.isVerb(head) && isFollowedBySubject()) {
            found.clear(trigger.last() + 1, marked.size());
        }
        return found;
    }

    private boolean isFollowedBySubject() {
        return marked.parties().stream()
                .anyMatch(party -> party.words().first() == trigger.last() + 1
                        && grammar.isFinite(party.words().last() + 1));
    }

    private BitSet object() {
        if (!isParsed()) {
            return range(0, marked.size() - 1);
        }
        OptionalInt verb = grammar.verbOf(head);
        if (verb.isEmpty()) {
            return words(Role.AFTER);
        }
        BitSet found = grammar.object(verb.getAsInt());
        // A verb that has no object does what it says to its subject: "the station has closed".
        if (found.isEmpty() && !grammar.isPassive(verb.getAsInt())) {
            found.or(grammar.grammaticalSubject(verb.getAsInt()));
        }
        if (!grammar.isVerb(head)) {
            found.or(right());
        }
        return found;
    }

    /** The trigger's noun phrase to its left: determiner, adjectives, possessors. */
    private BitSet left() {
        int first = trigger.first();
        while (first > 0 && belongsLeft(first - 1)) {
            first--;
        }
        return range(first, trigger.first() - 1);
    }

    private boolean belongsLeft(int at) {
        String tag = marked.tag(at);
        String word = marked.lower(at);
        if (!isParsed()) {
            return trigger.first() - at <= 12 && !word.equals("，") && !word.equals(",");
        }
        return tag.startsWith("NN")
                || tag.startsWith("JJ")
                || tag.equals("POS")
                || tag.equals("HYPH")
                || tag.equals("DT")
                || tag.equals("PRP$")
                || tag.equals("CD")
                || tag.equals("VBN")
                || tag.equals("VBG")
                || tag.startsWith("RB")
                || tag.equals("``")
                || tag.equals("''")
                || (word.equals("and") && at > 0 && marked.tag(at - 1).matches("JJ.*|NNP"))
                || (word.equals(",") && at > 0 && marked.tag(at - 1).startsWith("JJ"));
    }

    private BitSet owner() {
        BitSet found = left();
        found.or(antecedentOfWhose(found));
        int at = trigger.last() + 1;
        for (int i = at; i < Math.min(marked.size(), at + 10); i++) {
            if (grammar.isFinite(i) || marked.lower(i).equals(";")) {
                break;
            }
            if (marked.lower(i).matches("by|of|from") || (i > at && found.get(i - 1))) {
                if ((marked.tag(i).equals("IN") && !marked.lower(i).matches("by|of|from")) || grammar.isVerb(i)) {
                    break;
                }
                found.set(i);
            }
        }
        return found;
    }

    /** "River Watch, whose report …": the party right before. */
    private BitSet antecedentOfWhose(BitSet left) {
        int whose = left.isEmpty() ? trigger.first() - 1 : left.nextSetBit(0) - 1;
        if (!marked.lower(whose).equals("whose")) {
            return new BitSet();
        }
        int last = marked.lower(whose - 1).equals(",") ? whose - 2 : whose - 1;
        return marked.parties().stream()
                .filter(party -> party.words().last() == last)
                .findFirst()
                .map(party -> range(party.words().first(), party.words().last()))
                .orElse(new BitSet());
    }

    private BitSet phrase() {
        BitSet found = left();
        found.or(words(Role.TRIGGER));
        found.or(right());
        return found;
    }

    /** What follows the trigger's noun and still says which or where: "… in A and B", "… it set up in C". */
    private BitSet right() {
        BitSet found = new BitSet();
        if (!isParsed()) {
            return range(trigger.last() + 1, Math.min(marked.size() - 1, trigger.last() + 8));
        }
        boolean relative = false;
        int leading = -1;
        // "Three in A, two in B": a figure without a noun ends where the next begins.
        boolean figure = marked.isFigure(trigger);
        for (int i = trigger.last() + 1; i < Math.min(marked.size(), trigger.last() + 1 + WIDEST_PHRASE); i++) {
            if (marked.isFigure(new Words(i, i)) && (figure || standsIn(i))) {
                break;
            }
            String word = marked.lower(i);
            String tag = marked.tag(i);
            relative |= tag.equals("WDT") || (tag.equals("PRP") && i <= trigger.last() + 3);
            int behind = word.equals("by") ? placeBehindAgent(i) : -1;
            if (behind > 0) {
                i = behind - 1;
                continue;
            }
            if (word.equals("by")
                    || word.equals(";")
                    || word.equals("where")
                    || word.equals("while")
                    || (tag.equals("TO") && !found.isEmpty() && i > leading)) {
                break;
            }
            if (tag.equals("IN") && opensClause(word) && i > trigger.last() + 2) {
                break;
            }
            if (word.equals(",") && !goesOnAfterComma(i)) {
                break;
            }
            if (word.equals("and") && !goesOnAfterAnd(i)) {
                break;
            }
            if (grammar.isFinite(i) && !relative) {
                if (!leadsToPlace(i)) {
                    break;
                }
                leading = i + 5;
            }
            found.set(i);
        }
        return found;
    }

    private boolean standsIn(int at) {
        return marked.terms().stream().anyMatch(match -> match.words().equals(new Words(at, at)));
    }

    /** "… set up by the ministry in Oslo": where the place's preposition stands, past who did it; −1 if there is none. */
    private int placeBehindAgent(int by) {
        for (int i = by + 1; i < Math.min(marked.size(), by + 9); i++) {
            if (PLACE_PREPOSITIONS.contains(marked.lower(i)) && !marked.lower(i).equals("of")) {
                return isPlace(i + 1) ? i : -1;
            }
            String tag = marked.tag(i);
            boolean inside = tag.matches("NN.*|JJ.*|DT|POS|CC|PRP\\$|HYPH")
                    || marked.lower(i).equals("of");
            if (!inside) {
                return -1;
            }
        }
        return -1;
    }

    private static boolean opensClause(String word) {
        return Set.of("that", "because", "if", "whether", "although", "though", "after", "before", "despite", "over")
                .contains(word);
    }

    private boolean goesOnAfterComma(int at) {
        String next = marked.lower(at + 1);
        boolean counted =
                marked.numbers().stream().anyMatch(number -> number.core().first() == at + 2)
                        || marked.lower(at + 2).matches("one|another");
        if (next.equals("at") && marked.lower(at + 2).matches("least|most")) {
            return false;
        }
        if (next.matches("including|with") && counted) {
            // "50 stations, including three in A": the places behind belong to the other number.
            return false;
        }
        return next.matches(
                        "in|including|such|located|set|both|one|two|three|on|near|at|which|and|allegedly|mostly|mainly|notably|among|especially|most|many|some")
                || marked.tag(at + 1).matches("VBN|VBG")
                || isPlace(at + 1);
    }

    private boolean goesOnAfterAnd(int at) {
        return isPlace(at + 1)
                || (marked.tag(at + 1).equals("DT") && isPlace(at + 2))
                || marked.lower(at + 1).matches("in|one|two|three|at|another")
                || (marked.tag(at + 1).startsWith("NN") && marked.tag(at + 2).equals("IN"));
    }

    private boolean isPlace(int at) {
        int next = marked.tag(at).equals("DT") ? at + 1 : at;
        return marked.places().stream().anyMatch(place -> place.words().contains(next) && place.isNamed());
    }

    /** Whether the verb group only says that and where it stands: "was set up in", "operates from", "is in". */
    private boolean leadsToPlace(int at) {
        for (int i = at; i < Math.min(marked.size(), at + 6); i++) {
            String tag = marked.tag(i);
            if (tag.equals("IN") || tag.equals("RP")) {
                return PLACE_PREPOSITIONS.contains(marked.lower(i))
                        || tag.equals("RP")
                        || marked.lower(i).equals("from");
            }
            if (!tag.startsWith("VB") && !tag.startsWith("RB") && !tag.equals("MD") && !tag.equals("TO")) {
                return false;
            }
        }
        return false;
    }

    /** The nearest group of places behind a preposition in the clause: after the trigger, else before it. */
    private BitSet in() {
        BitSet best = new BitSet();
        int nearest = Integer.MAX_VALUE;
        for (PlaceMention place : marked.places()) {
            if (!place.isNamed() || place.words().overlaps(trigger)) {
                continue;
            }
            OptionalInt preposition = prepositionOf(place.words().first());
            if (preposition.isEmpty() || !PLACE_PREPOSITIONS.contains(marked.lower(preposition.getAsInt()))) {
                continue;
            }
            boolean after = place.words().first() > trigger.last();
            boolean counted = marked.numbers().stream()
                    .anyMatch(number -> number.core().first() > trigger.last()
                            && number.core().last() < place.words().first());
            if (after && counted && !grammar.isVerb(head)) {
                // "48 stations, 11 of them in A": the place belongs to the other number.
                continue;
            }
            int distance = after
                    ? place.words().first() - trigger.last()
                    : 1000 + trigger.first() - place.words().last();
            if (distance < nearest && preposition.getAsInt() != nearestPreposition(best)) {
                nearest = distance;
                best = group(preposition.getAsInt(), place.words().first());
            }
        }
        return best;
    }

    private int nearestPreposition(BitSet group) {
        return group.isEmpty() ? -1 : group.nextSetBit(0) - 1;
    }

    private BitSet group(int preposition, int place) {
        int last = place;
        while (last + 1 < marked.size()
                && (isPlace(last + 1) || (marked.lower(last + 1).matches(",|and|the|or") && isPlace(last + 2)))) {
            last++;
        }
        return range(preposition + 1, last);
    }

    private OptionalInt prepositionOf(int at) {
        for (int i = at - 1; i >= Math.max(0, at - 12); i--) {
            String tag = marked.tag(i);
            if (tag.equals("IN") || marked.lower(i).equals("including")) {
                if (marked.lower(i).equals("of")
                        && i > 0
                        && marked.lower(i - 1)
                                .matches(
                                        "city|cities|town|province|borough|region|state|district|port|suburb|capital|outskirts|centre|center|north|south|east|west|territory|soil")) {
                    continue;
                }
                return Marker.isSeatBehind(marked, i) || marked.lower(i).equals("of")
                        ? OptionalInt.empty()
                        : OptionalInt.of(i);
            }
            if (tag.startsWith("VB") || tag.equals("TO") || tag.equals("WDT") || tag.isEmpty()) {
                return OptionalInt.empty();
            }
        }
        return OptionalInt.empty();
    }

    private BitSet with() {
        BitSet found = new BitSet();
        for (int i = 0; i < marked.size(); i++) {
            if (!COMPANIONS.contains(marked.lower(i))) {
                continue;
            }
            for (int k = i + 1;
                    k < marked.size() && !grammar.isFinite(k) && !marked.tag(k).equals("TO");
                    k++) {
                String word = marked.lower(k);
                if ((marked.tag(k).equals("IN") && !word.matches("of|in|and|from")) || word.equals(";")) {
                    break;
                }
                found.set(k);
            }
        }
        return found;
    }

    boolean isEnglish() {
        return other.isEmpty();
    }

    /** Whether a number stands behind what it counts, as in languages whose verbs come last. */
    static boolean followsNoun(MarkedSentence marked, Words number) {
        return LanguageWords.of(marked.sentence().language()).isListed("verb-final", "yes") && number.first() > 0;
    }

    /** The numbers that count the noun which ends a phrase at the word: "at least 54 such “service stations”". */
    static boolean counts(MarkedSentence marked, Words number, int noun) {
        LanguageWords words = LanguageWords.of(marked.sentence().language());
        if (!isEnglish(words)) {
            return new Counting(marked, words).counts(number, noun);
        }
        int at = noun - 1;
        int from = number.last();
        if (marked.lower(from + 1).equals("more")) {
            from++;
        }
        if (marked.lower(from + 1).equals("of") && marked.lower(from + 2).matches("the|these|those|its|such")) {
            from += 2;
        }
        while (at > from) {
            String tag = marked.tag(at);
            String word = marked.lower(at);
            if (word.matches("—|–|--|-") && dashBefore(marked, at, from) > from) {
                at = dashBefore(marked, at, from) - 1;
                continue;
            }
            boolean inside = tag.startsWith("JJ")
                    || tag.startsWith("NN")
                    || tag.startsWith("RB")
                    || tag.equals("VBN")
                    || tag.equals("VBG")
                    || tag.equals("HYPH")
                    || tag.equals("POS")
                    || tag.equals("``")
                    || tag.equals("''")
                    || tag.equals("CD")
                    || tag.equals("PDT")
                    || word.matches("such|so|-|\"|“|”|‘|’")
                    || (word.matches("and|or|,") && marked.tag(at - 1).matches("JJ.*|VBN|NN.*|RB"))
                    || tag.isEmpty();
            if (!inside) {
                return false;
            }
            at--;
        }
        return true;
    }

    private static int dashBefore(MarkedSentence marked, int from, int limit) {
        for (int i = from - 1; i > limit; i--) {
            if (marked.lower(i).matches("—|–|--")) {
                return i;
            }
        }
        return -1;
    }

    /** Whether the trigger's noun is definite and one: "the station", "this site". */
    boolean isDefiniteSingular() {
        if (other.isPresent()) {
            return other.get().isDefiniteSingular();
        }
        BitSet before = left();
        boolean singular = marked.tag(trigger.last()).matches("NN|NNP");
        for (int i = before.nextSetBit(0); i >= 0; i = before.nextSetBit(i + 1)) {
            if (marked.lower(i).matches("the|this|that|its") && singular) {
                return true;
            }
        }
        return false;
    }

    /** Places by name among the words, those that act among them. */
    List<PlaceMention> actingPlaces(BitSet words) {
        return marked.places().stream()
                .filter(place -> place.isNamed() && words.get(place.words().first()))
                .toList();
    }

    List<PlaceMention> namedPlaces(BitSet words) {
        return marked.places().stream()
                .filter(place -> place.isNamed() && words.get(place.words().first()))
                .filter(place -> place.form() == Gazetteer.Form.NAME)
                .filter(place -> other.map(roles -> roles.isLocated(place)).orElse(true))
                .toList();
    }
}
