package org.headwater.statements.match;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.headwater.codebook.Codebook;
import org.headwater.codebook.Fill;
import org.headwater.codebook.Kind;
import org.headwater.codebook.Pattern;
import org.headwater.codebook.Role;
import org.headwater.codebook.Slot;
import org.headwater.codebook.SlotType;
import org.headwater.codebook.gazetteer.Gazetteer;
import org.headwater.model.SlotValue;
import org.headwater.statements.marks.MarkedSentence;
import org.headwater.statements.marks.PartyMention;
import org.headwater.statements.marks.PlaceMention;
import org.headwater.statements.marks.Sides;
import org.headwater.statements.marks.TermMatch;
import org.headwater.statements.marks.Words;

/** Tries a codebook's patterns on the sentences of one document, in order. Not thread-safe. */
public final class PatternMatcher {
    private final Codebook codebook;
    private final Gazetteer gazetteer;
    private final String text;
    private final Voices voices;
    private final Discourse discourse;
    private final Conditions conditions;
    private final SlotFiller filler;
    private final Set<String> anchors;
    private final Trials trials;

    private PatternMatcher(
            Codebook codebook, Gazetteer gazetteer, String text, Voices voices, Optional<Consumer<Trial>> watcher) {
        this.codebook = codebook;
        this.gazetteer = gazetteer;
        this.text = text;
        this.voices = voices;
        this.discourse = Discourse.of(codebook);
        this.conditions = new Conditions(Sides.of(codebook), discourse);
        this.filler = new SlotFiller(codebook, gazetteer, discourse, text);
        this.trials = new Trials(conditions, filler, text, watcher);
        this.anchors = codebook.kinds().stream()
                .flatMap(kind -> filler.anchors(kind.name()).stream())
                .collect(Collectors.toSet());
    }

    /** A matcher for one document. */
    public static PatternMatcher of(Codebook codebook, Gazetteer gazetteer, String text, Voices voices) {
        return new PatternMatcher(codebook, gazetteer, text, voices, Optional.empty());
    }

    /** The same, telling the watcher of each pattern that is tried what came of it. */
    public PatternMatcher watchedBy(Consumer<Trial> watcher) {
        return new PatternMatcher(codebook, gazetteer, text, voices, Optional.of(watcher));
    }

    /** What has been spoken about up to the last sentence tried. */
    public Discourse discourse() {
        return discourse;
    }

    /** Takes note of all sentences of the text, before the first is matched. */
    public void open(List<MarkedSentence> sentences) {
        discourse.open(sentences);
    }

    /** What the patterns find in the next sentence. Sentences must come in the order of the text. */
    public List<Draft> match(MarkedSentence next) {
        MarkedSentence sentence = discourse.resolve(next);
        List<Draft> drafts = new ArrayList<>();
        for (Pattern pattern : codebook.patterns()) {
            if (pattern.onSpeech()) {
                drafts.addAll(onSpeech(pattern, sentence));
            } else {
                drafts.addAll(onTerms(pattern, sentence));
            }
        }
        List<Draft> kept = distinct(yielded(drafts));
        discourse.noteNames(sentence, text);
        discourse.pass(sentence, placesOf(kept));
        noteReporters(sentence, kept);
        return Draft.withActors(kept);
    }

    private List<PlaceMention> placesOf(List<Draft> drafts) {
        List<PlaceMention> places = new ArrayList<>();
        for (Draft draft : drafts) {
            for (SlotValue value : draft.slots().values()) {
                if (value instanceof SlotValue.Place place
                        && draft.pattern().each().isPresent()
                        && isAnchored(draft.pattern())) {
                    draft.sentence().places().stream()
                            .filter(each ->
                                    place.id().filter(each.place().id()::equals).isPresent())
                            .forEach(places::add);
                }
            }
        }
        return places;
    }

    private boolean isAnchored(Pattern pattern) {
        return pattern.trigger().stream().anyMatch(anchors::contains);
    }

