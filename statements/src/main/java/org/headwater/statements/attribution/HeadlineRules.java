package org.headwater.statements.attribution;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.headwater.model.Attribution;
import org.headwater.model.Span;
import org.headwater.statements.attribution.Quotations.Quotation;

/** Speakers set off by a colon: "Ministry: port is safe", "Port is unsafe: report", "The mayor put it this way: “…”". */
final class HeadlineRules {
    private static final int LONGEST_NAME = 8;
    private static final int SHORTEST_CONTENT = 3;

    private final CueLexicon lexicon;

    HeadlineRules(CueLexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** The attribution that a colon of the sentence makes, if any. */
    Optional<Candidate> find(SentenceView view) {
        for (int i = 1; i < view.size(); i++) {
            if (view.token(i).word().equals(":") && !view.isQuoted(i)) {
                Optional<Quotation> quotation = quotationAfter(view, i);
                if (quotation.isPresent()) {
                    return introduced(view, i, quotation.get());
                }
                return headline(view, i);
            }
        }
        return Optional.empty();
    }

    private static Optional<Quotation> quotationAfter(SentenceView view, int colon) {
        int end = view.token(colon).end();
        return view.quotations().stream()
                .filter(each -> each.span().begin() >= end && each.span().begin() - end <= 4)
                .filter(each -> view.text().substring(end, each.span().begin()).isBlank())
                .findFirst();
    }

    private static Optional<Candidate> introduced(SentenceView view, int colon, Quotation quotation) {
        Optional<Span> source = isName(view, 0, colon - 1)
                ? Optional.of(span(view, 0, colon - 1))
                : nameBefore(view, colon).or(() -> subject(view, colon));
        return source.map(words -> new Candidate(
                view.index(),
                words,
                view.token(colon).span(),
                CueKind.SAY,
                Attribution.How.QUOTATION,
                List.of(quotation.span()),
                Optional.empty(),
                "quotation after a colon"));
    }

    /** "More from Lund and Orr: “…”", "A new count — Ida Lund: “…”": the name that touches the colon and stands alone. */
    private static Optional<Span> nameBefore(SentenceView view, int colon) {
        int first = colon;
        while (first > 0 && isNamePart(view, first - 1, first == colon)) {
            first--;
        }
        boolean alone = first > 0
                && (view.token(first - 1).isPunctuation()
                        || view.token(first - 1).tag().equals("IN"));
        return first < colon && alone ? Optional.of(span(view, first, colon - 1)) : Optional.empty();
    }

    private static boolean isNamePart(SentenceView view, int at, boolean last) {
        boolean joins =
                view.lower(at).equals("and") && at > 0 && view.token(at - 1).tagged("NNP");
        return !view.isQuoted(at) && (view.token(at).tagged("NNP") || (joins && !last));
    }

    private static Optional<Span> subject(SentenceView view, int colon) {
        OptionalInt root = view.sentence().root();
        if (root.isEmpty() || root.getAsInt() > colon) {
            return Optional.empty();
        }
        int head = root.getAsInt();
        OptionalInt subject =
                view.isVerb(head) ? view.subject(head) : view.sentence().child(head, "nsubj");
        if (subject.isPresent() && !view.isQuoted(subject.getAsInt()) && view.isNominal(subject.getAsInt())) {
            return Optional.of(view.nounPhrase(subject.getAsInt()));
        }
        return Optional.empty();
    }

    private Optional<Candidate> headline(SentenceView view, int colon) {
        int last = view.size() - 1;
        boolean title = view.index() == 0
                || (view.index() <= 2 && !view.token(last).word().equals("."));
        boolean transcript = isAllCapitals(view, colon);
        if (last - colon >= SHORTEST_CONTENT && isName(view, 0, colon - 1) && (title || transcript)) {
            return Optional.of(candidate(
                    view,
                    colon,
                    span(view, 0, colon - 1),
                    view.after(view.token(colon).end())));
        }
        if (title && last - colon <= 4 && colon >= SHORTEST_CONTENT && isSpeaker(view, last)) {
            return Optional.of(candidate(
                    view,
                    colon,
                    span(view, colon + 1, last),
                    view.before(view.token(colon).begin())));
        }
        return Optional.empty();
    }

    private boolean isSpeaker(SentenceView view, int at) {
        String lemma = view.lower(at);
        return lexicon.isListed("publication", lemma)
                || lexicon.isListed("organisation", lemma)
                || lexicon.isListed("person", lemma)
                || lexicon.isListed("speaks-for", lemma)
                || view.token(at).tagged("NNP");
    }

    private static Candidate candidate(SentenceView view, int colon, Span source, Span content) {
        return new Candidate(
                view.index(),
                source,
                view.token(colon).span(),
                CueKind.SAY,
                Attribution.How.REPORT_VERB,
                Spans.trimmed(view.text(), List.of(content)),
                Optional.empty(),
                "speaker before or after a colon");
    }

    private static boolean isName(SentenceView view, int first, int last) {
        if (last - first >= LONGEST_NAME || last < first) {
            return false;
        }
        boolean noun = false;
        for (int i = first; i <= last; i++) {
            String tag = view.token(i).tag();
            if (view.isQuoted(i)
                    || tag.startsWith("VB")
                    || tag.startsWith("W")
                    || tag.equals("MD")
                    || tag.equals("RB")
                    || (tag.equals("IN") && i == first)) {
                return false;
            }
            noun |= tag.startsWith("NN");
        }
        return noun && view.isNominal(last);
    }

    private static boolean isAllCapitals(SentenceView view, int colon) {
        String name = span(view, 0, colon - 1).of(view.text());
        return name.length() >= 3
                && name.equals(name.toUpperCase(java.util.Locale.ROOT))
                && name.codePoints().anyMatch(Character::isLetter);
    }

    private static Span span(SentenceView view, int first, int last) {
        return new Span(view.token(first).begin(), view.token(last).end());
    }
}
