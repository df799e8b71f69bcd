package org.headwater.statements.attribution;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.headwater.model.Attribution;
import org.headwater.model.Span;
import org.headwater.statements.attribution.Discourse.Carried;
import org.headwater.statements.parse.ParsedText;

/**
 * The attributed propositions of one text, and the chain of speakers that applies at any of its spans. Immutable and safe
 * to share between threads.
 */
public final class AttributionIndex {
    private final int length;
    private final List<AttributedProposition> propositions;
    private final BySentence<AttributedProposition> near;
    private final BySentence<Carried> carried;

    private AttributionIndex(ParsedText text, List<AttributedProposition> propositions, List<Carried> carried) {
        this.length = text.text().length();
        this.propositions = List.copyOf(propositions);
        this.near = new BySentence<>(text);
        this.propositions.forEach(each -> near.file(each, each.content()));
        this.carried = new BySentence<>(text);
        carried.forEach(each -> this.carried.file(each, List.of(each.span())));
    }

    static AttributionIndex of(ParsedText text, List<AttributedProposition> propositions, List<Carried> carried) {
        return new AttributionIndex(text, propositions, carried);
    }

    /**
     * One speaker of a chain.
     *
     * @param speaker who
     * @param how how the text says that it speaks
     * @param kind what it does with the content; empty for a carrier
     * @param reason which rule and which resolution of the name led here, for a person to judge
     */
    public record Link(Speaker speaker, Attribution.How how, Optional<CueKind> kind, String reason) {
        /** As a step of an attribution; its name is that of the party answerable, so of a spokesperson's body. */
        public Attribution.Step step() {
            return new Attribution.Step(speaker.party(), Optional.empty(), speaker.text(), how);
        }
    }

    /** All propositions, in the order of the text. */
    public List<AttributedProposition> propositions() {
        return propositions;
    }

    /** Those that stand in no other's content. */
    public List<AttributedProposition> outermost() {
        return propositions.stream().filter(each -> each.depth() == 0).toList();
    }

    /**
     * Who speaks at a span, outermost first; empty where only the outlet does. Only claims count: that somebody wants,
     * plans or praises something makes them no source of it. Where no words at the span name a speaker, the sentences
     * around it may ({@link Attribution.How#DISCOURSE}).
     *
     * <p>Ask for the words of the claim itself; for a whole sentence the chain is that of the proposition that fills most
     * of it.
     *
     * @throws IllegalArgumentException if the span does not lie inside the text
     */
    public List<Link> chainAt(Span span) {
        if (span.end() > length) {
            throw new IllegalArgumentException("Cannot attribute span " + span.begin() + "–" + span.end()
                    + ": the text has only " + length + " units");
        }
        List<AttributedProposition> holding = near.at(span).stream()
                .filter(each -> each.kind().isClaim() && !isFirstPerson(each.source()) && applies(each, span))
                .sorted(Comparator.comparingInt(AttributedProposition::depth)
                        .thenComparing(each -> -Spans.size(each.content())))
                .toList();
        List<Link> chain = new ArrayList<>();
        for (AttributedProposition each : holding) {
            each.carrier()
                    .ifPresent(carrier -> add(
                            chain,
                            new Link(carrier, Attribution.How.TOLD, Optional.empty(), "told to; " + carrier.reason())));
            add(
                    chain,
                    new Link(
                            each.source(),
                            each.how(),
                            Optional.of(each.kind()),
                            each.reason() + "; " + each.source().reason()));
        }
        if (chain.isEmpty()) {
            carried.at(span).stream().findFirst().ifPresent(each -> chain.add(each.link()));
        }
        return List.copyOf(chain);
    }

    /** An attribution with the speakers at the span after it: that of the outlet, as a rule. */
    public Attribution attributionAt(Span span, Attribution outlet) {
        Attribution chain = outlet;
        for (Link link : chainAt(span)) {
            chain = chain.to(link.step());
        }
        return chain;
    }

    /** A party that speaks twice in a row speaks once. */
    private static void add(List<Link> chain, Link link) {
        boolean repeated = !chain.isEmpty()
                && chain.get(chain.size() - 1)
                        .speaker()
                        .party()
                        .equals(link.speaker().party());
        if (repeated) {
            chain.remove(chain.size() - 1);
        }
        chain.add(link);
    }

    /** Most of the span is content; or the span is a sentence, and what is said in it and who says it make up most of it. */
    private static boolean applies(AttributedProposition proposition, Span span) {
        int inside = Spans.shared(proposition.content(), List.of(span));
        if (inside * 2 >= Math.max(1, span.length())) {
            return true;
        }
        if (inside == 0 || !span.contains(proposition.cue()) || proposition.depth() > 0) {
            return false;
        }
        Span whole = proposition
                .extent()
                .cover(proposition.cue())
                .cover(proposition.source().span());
        int all = Spans.shared(List.of(whole), List.of(span));
        return all * 2 >= span.length() && inside * 5 >= span.length();
    }

    /** "I" and "we" outside quotations are the outlet itself. */
    private static boolean isFirstPerson(Speaker speaker) {
        return speaker.text().equalsIgnoreCase("I") || speaker.text().equalsIgnoreCase("we");
    }
}
