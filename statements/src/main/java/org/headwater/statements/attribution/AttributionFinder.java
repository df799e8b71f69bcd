package org.headwater.statements.attribution;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.headwater.model.Document;
import org.headwater.model.Span;
import org.headwater.statements.parse.ParsedText;
import org.headwater.statements.parse.Parser;

/**
 * Finds every attributed proposition of a text. English is read by rules over dependencies; Chinese and Spanish by rules
 * over clauses, which need no parser; a text in any other language has none.
 *
 * <p>Safe to share between threads. The same text always gives the same propositions.
 */
public final class AttributionFinder {
    private static final Comparator<Quotations.Quotation> BY_BEGIN =
            Comparator.comparingInt(each -> each.span().begin());

    private final Parser english;
    private final CueLexicon cues = CueLexicon.of("en");

    private AttributionFinder(Parser english) {
        this.english = english;
    }

    /** A finder that parses English with the given parser. */
    public static AttributionFinder of(Parser english) {
        return new AttributionFinder(english);
    }

    /**
     * The attributed propositions of a document, in the order of the text, those inside others among them (see {@link
     * AttributedProposition#depth}).
     */
    public List<AttributedProposition> find(Document document) {
        return index(document).propositions();
    }

    /** The same, ready to be asked who speaks at a span. A document of unknown language is read as English. */
    public AttributionIndex index(Document document) {
        String language = document.primaryLanguage().orElse("en");
        Parser parser = language.equals("en") ? english : Parser.plain();
        return index(ParsedText.of(parser, document.text()), language);
    }

    /**
     * The index of a text that may have been parsed in part already.
     *
     * @param language primary subtag, such as {@code zh}
     */
    public AttributionIndex index(ParsedText text, String language) {
        if (language.equals("en")) {
            return english(text);
        }
        if (PlainRules.knows(language)) {
            List<AttributedProposition> plain = new PlainRules(text, CueLexicon.of(language)).find();
            return AttributionIndex.of(text, withDepths(text, plain), List.of());
        }
        return AttributionIndex.of(text, List.of(), List.of());
    }

    private AttributionIndex english(ParsedText text) {
        CandidateFinder finder = new CandidateFinder(text, cues);
        List<Candidate> candidates = new ArrayList<>(finder.find());
        candidates.sort(Comparator.comparingInt(Candidate::sentence)
                .thenComparing(Candidate::source)
                .thenComparing(Candidate::cue));
        Parties parties = new Parties(cues);
        List<Draft> drafts = new ArrayList<>();
        int next = 0;
        for (int i = 0; i < text.size(); i++) {
            SentenceView view = finder.view(i);
            while (next < candidates.size() && candidates.get(next).sentence() == i) {
                drafts.add(draft(view, candidates.get(next), parties));
                next++;
            }
            parties.read(view, Integer.MAX_VALUE);
        }
        parties.settle();
        List<AttributedProposition> all = withDepths(
                text,
                drafts.stream().map(each -> each.finished(finder.quotations())).toList());
        return AttributionIndex.of(text, all, Discourse.carried(finder, text, all, cues));
    }

    /** A proposition whose speaker's full name and role may still come later in the text. */
    private record Draft(Candidate candidate, Parties.Mention source, Optional<Parties.Mention> carrier) {
        AttributedProposition finished(List<Quotations.Quotation> quotations) {
            Speaker speaker = source.speaker();
            return new AttributedProposition(
                    speaker,
                    candidate.cue(),
                    candidate.kind(),
                    candidate.content(),
                    mode(quotations, candidate.content()),
                    candidate.how(),
                    carrier.map(Parties.Mention::speaker)
                            .filter(each -> !each.name().equals(speaker.name())),
                    0,
                    candidate.rule());
        }
    }

    private Draft draft(SentenceView view, Candidate candidate, Parties parties) {
        boolean speaks = candidate.kind().isClaim() && candidate.kind() != CueKind.THINK;
        Parties.Speaking speaking = speaks ? Parties.Speaking.YES : Parties.Speaking.NO;
        Parties.Mention source = parties.mention(view, candidate.source(), speaking);
        return new Draft(candidate, source, new Carriers(cues).of(view, candidate, parties));
    }

    static Mode mode(List<Quotations.Quotation> quotations, List<Span> content) {
        int shared = 0;
        for (Span span : content) {
            Quotations.Quotation key = new Quotations.Quotation(span, span, true);
            int at = Collections.binarySearch(quotations, key, BY_BEGIN);
            for (int i = Math.max(0, at < 0 ? -at - 2 : at); i < quotations.size(); i++) {
                Span quoted = quotations.get(i).span();
                if (quoted.begin() >= span.end()) {
                    break;
                }
                shared += Spans.shared(List.of(quoted), List.of(span));
            }
        }
        if (shared == 0) {
            return Mode.INDIRECT;
        }
        return shared * 5 >= Spans.size(content) * 4 ? Mode.DIRECT : Mode.MIXED;
    }

    /** In the order of the text, each with the number of propositions whose content its cue stands in. */
    private static List<AttributedProposition> withDepths(ParsedText text, List<AttributedProposition> found) {
        BySentence<AttributedProposition> near = new BySentence<>(text);
        found.forEach(each -> near.file(each, each.content()));
        List<AttributedProposition> all = new ArrayList<>();
        for (AttributedProposition each : found) {
            int depth = (int) near.at(each.cue()).stream()
                    .filter(other -> holds(other, each))
                    .count();
            all.add(each.atDepth(depth));
        }
        all.sort(Comparator.comparing(
                        (AttributedProposition each) -> each.content().get(0))
                .thenComparing(AttributedProposition::cue));
        return List.copyOf(all);
    }

    /** Whether the cue of the inner stands in the content of the outer; of two that hold each other the larger is outer. */
    static boolean holds(AttributedProposition outer, AttributedProposition inner) {
        if (outer.equals(inner) || Spans.shared(outer.content(), List.of(inner.cue())) == 0) {
            return false;
        }
        boolean both = Spans.shared(inner.content(), List.of(outer.cue())) > 0;
        return !both || Spans.size(outer.content()) >= Spans.size(inner.content());
    }
}
