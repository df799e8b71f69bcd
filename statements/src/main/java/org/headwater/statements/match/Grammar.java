package org.headwater.statements.match;

import java.util.BitSet;
import java.util.OptionalInt;
import java.util.Set;
import org.headwater.statements.marks.MarkedSentence;
import org.headwater.statements.parse.Sentence;

/**
 * Verbs, subjects and clauses of one sentence, borne by dependencies where they hold and by the order of words where the
 * parser fails, as it often does on long sentences.
 */
final class Grammar {
    private static final String REPORTS =
            "reports?|claims?|allegations?|rumou?rs?|suggestions?|accusations?|assertions?";
    private static final String FALSE =
            "false|untrue|wrong|incorrect|baseless|groundless|unfounded|inaccurate|fabricated";
    private static final Set<String> PRONOUNS = Set.of("it", "they", "he", "she", "we", "i", "which", "who", "that");
    private static final Set<String> CLAUSE_OPENERS = Set.of(
            "that",
            "while",
            "although",
            "though",
            "because",
            "whereas",
            "if",
            "when",
            "whether",
            "where",
            "which",
            "who");

    private final MarkedSentence marked;
    private final Sentence sentence;

    Grammar(MarkedSentence marked) {
        this.marked = marked;
        this.sentence = marked.sentence();
    }

    boolean isVerb(int at) {
        return marked.tag(at).startsWith("VB");
    }

    boolean isFinite(int at) {
        return marked.tag(at).matches("VBD|VBZ|VBP|MD");
    }

    /** The verb itself, or the verb the noun hangs on; empty if there is none. */
    OptionalInt verbOf(int word) {
        int at = word;
        for (int steps = 0; steps < 8; steps++) {
            if (isVerb(at)) {
                return OptionalInt.of(at);
            }
            OptionalInt head = sentence.head(at);
            if (head.isEmpty()) {
                return OptionalInt.empty();
            }
            at = head.getAsInt();
        }
        return OptionalInt.empty();
    }

    boolean isPassive(int verb) {
        if (!marked.tag(verb).equals("VBN")) {
            return false;
        }
        if (sentence.child(verb, "aux:pass").isPresent()
                || sentence.child(verb, "nsubj:pass").isPresent()) {
            return true;
        }
        for (int i = verb - 1; i >= Math.max(0, verb - 3); i--) {
            if (marked.lower(i).matches("is|are|was|were|be|been|being")) {
                return true;
            }
            if (marked.lower(i).matches("has|have|had")) {
                return false;
            }
        }
        // A bare participle after a noun: "stations closed by the police".
        return verb > 0 && marked.tag(verb - 1).startsWith("NN") && sentence.isRelated(verb, "acl");
    }

    /** The words that name who does what the verb says. */
    BitSet subject(int verb) {
        if (isPassive(verb)) {
            return agent(verb);
        }
        BitSet near = rightBefore(verb);
        if (!near.isEmpty()) {
            return near;
        }
        BitSet own = throughHeads(verb);
        return own.isEmpty() ? leftOf(verb) : own;
    }

    /** A list of parties that ends right before a participle: "with A and B looking into it and C watching". */
    BitSet rightBefore(int verb) {
        BitSet words = new BitSet();
        if (!marked.lower(verb).endsWith("ing")) {
            return words;
        }
        int at = verb - 1;
        while (at >= 0
                && sentence.token(at).isPunctuation()
                && !marked.lower(at).equals(",")) {
            at--;
        }
        while (at >= 0
                && (isParty(at) || (!words.isEmpty() && marked.lower(at).matches(",|and|the") && joinsParty(at)))) {
            words.set(at);
            at--;
        }
        return words;
    }

    private boolean joinsParty(int at) {
        return isParty(at - 1)
                || (marked.lower(at).equals("and") && marked.lower(at - 1).equals(",") && isParty(at - 2))
                || marked.lower(at).equals("the");
    }

    private boolean isParty(int at) {
        return marked.parties().stream()
                .anyMatch(party -> party.isPublic() && party.words().contains(at));
    }

