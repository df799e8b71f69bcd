package org.headwater.statements.attribution;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.headwater.model.Attribution;
import org.headwater.model.Span;
import org.headwater.statements.parse.Sentence;

/**
 * Speakers without a verb of saying: "according to the ministry", "the ministry's claim that", "criticism by the union of",
 * "the union is opposed to".
 */
final class PhraseRules {
    private static final Set<String> CONTENT_MARKERS = Set.of(
            "of", "for", "about", "on", "to", "against", "that", "over", "with", "toward", "towards", "in", "into",
            "as");

    private final CueLexicon lexicon;

    PhraseRules(CueLexicon lexicon) {
        this.lexicon = lexicon;
    }

    List<Candidate> find(SentenceView view) {
        List<Candidate> found = new ArrayList<>();
        for (int i = 0; i < view.size(); i++) {
            if (view.isQuoted(i)) {
                continue;
            }
            according(view, i).ifPresent(found::add);
            if (view.token(i).tagged("NN")) {
                noun(view, i).ifPresent(found::add);
            } else if (view.token(i).tagged("JJ")) {
                adjective(view, i).ifPresent(found::add);
            }
        }
        return found;
    }

    // ---- according to --------------------------------------------------------------------------------------------

    private Optional<Candidate> according(SentenceView view, int at) {
        for (String phrase : lexicon.list("according")) {
            int length = matches(view, at, phrase);
            if (length > 0 && at + length < view.size()) {
                return accordingTo(view, at, at + length);
            }
        }
        return Optional.empty();
    }

    private static int matches(SentenceView view, int at, String phrase) {
        String[] words = phrase.split(" ", -1);
        for (int i = 0; i < words.length; i++) {
            if (at + i >= view.size() || !view.lower(at + i).equals(words[i])) {
                return 0;
            }
        }
        return words.length;
    }

    private static Optional<Candidate> accordingTo(SentenceView view, int cueAt, int sourceAt) {
        int last = sourceAt;
        while (last + 1 < view.size() && !endsSource(view, last + 1, sourceAt)) {
            last++;
        }
        if (view.token(sourceAt).isPunctuation() || view.isQuoted(sourceAt)) {
            return Optional.empty();
        }
        Span cue = new Span(view.token(cueAt).begin(), view.token(sourceAt - 1).end());
        Span source = new Span(view.token(sourceAt).begin(), view.token(last).end());
        Span phrase = cue.cover(source);
        List<Span> content = new ArrayList<>();
        Span before = view.before(phrase.begin());
        Span after = view.after(afterApposition(view, last));
        boolean leads = Spans.trimmed(view.text(), List.of(before)).isEmpty() || before.length() < 12;
        boolean trails = cueAt > 0
                && (after.length() < 25
                        || !view.token(Math.min(view.size() - 1, last + 1))
                                .word()
                                .equals(","));
        if (leads) {
            content.add(after);
        } else {
            content.add(before);
            if (!trails) {
                content.add(after);
            }
        }
        List<Span> rest = Spans.trimmed(view.text(), Spans.normalized(content));
        if (rest.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Candidate(
                view.index(),
                source,
                cue,
                CueKind.SOURCE,
                Attribution.How.ACCORDING_TO,
                rest,
                Optional.empty(),
                "phrase '" + cue.of(view.text()) + "'"));
    }

    /** Commas, verbs and conjunctions that begin a clause end the speaker's name. */
    private static boolean endsSource(SentenceView view, int at, int sourceAt) {
        String word = view.token(at).word();
        if (view.token(at).isPunctuation()
                && !view.token(at).tag().equals("HYPH")
                && !word.equals("'")
                && !word.equals("/")
                && !word.equals("&")) {
            return true;
        }
        String tag = view.token(at).tag();
        boolean clause = tag.equals("WP")
                || tag.equals("WDT")
                || tag.equals("PRP")
                || tag.equals("VBZ")
                || tag.equals("VBP")
                || tag.equals("MD")
                || (tag.equals("VBD") && at > sourceAt);
        return clause;
    }

    /** Past a relative clause or apposition between commas: "according to Orr, who leads the port, …". */
    private static int afterApposition(SentenceView view, int last) {
        int next = last + 1;
        if (next < view.size()
                && view.token(next).word().equals(",")
                && next + 1 < view.size()
                && view.token(next + 1).tagged("W")) {
            for (int i = next + 2; i < view.size(); i++) {
                if (view.token(i).word().equals(",")) {
                    return view.token(i).end();
                }
            }
        }
        return view.token(last).end();
    }

    // ---- nouns ---------------------------------------------------------------------------------------------------

