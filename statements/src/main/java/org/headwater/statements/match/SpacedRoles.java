package org.headwater.statements.match;

import java.util.BitSet;
import java.util.OptionalInt;
import java.util.Set;
import org.headwater.codebook.Role;
import org.headwater.statements.languages.LanguageWords;
import org.headwater.statements.marks.MarkedSentence;
import org.headwater.statements.marks.PartyMention;
import org.headwater.statements.marks.PlaceMention;
import org.headwater.statements.marks.Words;
import org.headwater.statements.parse.Sentence;

/**
 * Roles in languages that set spaces between words, other than English. Where the sentence is parsed, who acts and what
 * is done to comes from its dependencies, which are the same in all languages; where not, and where the parser fails,
 * from the order of words within clauses.
 */
final class SpacedRoles implements RoleWords {
    private static final int NEAR = 3;
    private static final int WIDEST_PHRASE = 16;
    private static final int NEGATION_REACH = 4;
    private static final Set<String> COMMAS = Set.of(",", ";", ":", "–", "—");

    private final MarkedSentence marked;
    private final Sentence sentence;
    private final Words trigger;
    private final int head;
    private final LanguageWords words;

    SpacedRoles(MarkedSentence marked, Words trigger, int head) {
        this.marked = marked;
        this.sentence = marked.sentence();
        this.trigger = trigger;
        this.head = head;
        this.words = LanguageWords.of(sentence.language());
    }

    @Override
    public BitSet words(Role role) {
        return switch (role) {
            case TRIGGER -> range(trigger.first(), trigger.last());
            case PHRASE -> phrase();
            case SUBJECT -> subject();
            case OBJECT -> object();
            case OWNER -> owner();
            case IN -> in();
            case WITH -> with();
            case CLAUSE -> clause(head);
            case PREVIOUS -> range(Math.max(0, trigger.first() - NEAR), trigger.first() - 1);
            case NEXT -> range(trigger.last() + 1, Math.min(marked.size() - 1, trigger.last() + NEAR));
            case BEFORE -> range(0, trigger.first() - 1);
            case AFTER -> range(trigger.last() + 1, marked.size() - 1);
            case SENTENCE, TOPIC -> range(0, marked.size() - 1);
            case EARLIER, SPEAKER -> new BitSet();
        };
    }

    private static BitSet range(int first, int last) {
        BitSet found = new BitSet();
        if (first <= last) {
            found.set(first, last + 1);
        }
        return found;
    }

    // ---- verbs

    private boolean isVerb(int at) {
        return marked.tag(at).startsWith("VB");
    }

    /** The verb itself, or the one the noun hangs on. */
    private OptionalInt verbOf(int word) {
        int at = word;
        for (int steps = 0; steps < 6; steps++) {
            if (isVerb(at) && !sentence.isRelated(at, "amod")) {
                return OptionalInt.of(at);
            }
            OptionalInt above = sentence.head(at);
            if (above.isEmpty()) {
                return OptionalInt.empty();
            }
            at = above.getAsInt();
        }
        return OptionalInt.empty();
    }

    private boolean isPassive(int verb) {
        if (sentence.child(verb, "nsubj:pass").isPresent()
                || sentence.child(verb, "aux:pass").isPresent()) {
            return true;
        }
        for (int child : sentence.children(verb)) {
            boolean be = sentence.isRelated(child, "aux") && words.isListed("be", marked.lower(child));
            if (be && marked.tag(verb).equals("VBN") && !words.language().equals("it")) {
                return true;
            }
        }
        return marked.tag(verb).equals("VBN") && sentence.isRelated(verb, "acl");
    }

    // ---- who acts

    private BitSet subject() {
        BitSet parsed = sentence.isParsed() ? parsedSubject() : new BitSet();
        if (holdsParty(parsed)) {
            return parsed;
        }
        BitSet left = leftOf(trigger.first());
        if (holdsParty(left)) {
            return left;
        }
        BitSet right = rightOf(trigger.last());
        if (holdsParty(right) && inverts()) {
            return right;
        }
        // "« … », a affirmé le porte-parole": who speaks stands behind what is quoted.
        BitSet behind = behindQuotation();
        return holdsParty(behind) ? behind : left;
    }