    /** The words that name what it is done to. */
    BitSet object(int verb) {
        BitSet words = new BitSet();
        if (isPassive(verb)) {
            OptionalInt subject = sentence.child(verb, "nsubj");
            if (subject.isPresent()) {
                phrase(words, subject.getAsInt());
            } else if (sentence.isRelated(verb, "acl") && sentence.head(verb).isPresent()) {
                phrase(words, sentence.head(verb).getAsInt());
            } else {
                words.or(leftOf(verb));
            }
            return words;
        }
        for (int child : sentence.children(verb)) {
            if (sentence.isRelated(child, "obj")
                    || (sentence.isRelated(child, "obl") && child - verb <= 4 && child > verb)) {
                phrase(words, child);
            }
        }
        return words;
    }

    /** What the verb's own subject is, in the active or the passive: "the station has closed". */
    BitSet grammaticalSubject(int verb) {
        BitSet own = throughHeads(verb);
        return own.isEmpty() ? leftOf(verb) : own;
    }

    private BitSet agent(int verb) {
        BitSet words = new BitSet();
        for (int i = verb + 1; i < marked.size(); i++) {
            if (marked.lower(i).equals("by")) {
                for (int k = i + 1; k < marked.size(); k++) {
                    String tag = marked.tag(k);
                    boolean ends = isVerb(k)
                            || tag.equals("WDT")
                            || tag.equals("WP")
                            || (tag.equals("IN")
                                    && !marked.lower(k).equals("of")
                                    && !marked.lower(k).equals("in")
                                    && !marked.lower(k).equals("from")
                                    && !marked.lower(k).equals("at"));
                    if (ends) {
                        break;
                    }
                    words.set(k);
                }
                return words;
            }
            if (isFinite(i) && i > verb + 8) {
                break;
            }
        }
        return words;
    }

    private BitSet throughHeads(int verb) {
        int at = verb;
        for (int steps = 0; steps < 6; steps++) {
            BitSet words = new BitSet();
            OptionalInt own = sentence.child(at, "nsubj");
            if (own.isPresent() && own.getAsInt() < verb) {
                if (!isPronoun(own.getAsInt())) {
                    phrase(words, own.getAsInt());
                    between(words, own.getAsInt(), verb);
                    return words;
                }
                if (marked.tag(own.getAsInt()).matches("WDT|WP")
                        && sentence.head(at).isPresent()) {
                    named(words, sentence.head(at).getAsInt());
                    clear(words, at);
                    copula(words, sentence.head(at).getAsInt());
                    return words;
                }
            }
            OptionalInt head = sentence.head(at);
            if (head.isEmpty()) {
                return words;
            }
            int above = head.getAsInt();
            if (sentence.isRelated(at, "acl") && !isVerb(above)) {
                named(words, above);
                clear(words, at);
                return words;
            }
            if (sentence.isRelated(at, "xcomp")) {
                OptionalInt object = sentence.child(above, "obj");
                if (object.isPresent() && object.getAsInt() < at && !isPronoun(object.getAsInt())) {
                    phrase(words, object.getAsInt());
                    clear(words, at);
                    return words;
                }
            }
            at = above;
        }
        return new BitSet();
    }

    /** "A is one of those that …": A too. */
    private void copula(BitSet words, int noun) {
        int at = noun;
        for (int steps = 0; steps < 4; steps++) {
            OptionalInt subject = sentence.child(at, "nsubj");
            boolean be = marked.lower(at).matches("is|are|was|were|be|been|remains|remain");
            if (subject.isPresent() && (be || sentence.child(at, "cop").isPresent())) {
                phrase(words, subject.getAsInt());
                return;
            }
            if (sentence.head(at).isEmpty()) {
                return;
            }
            at = sentence.head(at).getAsInt();
        }
    }

    /** Words of the subtree that belongs to the verb, taken out of its subject's. */
    private void clear(BitSet words, int verb) {
        for (int i = sentence.firstOfSubtree(verb); i <= sentence.lastOfSubtree(verb); i++) {
            if (i >= verb) {
                words.clear(i);
            }
        }
    }

    private boolean isPronoun(int word) {
        return PRONOUNS.contains(marked.lower(word)) || marked.tag(word).startsWith("PRP");
    }

    private void phrase(BitSet words, int head) {
        for (int i = sentence.firstOfSubtree(head); i <= sentence.lastOfSubtree(head); i++) {
            words.set(i);
        }
    }

    /** A noun's phrase, and what it stands beside: "River Watch, a rights group, which …". */
    private void named(BitSet words, int noun) {
        phrase(words, noun);
        if (sentence.isRelated(noun, "appos") && sentence.head(noun).isPresent()) {
            phrase(words, sentence.head(noun).getAsInt());
        }
    }