    /** Who reports on the subject: the organisation that publishes, or that a sentence on it is attributed to. */
    private void noteReporters(MarkedSentence sentence, List<Draft> drafts) {
        for (Draft draft : drafts) {
            // A host that a sentence names reports nothing.
            draft.pattern().fills().stream()
                    .filter(fill -> fill.side() == Fill.Side.PRIVATE)
                    .flatMap(fill -> Optional.ofNullable(draft.slots().get(fill.slot())).stream())
                    .filter(SlotValue.Party.class::isInstance)
                    .map(SlotFiller::nameOf)
                    .flatMap(name -> discourse.party(name).stream())
                    .forEach(discourse::reported);
        }
        if (discourse.isAbout(codebook.topics(), sentence)) {
            for (Voices.Voice voice : voices.in(sentence.sentence().span())) {
                party(voice, sentence).ifPresent(discourse::reported);
            }
        }
    }

    /** The party that a voice is, from its words in this sentence or from what was named before. */
    public Optional<PartyMention> party(Voices.Voice voice, MarkedSentence sentence) {
        Optional<PartyMention> here = sentence.parties().stream()
                .filter(party -> !party.isPronoun(sentence) && !party.isOwner(sentence))
                .filter(party -> sentence.span(party.words()).overlaps(voice.source()))
                .reduce((first, second) -> second.isPublic() && !first.isPublic() ? second : first);
        if (here.isPresent() && here.get().isPublic()) {
            return here;
        }
        return discourse.party(voice.chain().speaker().name()).or(() -> here);
    }

    // ---- trying patterns

    private List<Draft> onSpeech(Pattern pattern, MarkedSentence sentence) {
        List<Draft> drafts = new ArrayList<>();
        for (Voices.Voice voice : voices.in(sentence.sentence().span())) {
            List<Integer> content = sentence.sentence().within(voice.content());
            Optional<PartyMention> speaker = party(voice, sentence);
            boolean says = content.stream().anyMatch(word -> sentence.tag(word).startsWith("VB"))
                    || !sentence.sentence().isParsed();
            if (content.isEmpty() || !says || speaker.isEmpty()) {
                continue;
            }
            Roles roles = new Roles(sentence, new Words(content.get(0), content.get(0)), content.get(0));
            List<Draft> found =
                    holds(pattern, roles, speaker) ? drafts(pattern, roles, speaker, Optional.of(voice)) : List.of();
            found.forEach(draft -> drafts.add(withContent(draft, voice)));
            trials.tried(pattern, roles, speaker, found);
        }
        return drafts;
    }

    private Draft withContent(Draft draft, Voices.Voice voice) {
        Kind kind = codebook.kind(draft.pattern().kind()).orElseThrow();
        Map<String, SlotValue> slots = new LinkedHashMap<>(draft.slots());
        for (Fill fill : draft.pattern().fills()) {
            boolean words = kind.slot(fill.slot())
                    .filter(slot -> slot.type() == SlotType.TEXT)
                    .isPresent();
            String said = voice.content().of(text).replaceAll("^[\\s“”\",:]+|[\\s“”\",.]+$", "");
            if (words && !said.isBlank()) {
                slots.put(fill.slot(), new SlotValue.Word(said, said));
            }
        }
        return draft.withSlots(slots);
    }

    private List<Draft> onTerms(Pattern pattern, MarkedSentence sentence) {
        List<Draft> drafts = new ArrayList<>();
        Set<Integer> tried = new HashSet<>();
        for (TermMatch match : sentence.terms()) {
            if (!pattern.trigger().contains(match.list()) || !tried.add(match.head())) {
                continue;
            }
            Roles roles = new Roles(sentence, match.words(), match.head());
            boolean negation = switch (pattern.negation()) {
                case EITHER -> true;
                case ASSERTED -> !roles.isNegated();
                case NEGATED -> roles.isNegated();
            };
            List<Draft> found = negation && holds(pattern, roles, Optional.empty())
                    ? drafts(pattern, roles, Optional.empty(), Optional.empty())
                    : List.of();
            drafts.addAll(found);
            trials.tried(pattern, roles, Optional.empty(), found);
        }
        return drafts;
    }