    private BitSet behindQuotation() {
        return marked.quotes().stream()
                .filter(quote -> quote.contains(trigger.first()) && quote.last() + 2 < marked.size())
                .findFirst()
                .map(quote -> range(quote.last() + 2, marked.size() - 1))
                .orElseGet(BitSet::new);
    }

    /** "…, informó el Departamento": the clause has no party before its verb, and one right behind it. */
    private boolean inverts() {
        int next = trigger.last() + 1;
        while (next < marked.size()
                && (marked.tag(next).equals("DT") || words.isListed("this-one", marked.lower(next)))) {
            next++;
        }
        int at = next;
        return marked.parties().stream().anyMatch(party -> party.words().first() == at);
    }

    private BitSet parsedSubject() {
        OptionalInt verb = verbOf(head);
        if (verb.isEmpty()) {
            return new BitSet();
        }
        if (isPassive(verb.getAsInt())) {
            return agent(verb.getAsInt());
        }
        int at = verb.getAsInt();
        for (int steps = 0; steps < 5; steps++) {
            OptionalInt subject = sentence.child(at, "nsubj");
            if (subject.isPresent() && !isRelative(subject.getAsInt()) && subject.getAsInt() != head) {
                BitSet found = phraseOf(subject.getAsInt());
                clear(found, verb.getAsInt());
                return found;
            }
            boolean relative = subject.isPresent() && isRelative(subject.getAsInt());
            OptionalInt above = sentence.head(at);
            if (above.isEmpty()) {
                return new BitSet();
            }
            if (relative || sentence.isRelated(at, "acl")) {
                BitSet found = phraseOf(above.getAsInt());
                clear(found, at);
                return found;
            }
            at = above.getAsInt();
        }
        return new BitSet();
    }

    private boolean isRelative(int at) {
        return words.isListed("clause", marked.lower(at));
    }

    private BitSet agent(int verb) {
        for (int i = verb + 1; i < Math.min(marked.size(), verb + WIDEST_PHRASE); i++) {
            if (words.isListed("by", marked.lower(i))) {
                return rightOf(i);
            }
            if (COMMAS.contains(marked.lower(i))) {
                break;
            }
        }
        return new BitSet();
    }

    private BitSet phraseOf(int noun) {
        return range(sentence.firstOfSubtree(noun), sentence.lastOfSubtree(noun));
    }

    private void clear(BitSet found, int verb) {
        for (int i = found.nextSetBit(0); i >= 0; i = found.nextSetBit(i + 1)) {
            if (sentence.isWithin(i, verb)) {
                found.clear(i);
            }
        }
    }

    private boolean holdsParty(BitSet where) {
        return marked.parties().stream()
                .anyMatch(party -> where.get(party.head()) && !party.words().contains(trigger.first()));
    }

    /** The stretch before a word back to where its clause begins; further back while no party stands in it. */
    private BitSet leftOf(int word) {
        int begin = word;
        while (begin > 0) {
            begin = clauseBegin(begin - 1);
            BitSet found = range(begin, word - 1);
            if (holdsParty(found)) {
                return found;
            }
            // Over the comma.
            begin--;
        }
        return range(0, word - 1);
    }

    private BitSet rightOf(int word) {
        int end = word + 1;
        while (end < marked.size() && !isBreak(end) && end - word < WIDEST_PHRASE) {
            end++;
        }
        return range(word + 1, end - 1);
    }

    private int clauseBegin(int at) {
        int begin = at;
        while (begin > 0 && !isBreak(begin - 1)) {
            begin--;
        }
        return begin;
    }

    /** A comma that sets apart clauses, not the members of a list; a word that opens a clause. */
    private boolean isBreak(int at) {
        String word = marked.lower(at);
        if (words.isListed("clause", word)) {
            return true;
        }
        return COMMAS.contains(word) && !isInList(at);
    }

