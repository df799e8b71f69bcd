package org.headwater.statements.attribution;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.headwater.model.Span;
import org.headwater.statements.attribution.Quotations.Quotation;
import org.headwater.statements.parse.Dateline;
import org.headwater.statements.parse.Sentence;
import org.headwater.statements.parse.Token;

/** A parsed sentence with what the rules ask of it: what is quoted, noun phrases, subjects. */
final class SentenceView {
    /** Relations of what stands before a head and belongs to its name. */
    private static final Set<String> LEFT = Set.of("det", "amod", "compound", "nummod", "nmod:poss", "advmod", "flat");
    /** Relations of what stands after a head and still names it. */
    private static final Set<String> RIGHT =
            Set.of("nmod", "flat", "compound", "conj", "case", "fixed", "nummod", "nmod:poss", "goeswith", "advmod");

    private static final Set<String> SUBORDINATORS = Set.of(
            "when",
            "while",
            "after",
            "before",
            "although",
            "though",
            "as",
            "because",
            "since",
            "if",
            "despite",
            "once",
            "whereas",
            "even");

    private final String text;
    private final int index;
    private final Sentence sentence;
    private final List<Quotation> quotations;
    private final boolean[] quoted;
    private final int endOfDateline;

    SentenceView(String text, int index, Sentence sentence, List<Quotation> quotations) {
        this.text = text;
        this.index = index;
        this.sentence = sentence;
        this.quotations = List.copyOf(quotations);
        this.quoted = new boolean[sentence.size()];
        this.endOfDateline = endOfDateline(text, sentence);
        for (int i = 0; i < quoted.length; i++) {
            Span span = sentence.token(i).span();
            quoted[i] =
                    quotations.stream().anyMatch(quotation -> quotation.span().overlaps(span));
        }
    }

    private static int endOfDateline(String text, Sentence sentence) {
        if (sentence.size() == 0) {
            return 0;
        }
        int begin = sentence.token(0).begin();
        return begin
                + Dateline.sureEnd(text.substring(
                        begin, sentence.token(sentence.size() - 1).end()));
    }

    String text() {
        return text;
    }

    /** Where what says from where the sentence was sent ends in the text; its beginning if nothing does. */
    int endOfDateline() {
        return endOfDateline;
    }

    int index() {
        return index;
    }

    Sentence sentence() {
        return sentence;
    }

    /** The quotations that touch the sentence. */
    List<Quotation> quotations() {
        return quotations;
    }

    /** Whether a quotation begins with the token. */
    boolean isOpeningMark(int token) {
        return quotations.stream()
                .anyMatch(each -> each.span().begin() == token(token).begin()
                        && each.inner().begin() >= token(token).end());
    }

    boolean isQuoted(int token) {
        return quoted[token];
    }

    Token token(int at) {
        return sentence.token(at);
    }

    /** Whether most long words are capitalised, as in a headline, so that capitals tell nothing. */
    boolean isTitleCase() {
        int words = 0;
        int capital = 0;
        for (Token token : sentence.tokens()) {
            if (token.word().length() > 3 && Character.isLetter(token.word().charAt(0))) {
                words++;
                capital += Character.isUpperCase(token.word().charAt(0)) ? 1 : 0;
            }
        }
        return words > 3 && capital * 3 >= words * 2;
    }

    int size() {
        return sentence.size();
    }

    boolean isVerb(int at) {
        return token(at).tagged("VB");
    }

    boolean isNominal(int at) {
        String tag = token(at).tag();
        return tag.startsWith("NN")
                || tag.startsWith("PRP")
                || tag.equals("WP")
                || tag.equals("DT")
                || tag.equals("WDT")
                || tag.equals("CD")
                || tag.equals("EX");
    }

    String lower(int at) {
        return token(at).word().toLowerCase(java.util.Locale.ROOT);
    }

    /** The preposition or particle that marks a noun phrase. */
    String marker(int nominal) {
        OptionalInt marker = sentence.child(nominal, "case");
        return marker.isPresent() ? lower(marker.getAsInt()) : "";
    }

    /** The words that name what the head stands for, without its relative clauses and appositions. */
    Span nounPhrase(int head) {
        return new Span(
                token(firstOfPhrase(head)).begin(), token(lastOfPhrase(head)).end());
    }

    int firstOfPhrase(int head) {
        int first = head;
        List<Integer> children = sentence.children(head);
        for (int i = children.size() - 1; i >= 0; i--) {
            int child = children.get(i);
            if (child < head && LEFT.contains(sentence.relation(child))) {
                first = Math.min(first, sentence.firstOfSubtree(child));
            }
        }
        return first;
    }

