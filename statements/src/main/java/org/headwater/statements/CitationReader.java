package org.headwater.statements;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.headwater.codebook.gazetteer.Gazetteer;
import org.headwater.model.Attribution;
import org.headwater.model.Citation;
import org.headwater.model.Document;
import org.headwater.model.EntityKind;
import org.headwater.model.Span;
import org.headwater.statements.attribution.AttributedProposition;
import org.headwater.statements.attribution.AttributionIndex;
import org.headwater.statements.attribution.CueKind;
import org.headwater.statements.attribution.Speaker;
import org.headwater.statements.marks.MarkedSentence;
import org.headwater.statements.marks.PartyMention;
import org.headwater.statements.match.QualifiedNames;

/**
 * Reads whom a document gives as its sources, whatever they say: every party that puts something forward, each of several
 * that do so together, and those that are quoted through another. One for each document.
 */
final class CitationReader {
    /** A name: capitals, with small words between them. */
    private static final String NAME = "\\p{Lu}[\\p{L}\\p{N}.&\u2019'-]*"
            + "(?:\\s+(?:(?:of|the|de|del|la|les|des|di|da|el|al|for|y|et)\\s+){0,2}\\p{Lu}[\\p{L}\\p{N}.&\u2019'-]*)*";

    private static final Pattern QUOTED_THROUGH =
            Pattern.compile("(?U)\\b(?:quot|cit)(?:ed|es|e|ing)\\s+(?:the\\s+)?(" + NAME
                    + "(?:\\s+(?:state|local|official|national)?\\s*(?:media|television|radio|news\\s+agency|newspapers?|press))?)"
                    + "\\s+as\\s+(?:say|stat|report|tell|claim|describ)ing\\b");
    private static final Pattern LISTENER = Pattern.compile("(?U)^\\s+(?:the\\s+)?(" + NAME + ")");
    /** "the Chinese Department of …": the part of an outlet that was spoken to is the outlet. */
    private static final Pattern PART_OF_OUTLET =
            Pattern.compile("(?U)^\\p{Lu}\\p{L}+\\s+(?:Department|Service|Section|Desk|Edition)\\s+of\\s+(?:the\\s+)?");

    private static final Pattern TOGETHER = Pattern.compile("(?U)\\s*,\\s*(?:and\\s+|as\\s+well\\s+as\\s+)?(?:the\\s+)?"
            + "|\\s+(?:and|as\\s+well\\s+as|along\\s+with|y|e|et|und)\\s+(?:the\\s+|el\\s+|la\\s+)?");
    /** Words that tell a name to be that of an organisation. */
    private static final Pattern SORT = Pattern.compile(
            "(?iu)\\b(?:news\\w*|magazine|broadcaster|radio|television|channel|agency|group|organi[sz]ation"
                    + "|website|ngo|charity|company|bureau|institute|university|ministr\\w+|government|police|court)\\b");

    private static final Pattern NAMES = Pattern.compile("(?U)" + NAME);

    private final Document document;
    private final Attribution outlet;
    private final Gazetteer gazetteer;
    /** The parties of the sentences that were read, by where they stand. */
    private final TreeMap<Span, PartyMention> parties = new TreeMap<>();

    CitationReader(Document document, Attribution outlet, Gazetteer gazetteer) {
        this.document = document;
        this.outlet = outlet;
        this.gazetteer = gazetteer;
    }

    /** Learns which parties a sentence names, so that a country that speaks is its government. */
    void learn(MarkedSentence sentence) {
        sentence.parties().stream()
                .filter(party -> party.words().last() < sentence.size())
                .forEach(party -> parties.putIfAbsent(sentence.span(party.words()), party));
    }

    List<Citation> read(AttributionIndex index) {
        List<Citation> citations = new ArrayList<>();
        for (AttributedProposition each : index.propositions()) {
            if (isSource(each)) {
                List<Citation> together = together(each);
                citations.addAll(together.size() > 1 ? together : List.of(citation(each, index)));
            }
        }
        citations.addAll(quotedThrough(index));
        citations.sort(Comparator.comparing(Citation::span)
                .thenComparing(citation -> citation.attribution().steps().size())
                .thenComparing(citation -> citation.attribution().speaker().name()));
        return citations.stream().distinct().toList();
    }

    private static boolean isSource(AttributedProposition each) {
        boolean claims = each.kind().isClaim() && each.kind() != CueKind.THINK;
        boolean shown = each.kind() == CueKind.SHOW && each.depth() > 0;
        return claims && !shown && !SpokenVoices.isFirstPerson(each.source());
    }

