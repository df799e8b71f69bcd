package org.headwater.statements;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.headwater.codebook.Codebook;
import org.headwater.codebook.Kind;
import org.headwater.codebook.gazetteer.Gazetteer;
import org.headwater.model.Attribution;
import org.headwater.model.Document;
import org.headwater.model.EntityKind;
import org.headwater.model.NameMention;
import org.headwater.model.Polarity;
import org.headwater.model.SlotValue;
import org.headwater.model.Span;
import org.headwater.model.Statement;
import org.headwater.model.Status;
import org.headwater.statements.languages.ReadingLevel;
import org.headwater.statements.marks.MarkedSentence;
import org.headwater.statements.marks.PartyMention;
import org.headwater.statements.marks.TermMatch;
import org.headwater.statements.match.Draft;
import org.headwater.statements.match.PatternMatcher;
import org.headwater.statements.match.QualifiedNames;
import org.headwater.statements.match.SlotFiller;
import org.headwater.statements.match.Voices;

/** Turns what patterns found into statements: span, speaker, certainty, id. One for each document. */
final class StatementWriter {
    private final Document document;
    private final Codebook codebook;
    private final Gazetteer gazetteer;
    private final Voices voices;
    private final PatternMatcher matcher;
    private final ReadingLevel level;

    StatementWriter(
            Document document,
            Codebook codebook,
            Gazetteer gazetteer,
            Voices voices,
            PatternMatcher matcher,
            ReadingLevel level) {
        this.level = level;
        this.document = document;
        this.codebook = codebook;
        this.gazetteer = gazetteer;
        this.voices = voices;
        this.matcher = matcher;
    }

    Statement write(Draft draft) {
        Kind kind = codebook.kind(draft.pattern().kind()).orElseThrow();
        Span span = draft.sentence().sentence().span();
        Voices.Voice voice = draft.voice()
                .orElseGet(() ->
                        voices.at(draft.sentence().sentence().token(draft.at()).span()));
        Attribution attribution = attribution(draft, kind, voice);
        Polarity polarity = voice.denied() ? Polarity.DENIES : Polarity.ASSERTS;
        Map<String, SlotValue> slots = named(draft.slots());
        return new Statement(
                Statement.idOf(document.id(), kind.name(), polarity, span, slots),
                document.id(),
                document.file(),
                kind.name(),
                polarity,
                span,
                document.quote(span),
                slots,
                attribution,
                certainty(draft.sentence()),
                Status.PROPOSED,
                draft.pattern().id() + (level == ReadingLevel.SKIMMED ? Statement.SKIMMED : ""));
    }

    /** The words whose speaker is that of the draft. */
    Span spoken(Draft draft) {
        return draft.voice()
                .map(Voices.Voice::content)
                .orElseGet(() -> draft.sentence().sentence().token(draft.at()).span());
    }

    /** Countries known by their code get their names. */
    private Map<String, SlotValue> named(Map<String, SlotValue> slots) {
        Map<String, SlotValue> named = new LinkedHashMap<>();
        slots.forEach((name, value) -> named.put(name, value instanceof SlotValue.Place place ? named(place) : value));
        return named;
    }

    private SlotValue named(SlotValue.Place place) {
        boolean code = place.country().filter(place.name()::equals).isPresent();
        return code
                ? new SlotValue.Place(
                        gazetteer
                                .country(place.name())
                                .map(Gazetteer.Place::name)
                                .orElse(place.name()),
                        place.country(),
                        place.id(),
                        place.text())
                : place;
    }