    private boolean holds(Pattern pattern, Roles roles, Optional<PartyMention> speaker) {
        return conditions.allHold(pattern.require(), roles, speaker)
                && conditions.noneHolds(pattern.forbid(), roles, speaker);
    }

    private List<Draft> drafts(
            Pattern pattern, Roles roles, Optional<PartyMention> speaker, Optional<Voices.Voice> voice) {
        Map<String, List<SlotValue>> values = filler.fill(pattern, roles, speaker);
        if (!values.keySet().containsAll(pattern.needs())) {
            return List.of();
        }
        Kind kind = codebook.kind(pattern.kind()).orElseThrow();
        Map<String, SlotValue> common = new LinkedHashMap<>();
        for (Fill fill : pattern.fills()) {
            Slot slot = kind.slot(fill.slot()).orElseThrow();
            if (pattern.each().filter(slot.name()::equals).isEmpty()) {
                value(kind, slot, values).ifPresent(value -> common.put(slot.name(), value));
            }
        }
        if (pattern.each().isEmpty()) {
            return List.of(new Draft(
                    pattern, roles.sentence(), roles.head(), common, actor(pattern, roles, speaker, common), voice));
        }
        List<Draft> drafts = new ArrayList<>();
        for (SlotValue value : values.get(pattern.each().get())) {
            Map<String, SlotValue> slots = new LinkedHashMap<>();
            slots.put(pattern.each().get(), value);
            common.forEach((name, one) -> slots.putIfAbsent(
                    name,
                    one instanceof SlotValue.Party
                            ? filler.ofCountry(values.getOrDefault(name, List.of(one)), value)
                            : one));
            drafts.add(new Draft(
                    pattern, roles.sentence(), roles.head(), slots, actor(pattern, roles, speaker, slots), voice));
        }
        return drafts;
    }

    private static Optional<SlotValue> value(Kind kind, Slot slot, Map<String, List<SlotValue>> values) {
        List<SlotValue> found = values.getOrDefault(slot.name(), List.of());
        boolean world = slot.otherwise().filter(SlotValue.Place.WORLD::equals).isPresent();
        boolean numbered = kind.slots().stream()
                .filter(each -> each.type() == SlotType.NUMBER)
                .skip(1)
                .anyMatch(each -> values.containsKey(each.name()));
        if (found.isEmpty() || (world && numbered)) {
            return world ? Optional.of(SlotValue.Place.world("")) : Optional.empty();
        }
        if (found.size() == 1) {
            return Optional.of(found.get(0));
        }
        if (slot.several()) {
            return Optional.of(new SlotValue.Several(found));
        }
        return Optional.of(world ? common(found) : found.get(0));
    }

    /** Several places that a number is about: their country if they share one, else the world. */
    private static SlotValue common(List<SlotValue> places) {
        List<SlotValue.Place> all = places.stream()
                .filter(SlotValue.Place.class::isInstance)
                .map(SlotValue.Place.class::cast)
                .toList();
        Set<Optional<String>> countries =
                all.stream().map(SlotValue.Place::country).collect(Collectors.toSet());
        String words = SlotFiller.joined(places);
        if (countries.size() == 1 && countries.iterator().next().isPresent()) {
            String code = countries.iterator().next().get();
            return new SlotValue.Place(code, Optional.of(code), Optional.of("iso:" + code), words);
        }
        return SlotValue.Place.world(words);
    }