    /** What the parser cut off between subject and verb ("including A, B and C"). */
    private void between(BitSet words, int subject, int verb) {
        for (int i = subject; i < verb; i++) {
            if (isFinite(i) && !marked.lower(i).matches("has|have|had|is|are|was|were|will|would|could|can|may")) {
                return;
            }
        }
        words.set(subject, verb);
    }

    /** The stretch before the verb back to the verb or clause before it. */
    private BitSet leftOf(int verb) {
        BitSet words = new BitSet();
        boolean noun = false;
        for (int i = verb - 1; i >= 0; i--) {
            boolean auxiliary = marked.lower(i)
                    .matches("has|have|had|is|are|was|were|been|be|will|would|not|also|to|n't|being|now");
            if (!auxiliary
                    && (isFinite(i)
                            || (CLAUSE_OPENERS.contains(marked.lower(i)) && noun)
                            || marked.lower(i).equals(";"))) {
                break;
            }
            noun |= marked.tag(i).startsWith("NN");
            words.set(i);
        }
        return words;
    }

    /** The clause around a word: from clause boundary to clause boundary. */
    BitSet clause(int word) {
        int first = word;
        while (first > 0 && !isBoundary(first)) {
            first--;
        }
        int last = word;
        while (last + 1 < marked.size() && !isBoundary(last + 1)) {
            last++;
        }
        BitSet words = new BitSet();
        words.set(first, last + 1);
        return words;
    }

    private boolean isBoundary(int at) {
        String word = marked.lower(at);
        if (word.equals(";") || word.equals("，") || word.equals("；")) {
            return true;
        }
        String tag = marked.tag(at);
        if (tag.equals("WDT") || tag.equals("WP") || tag.equals("WRB")) {
            return true;
        }
        if (tag.equals("IN") && CLAUSE_OPENERS.contains(word)) {
            return true;
        }
        boolean joined = at > 0
                && marked.lower(at - 1).equals(",")
                && (word.equals("and") || word.equals("but") || word.equals("while"));
        return joined && hasVerbSoon(at + 1);
    }

    private boolean hasVerbSoon(int from) {
        return hasFinite(from, Math.min(marked.size(), from + 6));
    }

    /** Whether what the word says is a purpose, a possibility, an attempt or a rule rather than something that happened. */
    boolean isUnreal(int word) {
        OptionalInt verb = verbOf(word);
        int at = verb.isPresent() && verb.getAsInt() <= word ? verb.getAsInt() : word;
        return isUnrealAt(word) || (at != word && isUnrealAt(at));
    }

    /** Whether what the word says might be so, should be so, or is asked: "may investigate", "if it closes". */
    boolean isPossible(int word) {
        for (int i = word - 1; i >= Math.max(0, word - 6); i--) {
            String before = marked.lower(i);
            if (before.matches("may|might|could|if|whether|unless|should|must|ought")) {
                return true;
            }
            if (isFinite(i) || before.equals(",") || before.matches("that|who|which")) {
                return false;
            }
        }
        return false;
    }

