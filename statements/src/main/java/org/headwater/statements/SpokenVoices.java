package org.headwater.statements;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.headwater.model.Attribution;
import org.headwater.model.Span;
import org.headwater.statements.attribution.AttributedProposition;
import org.headwater.statements.attribution.AttributionIndex;
import org.headwater.statements.attribution.CueKind;
import org.headwater.statements.attribution.Speaker;
import org.headwater.statements.match.Voices;

/** The voices of a text as its attributed propositions tell them, behind the outlet's own. */
final class SpokenVoices implements Voices {
    private final AttributionIndex index;
    private final Attribution outlet;
    private final List<AttributedProposition> claims;

    SpokenVoices(AttributionIndex index, Attribution outlet) {
        this.index = index;
        this.outlet = outlet;
        this.claims = index.propositions().stream()
                .filter(each -> each.kind().isClaim() && !isFirstPerson(each.source()))
                .sorted(Comparator.comparing(AttributedProposition::extent).thenComparing(AttributedProposition::cue))
                .toList();
    }

    @Override
    public Voice at(Span span) {
        List<AttributionIndex.Link> links = index.chainAt(span);
        if (links.isEmpty()) {
            return new Voice(outlet, new Span(0, 0), span, false);
        }
        AttributionIndex.Link last = links.get(links.size() - 1);
        return new Voice(
                chain(links),
                last.speaker().span(),
                span,
                last.kind().filter(CueKind.DENY::equals).isPresent());
    }

    @Override
    public List<Voice> in(Span span) {
        List<Voice> voices = new ArrayList<>();
        for (AttributedProposition claim : claims) {
            Optional<Span> content = claim.content().stream()
                    .filter(part -> part.overlaps(span))
                    .map(part -> new Span(Math.max(part.begin(), span.begin()), Math.min(part.end(), span.end())))
                    .max(Comparator.comparingInt(Span::length));
            if (content.isPresent()) {
                List<AttributionIndex.Link> links = index.chainAt(content.get());
                Attribution chain = links.isEmpty() ? outlet.to(step(claim.source(), claim.how())) : chain(links);
                Speaker source = links.isEmpty()
                        ? claim.source()
                        : links.get(links.size() - 1).speaker();
                voices.add(new Voice(chain, source.span(), content.get(), claim.kind() == CueKind.DENY));
            }
        }
        return voices;
    }

    /** What in the text makes each party after the outlet speak at the span; for people. */
    List<String> reasons(Span span) {
        return index.chainAt(span).stream().map(AttributionIndex.Link::reason).toList();
    }

    private Attribution chain(List<AttributionIndex.Link> links) {
        Attribution chain = outlet;
        for (AttributionIndex.Link link : links) {
            chain = chain.to(step(link.speaker(), link.how()));
        }
        return chain;
    }

    /** A person keeps the own name; the words say in what role. */
    static Attribution.Step step(Speaker speaker, Attribution.How how) {
        return new Attribution.Step(speaker.name(), Optional.empty(), words(speaker), how);
    }

    /** The words here; where they do not name the role, those that do: "FBI Director A. B." for "B." */
    private static String words(Speaker speaker) {
        String role = speaker.role().orElse("");
        if (role.isEmpty() || speaker.text().contains(role)) {
            return speaker.text();
        }
        return role + " " + speaker.name();
    }

    static boolean isFirstPerson(Speaker speaker) {
        return speaker.text().equalsIgnoreCase("I") || speaker.text().equalsIgnoreCase("we");
    }
}