    int lastOfPhrase(int head) {
        int last = head;
        for (int child : sentence.children(head)) {
            if (child < head) {
                continue;
            }
            String relation = sentence.relation(child);
            if (RIGHT.contains(relation) && sentence.firstOfSubtree(child) > head) {
                last = Math.max(last, lastWithoutClauses(child));
            } else if (!relation.equals("punct") && !relation.equals("cc") && !relation.startsWith("acl")) {
                break;
            } else if (relation.startsWith("acl")) {
                break;
            }
        }
        return last;
    }

    private int lastWithoutClauses(int head) {
        int last = head;
        for (int child : sentence.children(head)) {
            String relation = sentence.relation(child);
            if (child > head
                    && !relation.startsWith("acl")
                    && !relation.equals("appos")
                    && !relation.equals("punct")
                    && !relation.equals("parataxis")
                    && !relation.equals("advcl")) {
                last = Math.max(last, lastWithoutClauses(child));
            }
        }
        return last;
    }

    /** Who does what the verb says: its own subject, or that of the verb it shares it with. */
    OptionalInt subject(int verb) {
        int at = verb;
        for (int steps = 0; steps < 6; steps++) {
            OptionalInt own = ownSubject(at);
            if (own.isPresent()) {
                return own;
            }
            OptionalInt head = sentence.head(at);
            if (head.isEmpty()) {
                return OptionalInt.empty();
            }
            int above = head.getAsInt();
            String relation = sentence.relation(at);
            if (relation.equals("acl") && isNominal(above)) {
                return OptionalInt.of(above);
            }
            if (relation.equals("xcomp")) {
                OptionalInt object = sentence.child(above, "obj");
                if (object.isPresent() && object.getAsInt() < at) {
                    return object;
                }
            } else if (!relation.equals("conj")
                    && !relation.equals("advcl")
                    && !relation.equals("parataxis")
                    && !relation.equals("dep")
                    && !relation.equals("ccomp")) {
                return OptionalInt.empty();
            } else if (relation.equals("ccomp")
                    || (!relation.equals("conj") && token(at).tag().equals("VBN"))) {
                return OptionalInt.empty();
            }
            at = above;
        }
        return OptionalInt.empty();
    }

    /** The subject that stands closest before the verb, else the first after it. */
    private OptionalInt ownSubject(int verb) {
        OptionalInt nearest = OptionalInt.empty();
        for (int subject : sentence.children(verb, "nsubj")) {
            boolean fits = isNominal(subject) || token(subject).tagged("JJ");
            if (fits && (subject < verb || nearest.isEmpty())) {
                nearest = OptionalInt.of(subject);
            }
        }
        return nearest;
    }

    boolean isPassive(int verb) {
        return sentence.child(verb, "aux:pass").isPresent()
                || sentence.child(verb, "nsubj:pass").isPresent();
    }

    /** Who does it in the passive: what stands after "by". */
    OptionalInt agent(int verb) {
        for (int child : sentence.children(verb, "obl")) {
            if (marker(child).equals("by") && !token(child).tagged("CD")) {
                return OptionalInt.of(child);
            }
        }
        return OptionalInt.empty();
    }

    /** From the first word of the subtree to its last, quotation marks that it cuts through taken in whole. */
    Span subtree(int head) {
        return wholeMarks(sentence.subtree(head));
    }

    /** The span with the opening or closing mark that touches it. */
    Span wholeMarks(Span span) {
        Span whole = span;
        for (Quotation quotation : quotations) {
            if (quotation.inner().begin() == whole.begin()) {
                whole = new Span(quotation.span().begin(), whole.end());
            }
            if (quotation.inner().end() == whole.end()) {
                whole = new Span(whole.begin(), quotation.span().end());
            }
        }
        return whole;
    }

    /** Whether the sentence begins with a clause that depends on a later one, perhaps after "for example," or the like. */
    boolean startsSubordinate() {
        for (int i = 0; i < Math.min(size(), 5); i++) {
            if (SUBORDINATORS.contains(lower(i))) {
                return i == 0 || token(i - 1).word().equals(",") || token(i - 1).tagged("CC");
            }
        }
        return false;
    }

    /** The units of the sentence before the offset. */
    Span before(int offset) {
        return new Span(sentence.span().begin(), Math.max(sentence.span().begin(), offset));
    }

    /** The units of the sentence from the offset on, without its final full stop. */
    Span after(int offset) {
        int end = sentence.span().end();
        if (size() > 0 && token(size() - 1).word().equals(".")) {
            end = token(size() - 1).begin();
        }
        return new Span(Math.min(offset, end), end);
    }

    List<Integer> verbs() {
        List<Integer> verbs = new ArrayList<>();
        for (int i = 0; i < size(); i++) {
            if (isVerb(i) && !quoted[i]) {
                verbs.add(i);
            }
        }
        return verbs;
    }
}