    private Citation citation(AttributedProposition each, AttributionIndex index) {
        List<AttributionIndex.Link> links = index.chainAt(each.content().get(0));
        boolean whole = !links.isEmpty()
                && links.get(links.size() - 1)
                        .speaker()
                        .span()
                        .equals(each.source().span());
        Attribution chain = outlet;
        Set<String> persons = new TreeSet<>();
        if (whole) {
            for (AttributionIndex.Link link : links.subList(0, links.size() - 1)) {
                chain = chain.to(step(link.speaker(), link.how()));
                mayBePerson(link.speaker(), persons);
            }
        }
        Optional<String> listener = each.carrier().isPresent() ? Optional.empty() : listener(each);
        if (listener.isPresent()) {
            chain = chain.to(new Attribution.Step(
                    listener.get(), Optional.empty(), "told " + listener.get(), Attribution.How.TOLD));
            persons.add(listener.get());
        }
        chain = chain.to(step(each.source(), each.how()));
        mayBePerson(each.source(), persons);
        return new Citation(document.id(), each.extent(), chain, each.source().body(), List.copyOf(persons));
    }

    private static void mayBePerson(Speaker speaker, Set<String> persons) {
        if (speaker.kind().map(kind -> kind == EntityKind.PERSON).orElse(true)) {
            persons.add(speaker.name());
            persons.add(speaker.text());
        }
    }

    /** The speaker as a step, a country under the name of its government and an office with its country. */
    private Attribution.Step step(Speaker speaker, Attribution.How how) {
        Attribution.Step step = SpokenVoices.step(speaker, how);
        Optional<PartyMention> party = within(speaker.span())
                .filter(each -> each.isPublic() && each.country().isPresent())
                .findFirst();
        if (party.isEmpty()) {
            return step;
        }
        boolean person =
                party.get().kind() == EntityKind.PERSON && !party.get().role().isEmpty();
        return person
                ? new Attribution.Step(
                        step.name(), step.entity(), QualifiedNames.of(party.get(), step.text(), gazetteer), how)
                : new Attribution.Step(
                        QualifiedNames.of(party.get(), step.name(), gazetteer), step.entity(), step.text(), how);
    }

    private String qualified(String name, Span source) {
        return within(source)
                .filter(each -> each.isPublic()
                        && (each.name().equals(name) || each.name().endsWith(" " + name)))
                .findFirst()
                .map(each -> QualifiedNames.of(each, name, gazetteer))
                .orElse(name);
    }

    private Stream<PartyMention> within(Span source) {
        return parties.entrySet().stream()
                .filter(each -> source.contains(each.getKey()))
                .map(Map.Entry::getValue);
    }

    /** Whom the speaker told it, where that is a name. */
    private Optional<String> listener(AttributedProposition each) {
        if (each.kind() != CueKind.TELL) {
            return Optional.empty();
        }
        Matcher matcher = LISTENER.matcher(document.text().substring(each.cue().end()));
        return matcher.find()
                ? Optional.of(PART_OF_OUTLET.matcher(plain(matcher.group(1))).replaceFirst(""))
                : Optional.empty();
    }

    /** Each of several sources that are named together, such as the newsrooms of "investigations by A, B and C". */
    private List<Citation> together(AttributedProposition each) {
        String words = each.source().text();
        List<String> parts = TOGETHER.splitAsStream(words).toList();
        List<Citation> citations = new ArrayList<>();
        boolean oneName =
                parts.size() == 2 && parts.get(0).matches("(?s).*\\b(?:of|for)\\s.*") && isSingleWord(parts.get(1));
        if (parts.size() < 2 || oneName || each.source().body().isPresent()) {
            return citations;
        }
        for (String part : parts) {
            lastName(part)
                    .ifPresent(name -> citations.add(new Citation(
                            document.id(),
                            each.extent(),
                            outlet.to(new Attribution.Step(
                                    qualified(name, each.source().span()), Optional.empty(), part.strip(), each.how())),
                            Optional.empty(),
                            SORT.matcher(part).find() ? List.of() : List.of(name))));
        }
        return citations;
    }

    private static boolean isSingleWord(String part) {
        return !part.strip().contains(" ");
    }

    /** The last name of the words: "the Spanish newspaper El Correo" is El Correo. */
    private static Optional<String> lastName(String words) {
        Optional<String> last = Optional.empty();
        Matcher matcher = NAMES.matcher(words);
        while (matcher.find()) {
            last = Optional.of(plain(matcher.group()));
        }
        return last.filter(name -> name.length() > 1);
    }

    private List<Citation> quotedThrough(AttributionIndex index) {
        List<Citation> citations = new ArrayList<>();
        Matcher matcher = QUOTED_THROUGH.matcher(document.text());
        while (matcher.find()) {
            Span span = new Span(matcher.start(), matcher.end());
            Attribution chain = outlet;
            Set<String> persons = new TreeSet<>();
            for (AttributionIndex.Link link : index.chainAt(new Span(matcher.start(1), matcher.end(1)))) {
                chain = chain.to(step(link.speaker(), link.how()));
                mayBePerson(link.speaker(), persons);
            }
            String name = plain(matcher.group(1));
            persons.add(name);
            chain = chain.to(new Attribution.Step(name, Optional.empty(), name, Attribution.How.REPORT_VERB));
            citations.add(new Citation(document.id(), span, chain, Optional.empty(), List.copyOf(persons)));
        }
        return citations;
    }

    private static String plain(String name) {
        return name.replaceAll("(?U)\\s+", " ")
                .replaceAll("['\u2019-]+$|(?<=\\p{L}{3})\\.$", "")
                .strip();
    }
}