    private Optional<Candidate> noun(SentenceView view, int noun) {
        String lemma = view.token(noun).lemma();
        if (!lexicon.isListed("nouns", lemma)) {
            return Optional.empty();
        }
        Sentence sentence = view.sentence();
        OptionalInt owner = sentence.child(noun, "nmod:poss");
        Optional<Span> source = owner.isPresent() ? Optional.of(possessor(view, owner.getAsInt())) : Optional.empty();
        List<Span> content = new ArrayList<>();
        for (int child : sentence.children(noun)) {
            if (child < noun) {
                continue;
            }
            String relation = sentence.relation(child);
            String marker = view.marker(child);
            if (relation.equals("nmod") && (marker.equals("by") || marker.equals("from")) && source.isEmpty()) {
                source = Optional.of(afterMarker(view, child));
            } else if (relation.equals("ccomp") || (relation.startsWith("acl") && isComplement(view, child))) {
                content.add(view.subtree(child));
            } else if (relation.equals("nmod") && CONTENT_MARKERS.contains(marker) && content.isEmpty()) {
                content.add(new Span(
                        afterMarker(view, child).begin(), view.subtree(child).end()));
            }
        }
        int next = noun + 1;
        if (content.isEmpty() && next < view.size() && view.lower(next).equals("that")) {
            content.add(view.after(view.token(next).begin()));
        }
        List<Span> rest =
                source.isEmpty() ? List.of() : Spans.trimmed(view.text(), Spans.without(content, source.get()));
        if (rest.isEmpty() || view.isQuoted(noun)) {
            return Optional.empty();
        }
        return Optional.of(new Candidate(
                view.index(),
                source.get(),
                view.token(noun).span(),
                kindOf(lemma),
                Attribution.How.NOUN,
                rest,
                Optional.empty(),
                "noun '" + lemma + "' with its owner"));
    }

    /** The kind of the verb that the noun is made of, as far as the list of verbs knows it. */
    private CueKind kindOf(String lemma) {
        if (Set.of("denial", "rejection").contains(lemma)) {
            return CueKind.DENY;
        }
        if (lexicon.isListed("publication", lemma)
                || Set.of(
                                "claim",
                                "allegation",
                                "finding",
                                "assertion",
                                "accusation",
                                "argument",
                                "contention",
                                "revelation",
                                "announcement",
                                "estimate",
                                "conclusion",
                                "account",
                                "explanation",
                                "warning")
                        .contains(lemma)) {
            return CueKind.SAY;
        }
        return CueKind.JUDGE;
    }

    private static boolean isComplement(SentenceView view, int clause) {
        Sentence sentence = view.sentence();
        OptionalInt mark = sentence.child(clause, "mark");
        String first = view.lower(sentence.firstOfSubtree(clause));
        return (mark.isPresent()
                        && (view.lower(mark.getAsInt()).equals("that")
                                || view.lower(mark.getAsInt()).equals("to")))
                || first.equals("that");
    }

    private static Span possessor(SentenceView view, int owner) {
        Span whole = view.nounPhrase(owner);
        OptionalInt marker = view.sentence().child(owner, "case");
        if (marker.isPresent() && marker.getAsInt() > owner) {
            int before = marker.getAsInt() - 1;
            return new Span(
                    whole.begin(),
                    Math.max(view.token(owner).end(), view.token(before).end()));
        }
        return whole;
    }

    private static Span afterMarker(SentenceView view, int head) {
        Span phrase = view.nounPhrase(head);
        OptionalInt marker = view.sentence().child(head, "case");
        int first = marker.isPresent() && marker.getAsInt() < head ? marker.getAsInt() + 1 : view.firstOfPhrase(head);
        return new Span(Math.min(view.token(first).begin(), view.token(head).begin()), phrase.end());
    }

    // ---- adjectives ----------------------------------------------------------------------------------------------

    private Optional<Candidate> adjective(SentenceView view, int at) {
        Sentence sentence = view.sentence();
        List<List<String>> uses = lexicon.adjective(view.lower(at));
        OptionalInt subject = sentence.child(at, "nsubj");
        if (uses.isEmpty()
                || subject.isEmpty()
                || view.isQuoted(subject.getAsInt())
                || !view.isNominal(subject.getAsInt())) {
            return Optional.empty();
        }
        List<Span> content = new ArrayList<>();
        for (int child : sentence.children(at)) {
            String relation = sentence.relation(child);
            boolean clause = relation.equals("ccomp") || relation.equals("xcomp");
            boolean governed = (relation.equals("obl") || relation.equals("advcl"))
                    && (uses.stream()
                                    .anyMatch(use ->
                                            !use.isEmpty() && view.marker(child).equals(use.get(0)))
                            || CONTENT_MARKERS.contains(view.marker(child)));
            if (child > at && (clause || governed)) {
                content.add(view.subtree(child));
            }
        }
        List<Span> rest = Spans.trimmed(view.text(), content);
        return rest.isEmpty() || view.lower(subject.getAsInt()).equals("it")
                ? Optional.empty()
                : Optional.of(new Candidate(
                        view.index(),
                        view.nounPhrase(subject.getAsInt()),
                        view.token(at).span(),
                        CueKind.THINK,
                        Attribution.How.REPORT_VERB,
                        rest,
                        Optional.empty(),
                        "adjective '" + view.lower(at) + "'"));
    }
}