    private boolean isInList(int comma) {
        boolean before = marked.parties().stream()
                        .anyMatch(party -> party.words().last() == comma - 1)
                || marked.places().stream().anyMatch(place -> place.words().last() == comma - 1);
        int next = comma + 1;
        // "d'A, de B et de C": over what may stand before each member.
        while (next < marked.size() && leadsMember(next)) {
            next++;
        }
        int at = next;
        boolean after = marked.parties().stream()
                        .anyMatch(party -> party.words().first() == at)
                || marked.places().stream().anyMatch(place -> place.words().first() == at);
        return before && after;
    }

    private boolean leadsMember(int at) {
        String word = marked.lower(at);
        return marked.tag(at).equals("DT")
                || words.isListed("this-one", word)
                || words.isListed("of", word)
                || words.isListed("located", word);
    }

    private BitSet clause(int word) {
        int end = word;
        while (end + 1 < marked.size() && !isBreak(end + 1)) {
            end++;
        }
        return range(clauseBegin(word), end);
    }

    private BitSet object() {
        BitSet found = clause(head);
        int begin = clauseBegin(head);
        // "un informe que la organización publicó": what a relative clause is about stands before it.
        if (begin > 1 && words.isListed("clause", marked.lower(begin - 1))) {
            found.or(range(clauseBegin(begin - 2), begin - 2));
        }
        OptionalInt verb = verbOf(head);
        if (verb.isPresent() && sentence.isRelated(verb.getAsInt(), "acl")) {
            sentence.head(verb.getAsInt()).ifPresent(found::set);
        }
        for (PartyMention party : marked.parties()) {
            boolean before = party.words().last() < trigger.first() && party.isPublic();
            if (before && found.get(party.head())) {
                found.clear(party.words().first(), party.words().last() + 1);
            }
        }
        return found;
    }

    // ---- phrases

    private BitSet phrase() {
        BitSet found = left();
        found.or(words(Role.TRIGGER));
        found.or(right());
        return found;
    }

    private BitSet left() {
        if (marked.isFigure(trigger)) {
            return new BitSet();
        }
        int first = trigger.first();
        while (first > 0 && trigger.first() - first < 8 && belongsLeft(first - 1)) {
            first--;
        }
        return range(first, trigger.first() - 1);
    }

    private boolean belongsLeft(int at) {
        String tag = marked.tag(at);
        boolean verb = tag.startsWith("VB") && !tag.equals("VBN");
        return !isBreak(at) && !verb;
    }

    /** What follows and still says which or where, to the next verb that says something else. */
    private BitSet right() {
        BitSet found = new BitSet();
        // "Tres en A, dos en B": a figure without a noun ends where the next begins.
        boolean figure = marked.isFigure(trigger);
        for (int i = trigger.last() + 1; i < Math.min(marked.size(), trigger.last() + 1 + 2 * WIDEST_PHRASE); i++) {
            int at = i;
            if (figure && marked.numbers().stream().anyMatch(each -> each.core().first() == at)) {
                break;
            }
            boolean opens = isBreak(i) && !goesOn(i);
            boolean verb = marked.tag(i).equals("VBD") && !leadsToPlace(i);
            if (opens || verb) {
                break;
            }
            found.set(i);
        }
        return found;
    }

    /** After a comma: a place, a number or a participle goes on with the list or says where. */
    private boolean goesOn(int at) {
        String next = marked.lower(at + 1);
        boolean number = marked.numbers().stream().anyMatch(each -> each.words().first() == at + 1);
        boolean participle =
                marked.tag(at + 1).equals("VBN") || marked.tag(at + 1).equals("VBG");
        boolean word = words.isListed("clause", marked.lower(at)) && leadsToPlace(at + 1);
        return number
                || participle
                || word
                || words.isListed("located", next)
                || marked.places().stream().anyMatch(place -> place.words().first() == at + 1);
    }

