package org.headwater.statements.attribution;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.headwater.model.Attribution;
import org.headwater.model.Span;
import org.headwater.statements.attribution.CueLexicon.Frame;
import org.headwater.statements.attribution.Quotations.Quotation;

/**
 * Finds the verb beside a quotation, whatever the parser makes of a sentence with quotation marks in it: the one that
 * only its speaker, punctuation and a few words keep from the quotation.
 */
final class QuoteRules {
    private static final int LONGEST_GAP = 60;

    private final CueLexicon lexicon;

    QuoteRules(CueLexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** A verb of saying with its speaker in one sentence. */
    private record Speech(SentenceView view, int verb, Span source, Span group) {}

    /** Candidates for the quotations that touch the sentence, keyed by quotation. */
    Map<Quotation, Candidate> find(SentenceView view) {
        Map<Quotation, Candidate> found = new HashMap<>();
        List<Speech> speeches = speeches(view);
        for (Quotation quotation : view.quotations()) {
            Optional<Speech> nearest = Optional.empty();
            int best = Integer.MAX_VALUE;
            for (Speech speech : speeches) {
                int distance = distance(speech, quotation);
                if (distance < best) {
                    best = distance;
                    nearest = Optional.of(speech);
                }
            }
            nearest.ifPresent(speech -> found.put(quotation, candidate(speech, quotation)));
        }
        return found;
    }

    private static Candidate candidate(Speech speech, Quotation quotation) {
        SentenceView view = speech.view();
        return new Candidate(
                view.index(),
                speech.source(),
                view.token(speech.verb()).span(),
                CueKind.SAY,
                Attribution.How.QUOTATION,
                List.of(quotation.span()),
                Optional.empty(),
                "quotation beside verb '" + view.token(speech.verb()).lemma() + "'");
    }

    private List<Speech> speeches(SentenceView view) {
        List<Speech> speeches = new ArrayList<>();
        for (int verb : view.verbs()) {
            boolean quotes = lexicon.verb(view.token(verb).lemma()).stream()
                    .anyMatch(entry ->
                            entry.frames().contains(Frame.QUOTE) && ClauseRules.hasParticles(view, verb, entry));
            // "The “post” in the north has been ordered to close": who is ordered says nothing.
            boolean passive = view.sentence().child(verb, "aux:pass").isPresent()
                    && lexicon.isVerb(view.token(verb).lemma(), CueKind.ASK);
            if (!quotes || passive || view.sentence().relation(verb).equals("amod")) {
                continue;
            }
            source(view, verb)
                    .ifPresent(source -> speeches.add(new Speech(
                            view, verb, source, source.cover(view.token(verb).span()))));
        }
        return speeches;
    }

    private static Optional<Span> source(SentenceView view, int verb) {
        Optional<Span> near = view.token(verb).tagged("VBD") || view.token(verb).tagged("VBZ")
                ? Chunks.before(view, verb)
                : Optional.empty();
        OptionalInt subject = view.subject(verb);
        if (near.isPresent()
                && (subject.isEmpty()
                        || (subject.getAsInt() < verb
                                && !near.get().overlaps(view.sentence().subtree(subject.getAsInt()))))) {
            return near;
        }
        if (subject.isPresent() && !view.isQuoted(subject.getAsInt()) && subject.getAsInt() != verb) {
            return Optional.of(view.nounPhrase(subject.getAsInt()));
        }
        return neighbour(view, verb);
    }

    /** The noun phrase that touches the verb, where the parser names no subject. */
    private static Optional<Span> neighbour(SentenceView view, int verb) {
        int after = verb + 1;
        if (after < view.size() && startsPhrase(view, after)) {
            int last = after;
            while (last + 1 < view.size() && continuesPhrase(view, last + 1)) {
                last++;
            }
            return Optional.of(
                    new Span(view.token(after).begin(), view.token(last).end()));
        }
        int before = verb - 1;
        while (before >= 0
                && (view.token(before).tagged("RB") || view.token(before).tagged("MD") || view.isVerb(before))) {
            before--;
        }
        if (before >= 0 && view.isNominal(before) && !view.isQuoted(before)) {
            return Optional.of(view.nounPhrase(before));
        }
        return beforeApposition(view, verb);
    }

    /** "“…,” A. B., the director of the centre, said": the name between the quotation and what describes it. */
    private static Optional<Span> beforeApposition(SentenceView view, int verb) {
        if (verb < 3 || !view.lower(verb - 1).equals(",")) {
            return Optional.empty();
        }
        int first = verb - 1;
        while (first > 0 && !view.isQuoted(first - 1) && !isMark(view, first - 1)) {
            first--;
            if (view.isVerb(first)
                    && !view.token(first).tagged("VBN")
                    && !view.token(first).tagged("VBG")) {
                return Optional.empty();
            }
        }
        int last = first;
        while (last + 1 < verb && continuesPhrase(view, last + 1)) {
            last++;
        }
        return first > 0 && startsPhrase(view, first) && view.lower(last + 1).equals(",")
                ? Optional.of(
                        new Span(view.token(first).begin(), view.token(last).end()))
                : Optional.empty();
    }

    private static boolean isMark(SentenceView view, int at) {
        return view.token(at).tag().equals("''") || view.token(at).tag().equals("``");
    }

    private static boolean startsPhrase(SentenceView view, int at) {
        String tag = view.token(at).tag();
        return !view.isQuoted(at)
                && (tag.startsWith("NNP")
                        || tag.equals("DT")
                        || tag.equals("PRP")
                        || tag.equals("NN")
                        || tag.equals("NNS")
                        || tag.equals("JJ"));
    }

    private static boolean continuesPhrase(SentenceView view, int at) {
        String tag = view.token(at).tag();
        return !view.isQuoted(at)
                && (tag.startsWith("NN")
                        || tag.equals("JJ")
                        || tag.equals("POS")
                        || tag.equals("IN")
                        || tag.equals("DT")
                        || tag.equals("HYPH"));
    }

    /** How far the verb with its speaker stands from the quotation; very far if something else stands between. */
    private int distance(Speech speech, Quotation quotation) {
        SentenceView view = speech.view();
        Span group = speech.group();
        Span quote = quotation.span();
        if (group.overlaps(quote)) {
            return Integer.MAX_VALUE;
        }
        if (quote.end() <= group.begin()) {
            String gap = view.text().substring(quote.end(), group.begin());
            return gap.length() <= LONGEST_GAP && isPlain(gap) ? gap.strip().length() : Integer.MAX_VALUE;
        }
        int from = Math.min(group.end(), quote.begin());
        String gap = view.text().substring(from, quote.begin()).strip();
        boolean introduces = gap.isEmpty()
                || isAddressee(view, speech, from, quote.begin())
                || gap.endsWith(",")
                || gap.endsWith(":")
                || gap.endsWith("：")
                || gap.endsWith("，");
        boolean near = gap.length() <= 2 * LONGEST_GAP && !anotherVerb(view, from, quote.begin());
        return introduces && near ? 1 + gap.length() : Integer.MAX_VALUE;
    }

    /** Whether only whom the speaker asked or told stands between: "asked the crowd “…”". */
    private boolean isAddressee(SentenceView view, Speech speech, int from, int to) {
        boolean addresses = lexicon.isVerb(view.token(speech.verb()).lemma(), CueKind.TELL)
                || lexicon.isVerb(view.token(speech.verb()).lemma(), CueKind.ASK);
        return addresses
                && view.sentence().children(speech.verb(), "obj").stream()
                        .map(view::nounPhrase)
                        .anyMatch(object -> object.begin() >= from && object.end() + 1 >= to);
    }

    /** Whether the words between quotation and speaker are no clause of their own. */
    private static boolean isPlain(String gap) {
        return gap.indexOf('.') < 0
                && gap.indexOf('?') < 0
                && gap.indexOf(';') < 0
                && gap.strip().split("\\s+", -1).length <= 7;
    }

    private static boolean anotherVerb(SentenceView view, int from, int to) {
        for (int verb : view.verbs()) {
            if (view.token(verb).begin() >= from
                    && view.token(verb).end() <= to
                    && view.sentence().child(verb, "nsubj").isPresent()) {
                return true;
            }
        }
        return false;
    }
}