    private boolean hasFinite(int from, int to) {
        for (int i = from; i < to; i++) {
            if (isFinite(i)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the word stands in a report that the sentence calls false: "Reports that it closed were untrue". */
    boolean isRefuted(int word) {
        int report = -1;
        for (int i = word - 1; i > 0 && report < 0; i--) {
            report = marked.lower(i).equals("that") && marked.lower(i - 1).matches(REPORTS) ? i : -1;
        }
        for (int i = word + 1; report >= 0 && i < marked.size(); i++) {
            if (marked.lower(i).matches(FALSE) && marked.lower(i - 1).matches("is|are|was|were|entirely|completely")) {
                return true;
            }
        }
        return false;
    }

    /** Whether there is no such thing, as far as the sentence goes: "no station", "no evidence of a station". */
    boolean isAbsent(int first) {
        int at = first - 1;
        while (at >= 0 && marked.tag(at).matches("JJ.*|NN.*|VBN|``|''|HYPH|RB")) {
            at--;
        }
        String opener = marked.lower(at);
        if (opener.equals("no") || isRefuted(first)) {
            return true;
        }
        if (opener.matches("the|these|those|its|their|both|this")) {
            return false;
        }
        for (int i = at; i > 0 && i >= first - 14; i--) {
            boolean proof = marked.lower(i).matches("evidence|proof|signs?|indications?|traces?|confirmation");
            // "No evidence of illegal acts had been found at three sites": there are sites.
            boolean told = marked.lower(i + 1).equals("of") && hasFinite(i + 1, first);
            if (proof
                    && !told
                    && (marked.lower(i - 1).equals("no") || marked.lower(i - 2).equals("no") || hasNegation(i))) {
                return true;
            }
        }
        return false;
    }

    private boolean isUnrealAt(int at) {
        if (marked.tag(at).matches("VBP?")) {
            for (int i = at - 1; i >= Math.max(0, at - 8); i--) {
                String word = marked.lower(i);
                if (word.matches("may|might|could|would|should|can|must|will|shall")) {
                    return true;
                }
                if (word.equals("to")) {
                    return marked.tag(at).equals("VB") && isPurpose(at);
                }
                if (!marked.tag(i).matches("RB.*|VB|CC|,|NN.*|DT|JJ.*|PRP.*|``|''")) {
                    return false;
                }
            }
        }
        boolean demanded = marked.tag(at).equals("VBN")
                && marked.lower(at - 1).equals("be")
                && marked.lower(at - 2).matches("must|should|shall|can|may|might|could|would|will");
        if (demanded) {
            return true;
        }
        if (marked.tag(at).equals("VBG") && marked.lower(at - 1).matches("of|for|at")) {
            return true;
        }
        for (int i = at - 1; i >= Math.max(0, at - 4); i--) {
            if (marked.lower(i).matches("any|prevent|stop|against|potential|risk|if|may|might|could|would|should")) {
                return true;
            }
        }
        return false;
    }

    /** Whether "to do" says what something is for or tries, rather than what somebody was made to do. */
    private boolean isPurpose(int verb) {
        int at = verb;
        for (int steps = 0; steps < 4; steps++) {
            OptionalInt head = sentence.head(at);
            if (head.isEmpty()) {
                return false;
            }
            if (sentence.isRelated(at, "advcl") || sentence.isRelated(at, "acl")) {
                return true;
            }
            String above = marked.lower(head.getAsInt());
            boolean asked = above.matches("(?:ask|urge|call|request|press|invite|demand)(?:s|ed|ing)?")
                    && sentence.isRelated(at, "xcomp")
                    && at == verb;
            if (asked
                    || above.matches(
                            "set|established|created|opened|built|(?:use|intend|aim|design|mean|seek|try|attempt|plan|want|hope|threaten)(?:s|d|ed|ing|nt)?|us(?:ed|ing)|aiming|trie[sd]|trying|meant|sought|planned|tried")) {
                return true;
            }
            if (!sentence.isRelated(at, "xcomp")
                    && !sentence.isRelated(at, "conj")
                    && !sentence.isRelated(at, "ccomp")) {
                return false;
            }
            at = head.getAsInt();
        }
        return false;
    }

    /** Whether what the word says is said not to be so. */
    boolean isNegated(int word) {
        OptionalInt verb = verbOf(word);
        int at = verb.isPresent() && verb.getAsInt() <= word ? verb.getAsInt() : word;
        return hasNegation(word) || (at != word && hasNegation(at));
    }

    /** "Without" in the name of an organisation denies nothing. */
    private boolean isInName(int at) {
        return marked.parties().stream()
                .anyMatch(party -> party.words().contains(at)
                        && party.words().last() > party.words().first()
                        && Character.isUpperCase(sentence.token(at).word().codePointAt(0)));
    }

    private boolean hasNegation(int at) {
        for (int i = at - 1; i >= Math.max(0, at - 6); i--) {
            String word = marked.lower(i);
            if (isInName(i)) {
                continue;
            }
            boolean nobody = word.matches("nobody|none")
                    || (word.equals("no") && (at - i <= 3 || marked.lower(i + 1).equals("one")));
            if (nobody || word.matches("not|n't|n’t|never|neither|without|cannot")) {
                return !marked.lower(i + 1).equals("only");
            }
            boolean mainVerb = isFinite(i)
                    && !word.matches("has|have|had|do|does|did|is|are|was|were|will|would|could|should|can|may|might");
            if (mainVerb || CLAUSE_OPENERS.contains(word) || marked.lower(i).equals(",")) {
                return false;
            }
        }
        return false;
    }
}