    /** The party in the sentence whose act a draft reports. */
    private Optional<PartyMention> actor(
            Pattern pattern, Roles roles, Optional<PartyMention> speaker, Map<String, SlotValue> slots) {
        if (speaker.isPresent()) {
            return speaker;
        }
        boolean acts = pattern.fills().stream()
                .anyMatch(fill ->
                        fill.from().contains(Role.SUBJECT) || fill.from().contains(Role.OWNER));
        if (!acts) {
            return Optional.empty();
        }
        BitSet words = roles.words(Role.SUBJECT);
        words.or(roles.words(Role.OWNER));
        Set<String> countries = slots.values().stream()
                .filter(SlotValue.Place.class::isInstance)
                .flatMap(value -> ((SlotValue.Place) value).country().stream())
                .collect(Collectors.toSet());
        Set<String> names = slots.values().stream()
                .filter(SlotValue.Party.class::isInstance)
                .map(SlotFiller::nameOf)
                .collect(Collectors.toSet());
        return roles.sentence().parties().stream()
                .filter(party -> words.get(party.head()) && !SlotFiller.isObjectOf(roles.sentence(), party))
                .filter(party -> party.country().filter(countries::contains).isPresent() || filler.goesBy(party, names))
                .findFirst();
    }

    // ---- choosing among drafts of one sentence

    private List<Draft> yielded(List<Draft> drafts) {
        Map<Integer, Draft> merged = new LinkedHashMap<>();
        Set<Integer> gone = new HashSet<>();
        for (int i = 0; i < drafts.size(); i++) {
            merged.put(i, drafts.get(i));
        }
        for (int i = 0; i < drafts.size(); i++) {
            for (int k = 0; k < drafts.size(); k++) {
                if (i != k && !gone.contains(k) && yields(drafts.get(i), drafts.get(k))) {
                    gone.add(i);
                    merged.put(k, merge(merged.get(k), drafts.get(i)));
                }
            }
        }
        gone.forEach(merged::remove);
        return List.copyOf(merged.values());
    }

    private boolean yields(Draft draft, Draft other) {
        Pattern pattern = draft.pattern();
        Pattern winner = other.pattern();
        boolean named = pattern.yieldsTo().contains(winner.kind())
                || pattern.yieldsTo().contains(winner.kind() + "/" + winner.name());
        if (!named || pattern.id().equals(winner.id()) || winner.yieldsTo().contains(pattern.kind())) {
            return false;
        }
        if (!pattern.kind().equals(winner.kind())) {
            return true;
        }
        return winner.each()
                .or(pattern::each)
                .map(slot -> sameOrAbsent(draft, other, slot))
                .orElse(true);
    }

    private static boolean sameOrAbsent(Draft draft, Draft other, String slot) {
        SlotValue own = draft.slots().get(slot);
        SlotValue theirs = other.slots().get(slot);
        // What was taken over from an earlier sentence has no words here.
        return own == null
                || theirs == null
                || own.text().isBlank()
                || SlotFiller.nameOf(own).equals(SlotFiller.nameOf(theirs));
    }

    private static Draft merge(Draft winner, Draft loser) {
        if (!winner.pattern().kind().equals(loser.pattern().kind())) {
            return winner;
        }
        Map<String, SlotValue> slots = new LinkedHashMap<>(winner.slots());
        loser.slots().forEach(slots::putIfAbsent);
        return winner.withSlots(slots);
    }

    /** One draft for each kind and key in a sentence. */
    private List<Draft> distinct(List<Draft> drafts) {
        Map<String, Draft> byKey = new LinkedHashMap<>();
        for (Draft draft : drafts) {
            byKey.merge(key(draft), draft, PatternMatcher::merge);
        }
        return List.copyOf(byKey.values());
    }

    private String key(Draft draft) {
        Kind kind = codebook.kind(draft.pattern().kind()).orElseThrow();
        String values = kind.slots().stream()
                .filter(Slot::key)
                .map(slot -> draft.slots().get(slot.name()))
                .filter(Objects::nonNull)
                .map(PatternMatcher::keyOf)
                .collect(Collectors.joining("|"));
        return kind.name() + "|" + values;
    }

    private static String keyOf(SlotValue value) {
        return value instanceof SlotValue.Several several
                ? several.values().stream().map(SlotFiller::nameOf).sorted().collect(Collectors.joining("+"))
                : SlotFiller.nameOf(value);
    }
}