    private Attribution attribution(Draft draft, Kind kind, Voices.Voice voice) {
        Attribution chain = voice.chain();
        if (!chain.isOutletOnly()) {
            return matcher.party(voice, draft.sentence())
                    .map(party -> withName(withCountry(chain, party), party, voice, draft.sentence()))
                    .orElse(chain);
        }
        if (draft.actor().isPresent()) {
            PartyMention actor = draft.actor().get();
            return chain.to(new Attribution.Step(
                    actor.role().isEmpty() ? SlotFiller.nameOf(actor, gazetteer) : actor.name(),
                    Optional.empty(),
                    actor.role().isEmpty()
                            ? words(draft.sentence(), actor)
                            : QualifiedNames.of(actor, actor.role() + " " + actor.name(), gazetteer),
                    Attribution.How.ACTOR));
        }
        if (kind.carried()) {
            Optional<PartyMention> reporter = matcher.discourse().reporter();
            if (reporter.isPresent()) {
                return chain.to(
                        new Attribution.Step(reporter.get().name(), Optional.empty(), "", Attribution.How.DISCOURSE));
            }
        }
        return chain;
    }

    /**
     * In other languages than English the words taken for the speaker may be more than a name ("informe que la
     * organización X"): the chain with the name of the organisation they hold.
     */
    private static Attribution withName(
            Attribution chain, PartyMention party, Voices.Voice voice, MarkedSentence sentence) {
        boolean english = Set.of("", "en").contains(sentence.sentence().language());
        Attribution.Step last = chain.speaker();
        boolean held = last.name().contains(party.name())
                || (party.words().last() < sentence.size() && voice.source().contains(sentence.span(party.words())));
        if (english || !held || party.isPublic() || last.name().equals(party.name())) {
            return chain;
        }
        List<Attribution.Step> steps = new ArrayList<>(chain.steps());
        steps.set(steps.size() - 1, new Attribution.Step(party.name(), last.entity(), last.text(), last.how()));
        return new Attribution(steps);
    }

    /** The chain with the country of its ultimate speaker said: "Interior Minister A. B." of which country. */
    private Attribution withCountry(Attribution chain, PartyMention party) {
        Attribution.Step last = chain.speaker();
        boolean office = party.country().isPresent() && party.isPublic();
        if (!office) {
            return chain;
        }
        // A person's own name stays as it is; where the party is known by the office alone, the name is the office's.
        boolean person = party.kind() == EntityKind.PERSON
                && (!party.role().isEmpty() || !party.name().contains(last.name()));
        String name = person ? last.name() : QualifiedNames.of(party, last.name(), gazetteer);
        String words = person ? QualifiedNames.of(party, last.text(), gazetteer) : last.text();
        List<Attribution.Step> steps = new ArrayList<>(chain.steps());
        steps.set(steps.size() - 1, new Attribution.Step(name, last.entity(), words, last.how()));
        return new Attribution(steps);
    }

    private String words(MarkedSentence sentence, PartyMention party) {
        return party.words().last() < sentence.size()
                ? sentence.span(party.words()).of(document.text())
                : "";
    }

    private List<String> certainty(MarkedSentence sentence) {
        return codebook.certainty().stream()
                .flatMap(list -> sentence.terms(list).stream())
                .map(TermMatch::words)
                .map(words -> sentence.span(words).of(document.text()).toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
    }

    /** The names of parties in a sentence; places are not names of parties. */
    List<NameMention> names(MarkedSentence sentence) {
        List<NameMention> names = new ArrayList<>();
        Span last = new Span(0, 0);
        for (PartyMention party : sentence.parties()) {
            boolean named = !party.isPronoun(sentence)
                    && party.standing() != PartyMention.Standing.COUNTRY
                    && isName(party.name());
            Span span = sentence.span(party.words());
            if (named && !span.equals(last) && !matcher.discourse().isThing(party.name())) {
                names.add(new NameMention(document.id(), span, party.name(), kindOf(party), party.role()));
                last = span;
            }
        }
        return names;
    }

    private static EntityKind kindOf(PartyMention party) {
        return party.kind();
    }

    private static boolean isName(String name) {
        return name.codePoints().anyMatch(Character::isUpperCase)
                || name.codePoints().anyMatch(Character::isIdeographic);
    }
}