    /** Whether a place follows the verb behind a preposition, right away. */
    private boolean leadsToPlace(int at) {
        for (int i = at + 1; i < Math.min(marked.size(), at + 4); i++) {
            if (words.isListed("located", marked.lower(i))) {
                return true;
            }
            if (isVerb(i) && !marked.tag(i).equals("VBN")) {
                return false;
            }
        }
        return false;
    }

    private BitSet owner() {
        BitSet found = left();
        for (int i = trigger.last() + 1; i < Math.min(marked.size(), trigger.last() + 10); i++) {
            if (isBreak(i) || marked.tag(i).equals("VBD")) {
                break;
            }
            found.set(i);
        }
        return found;
    }

    private BitSet in() {
        BitSet best = new BitSet();
        BitSet clause = clause(head);
        int nearest = Integer.MAX_VALUE;
        for (PlaceMention place : marked.places()) {
            if (!place.isNamed() || !isBehindPreposition(place)) {
                continue;
            }
            int first = place.words().first();
            int distance = (first > trigger.last() ? first - trigger.last() : 100 + trigger.first() - first)
                    + (clause.get(first) ? 0 : 1000);
            if (distance < nearest) {
                nearest = distance;
                best = group(place);
            }
        }
        return best;
    }

    private BitSet group(PlaceMention place) {
        int last = place.words().last();
        for (int i = last + 1; i < marked.size(); i++) {
            int at = i;
            boolean inPlace =
                    marked.places().stream().anyMatch(other -> other.words().contains(at));
            boolean joint = marked.lower(i).equals(",")
                    || words.isListed("and", marked.lower(i))
                    || words.isListed("located", marked.lower(i))
                    || words.isListed("this-one", marked.lower(i))
                    || words.isListed("definite", marked.lower(i));
            if (!inPlace && !joint) {
                break;
            }
            last = inPlace ? i : last;
        }
        return range(place.words().first(), last);
    }

    private boolean isBehindPreposition(PlaceMention place) {
        int before = place.words().first() - 1;
        while (before >= 0
                && (marked.tag(before).equals("DT")
                        || words.isListed("this-one", marked.lower(before))
                        || words.isListed("definite", marked.lower(before)))
                && !words.isListed("located", marked.lower(before))) {
            before--;
        }
        return words.isListed("located", marked.lower(before));
    }

    private BitSet with() {
        BitSet found = new BitSet();
        for (int i = 0; i < marked.size(); i++) {
            if (words.isListed("with", marked.lower(i))) {
                found.or(rightOf(i));
            }
        }
        return found;
    }

    @Override
    public boolean isLocated(PlaceMention place) {
        return marked.parties().stream()
                .filter(party -> party.standing() == PartyMention.Standing.COUNTRY)
                .noneMatch(party -> party.words().equals(place.words()));
    }

    // ---- negation and reference

    @Override
    public boolean isNegated() {
        int verb = verbOf(head).orElse(head);
        return isNegatedAt(head) || (verb <= head && isNegatedAt(verb)) || isNegatedBehind(verb);
    }

    private boolean isNegatedAt(int at) {
        for (int i = at - 1; i >= Math.max(0, at - NEGATION_REACH) && !isBreak(i); i--) {
            if (words.isListed("negation", marked.lower(i))) {
                return true;
            }
            if (marked.tag(i).equals("VBD") && sentence.isParsed() && !sentence.isRelated(i, "aux")) {
                return false;
            }
        }
        return false;
    }

    /** German and Dutch say "not" behind the verb: "prüft nicht". */
    private boolean isNegatedBehind(int at) {
        boolean behind = Set.of("de", "nl", "fr").contains(words.language());
        for (int i = at + 1; behind && i <= Math.min(marked.size() - 1, at + 2) && !isBreak(i); i++) {
            if (words.isListed("negation", marked.lower(i))) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean isDefiniteSingular() {
        for (int i = trigger.first() - 1; i >= Math.max(0, trigger.first() - 2); i--) {
            if (words.isListed("this-one", marked.lower(i))
                    && !marked.tag(trigger.last()).equals("NNS")) {
                return true;
            }
        }
        return false;
    }
}
