package org.headwater.statements.match;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.headwater.codebook.Codebook;
import org.headwater.codebook.Fill;
import org.headwater.codebook.Kind;
import org.headwater.codebook.Pattern;
import org.headwater.codebook.Role;
import org.headwater.codebook.Slot;
import org.headwater.codebook.SlotType;
import org.headwater.codebook.WordList;
import org.headwater.codebook.gazetteer.Gazetteer;
import org.headwater.model.EntityKind;
import org.headwater.model.SlotValue;
import org.headwater.statements.languages.LanguageWords;
import org.headwater.statements.marks.DateMention;
import org.headwater.statements.marks.MarkedSentence;
import org.headwater.statements.marks.NumberMention;
import org.headwater.statements.marks.PartyMention;
import org.headwater.statements.marks.PlaceMention;
import org.headwater.statements.marks.Sides;
import org.headwater.statements.marks.TermMatch;
import org.headwater.statements.marks.Words;

/** Finds the values of a pattern's slots around a trigger. */
public final class SlotFiller {
    /** Words between a number that counts and what it counts, where a dash or "in" stands between. */
    private static final int NEAR = 8;

    /** Words between "in" and the place, at most: "in the centre of Oslo". */
    private static final int NEAREST = 4;

    /** Where a place that opens a sentence begins at the latest: "In the north of Oslo, there are three". */
    private static final int LEADING = 4;

    /** Numbers up to this, with "the" or "these", point back rather than count. */
    private static final int FEW = 9;

    private final Codebook codebook;
    private final Gazetteer gazetteer;
    private final Sides sides;
    private final Discourse discourse;
    private final String text;

    SlotFiller(Codebook codebook, Gazetteer gazetteer, Discourse discourse, String text) {
        this.codebook = codebook;
        this.gazetteer = gazetteer;
        this.sides = Sides.of(codebook);
        this.discourse = discourse;
        this.text = text;
    }

    /** Every value of each slot, in the order of the text. */
    Map<String, List<SlotValue>> fill(Pattern pattern, Roles roles, Optional<PartyMention> speaker) {
        Map<String, List<SlotValue>> values = new LinkedHashMap<>();
        Kind kind = codebook.kind(pattern.kind()).orElseThrow();
        for (Fill fill : pattern.fills()) {
            Slot slot = kind.slot(fill.slot()).orElseThrow();
            List<SlotValue> found = values(pattern, fill, slot, roles, speaker);
            if (!found.isEmpty()) {
                values.put(slot.name(), found);
            }
        }
        return values;
    }

    private List<SlotValue> values(Pattern pattern, Fill fill, Slot slot, Roles roles, Optional<PartyMention> speaker) {
        if (fill.word().isPresent()) {
            return List.of(new SlotValue.Word(fill.word().get(), text(roles, roles.trigger())));
        }
        Set<SlotValue> all = new LinkedHashSet<>();
        for (Role role : fill.from()) {
            boolean wide = role == Role.CLAUSE || role == Role.BEFORE || role == Role.SENTENCE || role == Role.EARLIER;
            if (!all.isEmpty() && (!slot.several() || (wide && distinct(all).size() >= slot.atLeast()))) {
                break;
            }
            all.addAll(values(pattern, fill, slot, roles, role, speaker));
        }
        List<SlotValue> found = distinct(all);
        return found.size() >= slot.atLeast() ? found : List.of();
    }

    /** Whether a slot finds a value in one role alone. */
    boolean fills(Pattern pattern, Fill fill, Role role, Trials.Looking looking) {
        Slot slot = codebook.kind(pattern.kind())
                .flatMap(kind -> kind.slot(fill.slot()))
                .orElseThrow();
        return !values(pattern, fill, slot, looking.roles(), role, looking.speaker())
                .isEmpty();
    }

    private static List<SlotValue> distinct(Set<SlotValue> values) {
        Map<String, SlotValue> byName = new LinkedHashMap<>();
        values.forEach(value -> byName.putIfAbsent(nameOf(value), value));
        return List.copyOf(byName.values());
    }

    static String nameOf(SlotValue value) {
        if (value instanceof SlotValue.Place place) {
            return place.name();
        }
        if (value instanceof SlotValue.Party party) {
            return party.name();
        }
        if (value instanceof SlotValue.Word word) {
            return word.name();
        }
        if (value instanceof SlotValue.Count count) {
            return count.min() + "-" + count.max();
        }
        return value.text();
    }

    private List<SlotValue> values(
            Pattern pattern, Fill fill, Slot slot, Roles roles, Role role, Optional<PartyMention> speaker) {
        BitSet words = roles.words(role);
        return switch (slot.type()) {
            case NUMBER -> numbers(pattern, fill, roles, role, words);
            case DATE -> dates(fill, roles, words);
            case PLACE -> places(pattern, fill, slot, roles, role, words);
            case COUNTRY -> countries(fill, roles, role, words, speaker);
            case PARTY -> parties(fill, slot, roles, role, words, speaker);
            case WORD -> listed(slot, roles, words, WordList.Word::name);
            case NAME -> names(fill, roles, role, words);
            case TEXT -> texts(slot, roles, role, words);
        };
    }

    // ---- numbers

    private List<SlotValue> numbers(Pattern pattern, Fill fill, Roles roles, Role role, BitSet words) {
        MarkedSentence sentence = roles.sentence();
        if (role == Role.TRIGGER) {
            Optional<NumberMention> standIn = sentence.numbers().stream()
                    .filter(number -> number.core().equals(roles.trigger()))
                    .findFirst();
            if (standIn.isPresent()) {
                return List.of(standIn.get().value());
            }
            return sentence.numbers().stream()
                    // "Not 54 but 38": the first of them counts nothing.
                    .filter(number ->
                            !sentence.lower(number.words().first() - 1).equals("not"))
                    .filter(number -> number.core().last() < roles.trigger().first()
                            || Roles.followsNoun(sentence, number.core()))
                    .filter(number -> Roles.counts(
                            sentence, number.core(), roles.trigger().first()))
                    .max(Comparator.comparingInt(number -> number.core().first()))
                    .filter(number -> !isKnownFew(roles, number))
                    .map(number -> List.<SlotValue>of(number.value()))
                    .orElse(List.of());
        }
        if (role == Role.BEFORE && sentence.isFigure(roles.trigger())) {
            return List.of();
        }
        if (fill.of().isPresent()) {
            return sentence.numbers().stream()
                    .filter(number -> words.get(number.core().first()))
                    .filter(number -> !isDefinite(sentence, number))
                    .filter(number -> !sentence.lower(number.core().last() + 1).matches("other|others|more|further"))
                    .filter(number -> countsTerm(sentence, number, fill.of().get()))
                    .filter(NumberMention::isSeveral)
                    .map(number -> (SlotValue) number.value())
                    .limit(1)
                    .toList();
        }
        List<String> others =
                pattern.fills().stream().flatMap(other -> other.of().stream()).toList();
        return sentence.numbers().stream()
                .filter(number -> words.get(number.core().first()))
                .filter(number -> number.core().first() - roles.trigger().last() <= NEAR)
                .filter(number -> others.stream().noneMatch(list -> countsTerm(sentence, number, list)))
                .map(number -> (SlotValue) number.value())
                .limit(1)
                .toList();
    }

    /**
     * "Both offices", "these two": they point back at what was named before and count nothing anew. "One of the three
     * offices" and "the three offices in Oslo" do count.
     */
    private static boolean isKnownFew(Roles roles, NumberMention number) {
        MarkedSentence sentence = roles.sentence();
        int before = number.words().first() - 2;
        boolean partOfAll = sentence.lower(before).equals("of")
                && sentence.numbers().stream().anyMatch(other -> other.core().last() == before - 1);
        boolean placed = isPlaced(sentence, roles.trigger().last() + 1);
        return isDefinite(sentence, number)
                && number.value().max().orElse(Long.MAX_VALUE) <= FEW
                && !partOfAll
                && !placed;
    }

    /** Whether "in" and a place stand there, which tell things from others: "both offices in Oslo", not "in May". */
    private static boolean isPlaced(MarkedSentence sentence, int at) {
        int in = sentence.lower(at).matches("[\"”’']") ? at + 1 : at;
        return sentence.lower(in).equals("in")
                && sentence.places().stream()
                        .anyMatch(place -> place.isNamed()
                                && place.words().first() > in
                                && place.words().first() <= in + NEAREST);
    }

    /** Whether it points back to things named before: "the two countries". */
    private static boolean isDefinite(MarkedSentence sentence, NumberMention number) {
        String before = sentence.lower(number.words().first() - 1);
        return before.matches("the|these|those|all")
                || sentence.lower(number.core().first()).equals("both")
                || LanguageWords.of(sentence.sentence().language()).isListed("definite", before);
    }

    private static boolean countsTerm(MarkedSentence sentence, NumberMention number, String list) {
        return sentence.terms(list).stream()
                .anyMatch(match -> match.words().first() > number.core().last()
                        && !sentence.tag(match.words().last()).equals("NN")
                        && match.words().first() - number.core().last() <= NEAR
                        && sentence.numbers().stream()
                                .noneMatch(other -> other.core().first()
                                                > number.core().last()
                                        && other.core().last() < match.words().first())
                        && Roles.counts(sentence, number.core(), match.words().first()));
    }

    // ---- dates

    private List<SlotValue> dates(Fill fill, Roles roles, BitSet words) {
        MarkedSentence sentence = roles.sentence();
        List<DateMention> dates = sentence.dates().stream()
                .filter(date ->
                        date.value().isPresent() && words.get(date.words().last()))
                // "Since 2016" is no day on which something was done.
                .filter(date -> fill.of().isPresent()
                        || date.value().get().to().isPresent()
                        || date.value().get().from().isEmpty())
                .toList();
        if (fill.of().isPresent()) {
            String list = fill.of().get();
            return dates.stream()
                    .filter(date ->
                            sentence.terms(list).stream().anyMatch(match -> OtherLanguages.isNear(date, match, roles)))
                    .map(date -> (SlotValue) date.value().get())
                    .limit(1)
                    .toList();
        }
        return dates.stream()
                .min(Comparator.comparingInt(date -> Math.abs(date.words().first() - roles.head())))
                .map(date -> List.<SlotValue>of(date.value().get()))
                .orElse(List.of());
    }

    // ---- places

    private List<SlotValue> places(Pattern pattern, Fill fill, Slot slot, Roles roles, Role role, BitSet words) {
        MarkedSentence sentence = roles.sentence();
        if (role == Role.EARLIER) {
            // "It is one of 54": they are not where the last one was.
            return sentence.isFigure(roles.trigger()) ? List.of() : earlierPlaces(pattern, slot, roles);
        }
        if (role == Role.TOPIC) {
            return countryOfTopic();
        }
        List<PlaceMention> places =
                new ArrayList<>((role == Role.SUBJECT ? roles.actingPlaces(words) : roles.namedPlaces(words))
                        .stream()
                                .filter(place -> onSide(fill, place))
                                .filter(place -> place.place().type() != Gazetteer.Type.CONTINENT
                                        || slot.otherwise().isPresent())
                                .filter(place -> !isCountryBefore(place, roles))
                                .filter(place -> !isNear(sentence, place) && !isPartOfParty(sentence, place))
                                .filter(place -> !isPartOfThing(sentence, place))
                                .toList());
        if (sentence.isFigure(roles.trigger())) {
            places.removeIf(place -> place.words().first() < roles.trigger().first()
                    && place.words().first() > LEADING);
        }
        if (role == Role.SUBJECT) {
            places.removeIf(place -> !isOfAccused(sentence, place)
                    && (place.place().type() != Gazetteer.Type.COUNTRY
                            || sentence.lower(place.words().first() - 1).matches("in|of|from|at|to|by")
                            || sentence.lower(place.words().first() - 2).matches("in|of|from|at|to|by")));
        }
        places.removeIf(place -> places.stream().anyMatch(other -> isWithin(sentence, other, place)));
        if (slot.otherwise().isPresent()) {
            places.removeIf(place -> isExample(roles, place));
        }
        if (!roles.isEnglish()) {
            OtherLanguages.choose(places, slot, roles);
        }
        List<SlotValue> found = new ArrayList<>(places.stream()
                .map(place -> (SlotValue) value(place, text(roles, place.words())))
                .toList());
        if (roles.isEnglish()
                && role == Role.PHRASE
                && slot.key()
                && fill.side() == Fill.Side.ABROAD
                && slot.otherwise().isEmpty()) {
            new Districts(sentence)
                    .in(words)
                    .forEach(run -> found.add(new SlotValue.Place(
                            text(roles, run), Optional.empty(), Optional.empty(), text(roles, run))));
        }
        return found;
    }

    /** Whether a country's name stands before the trigger within its phrase: "the US station" says whose, not where; "three US stations" do. */
    private static boolean isCountryBefore(PlaceMention place, Roles roles) {
        boolean counted = roles.sentence().numbers().stream()
                .anyMatch(number -> number.core().last() == place.words().first() - 1);
        return roles.isEnglish()
                && !counted
                && place.place().type() == Gazetteer.Type.COUNTRY
                && place.words().last() < roles.trigger().first()
                && !roles.sentence().tag(place.words().first() - 1).equals("IN")
                && !roles.sentence().tag(place.words().last() + 1).matches("VB.*|DT|RB|MD|CC")
                && roles.trigger().first() - place.words().last() <= 2;
    }

    /** "Dozens of stations in cities across the globe, including Oslo": the number is not Oslo's. */
    private static boolean isExample(Roles roles, PlaceMention place) {
        MarkedSentence sentence = roles.sentence();
        boolean example = false;
        for (int i = place.words().first() - 1; i > roles.trigger().last(); i--) {
            example |= sentence.lower(i).matches("including|notably");
            if (example && sentence.lower(i).matches("globe|world|worldwide|globally|abroad|overseas")) {
                return true;
            }
        }
        return false;
    }

    /** "The embassy in Oslo": where those accused have a mission. */
    private boolean isOfAccused(MarkedSentence sentence, PlaceMention place) {
        return sentence.parties().stream()
                .anyMatch(party -> sides.isAccused(party)
                        && (party.words().contains(place.words())
                                || (place.words().first() - party.words().last() == 2
                                        && sentence.lower(place.words().first() - 1)
                                                .matches("in|to"))));
    }

    private boolean onSide(Fill fill, PlaceMention place) {
        return switch (fill.side()) {
            case ANY, PRIVATE -> true;
            case ABROAD -> sides.isAbroad(place);
            case HOME -> sides.isHome(place);
        };
    }

    /** Whether a place only says where another is: "near Florence", "outskirts of Paris". */
    private boolean isNear(MarkedSentence sentence, PlaceMention place) {
        int first = place.words().first();
        boolean ofTopic = sentence.lower(first - 1).equals("of")
                && codebook.topics().stream()
                        .flatMap(list -> sentence.terms(list).stream())
                        .anyMatch(match -> match.words().last() == first - 2);
        return !ofTopic
                && sentence.lower(first - 1).matches("near|outside|from|to|towards|against|of")
                && !sentence.lower(first - 2)
                        .matches(
                                "north|south|east|west|city|cities|borough|district|town|port|province|region|state|centre|center|heart|middle|neighbourhood|neighborhood|suburb|out");
    }

    /** Whether the name is part of an organisation's name or a person's role. */
    private boolean isPartOfParty(MarkedSentence sentence, PlaceMention place) {
        return sentence.parties().stream()
                .anyMatch(party -> party.words().contains(place.words())
                        && !party.words().equals(place.words())
                        && party.standing() != PartyMention.Standing.COUNTRY
                        && !sides.isAccused(party));
    }

    /** Whether the name is part of what some thing is called: "Salim" of "the Abu Salim prison". */
    private boolean isPartOfThing(MarkedSentence sentence, PlaceMention place) {
        return discourse.things(sentence, text).stream()
                .anyMatch(name -> name.contains(place.words()) && !name.equals(place.words()));
    }

    /** Whether the first place is named with the second, greater one behind it: "Budapest, Hungary". */
    static boolean isWithin(MarkedSentence sentence, PlaceMention smaller, PlaceMention greater) {
        boolean order = smaller.words().last() < greater.words().first()
                && greater.words().first() - smaller.words().last() <= 3
                && sentence.lower(smaller.words().last() + 1).matches(",|in");
        boolean level = smaller.place().type().compareTo(greater.place().type()) > 0;
        return order
                && level
                && smaller.place().country().equals(greater.place().country());
    }

    private static SlotValue.Place value(PlaceMention place, String words) {
        return new SlotValue.Place(
                place.place().name(),
                place.place().country(),
                Optional.of(place.place().id()),
                words);
    }

    /** Where "there", "the country" or "the station" is, when the text has said so before. */
    private List<SlotValue> earlierPlaces(Pattern pattern, Slot slot, Roles roles) {
        MarkedSentence sentence = roles.sentence();
        for (int i = 0; i < sentence.size(); i++) {
            boolean there = sentence.lower(i).equals("there")
                    && !sentence.lower(i + 1).matches("is|are|was|were|have|has|had|may|might|could");
            boolean country = sentence.lower(i).matches("the|this|that")
                    && sentence.lower(i + 1).matches("country|nation")
                    && !sentence.lower(i + 2).matches("of|'s|’s");
            Optional<String> here = country ? actingBefore(sentence, i) : Optional.empty();
            if (here.isPresent()) {
                return List.of(country(here.get(), ""));
            }
            if ((there || country) && discourse.country().isPresent()) {
                return discourse.country().stream()
                        .flatMap(place -> place.place().country().stream())
                        .map(code -> country(code, ""))
                        .toList();
            }
        }
        if (slot.otherwise().isPresent() && !slot.key()) {
            return missionGround(sentence);
        }
        if (slot.otherwise().isPresent()) {
            return ownGround(sentence);
        }
        BitSet whole = roles.words(Role.SENTENCE);
        boolean known = anchors(pattern.kind()).stream()
                .flatMap(list -> sentence.terms(list).stream())
                .filter(match -> whole.get(match.head()))
                .anyMatch(match -> new Roles(sentence, match.words(), match.head()).isDefiniteSingular());
        return known && !discourse.sitePlaces().isEmpty()
                ? List.of(value(discourse.sitePlaces().get(0), ""))
                : List.of();
    }

    /** "Norway closed two offices in the country": that of the last one before it who acts for a country. */
    private Optional<String> actingBefore(MarkedSentence sentence, int at) {
        return sentence.parties().stream()
                .filter(party -> party.words().last() < at && sides.isOfficial(party))
                .filter(party -> !isObjectOf(sentence, party))
                .reduce((first, second) -> second)
                .flatMap(PartyMention::country);
    }

    /** An embassy speaks of the country that the text speaks about, unless it says otherwise. */
    private List<SlotValue> missionGround(MarkedSentence sentence) {
        boolean mission = sentence.parties().stream()
                .filter(sides::isAccused)
                .anyMatch(
                        party -> party.body()
                                .toLowerCase(java.util.Locale.ROOT)
                                .matches(
                                        "(?:.*\\s)?(?:embassy|ambassador|consulate|consul|envoy)(?:\\s.*)?|.*(?:[使领領][馆館事]|大使).*"));
        Optional<PlaceMention> own = sentence.parties().stream()
                .filter(sides::isAccused)
                .flatMap(party -> sentence.places().stream()
                        .filter(place -> party.words().contains(place.words()) && sides.isAbroad(place)))
                .findFirst();
        if (mission && own.isPresent()) {
            return own.get().place().country().stream()
                    .map(code -> country(code, ""))
                    .toList();
        }
        return mission
                ? discourse.country().stream()
                        .flatMap(place -> place.place().country().stream())
                        .map(code -> country(code, ""))
                        .toList()
                : List.of();
    }

    /** "… on its territory": that of the last one named before who acts for a country. */
    private List<SlotValue> ownGround(MarkedSentence sentence) {
        for (int i = 1; i < sentence.size(); i++) {
            int at = i;
            if (sentence.lower(i).matches("territory|soil|borders|jurisdiction|country|nation")
                    && sentence.lower(i - 1).matches("its|their|our|his|her|my|own")) {
                return sentence.parties().stream()
                        .filter(party -> party.words().last() < at && sides.isOfficial(party))
                        .filter(party -> !isObjectOf(sentence, party))
                        .map(party -> country(party.country().get(), ""))
                        .limit(1)
                        .toList();
            }
        }
        return List.of();
    }

    /** The term lists whose terms name what the statements of a kind place: triggers of patterns that fill a place. */
    List<String> anchors(String kind) {
        return codebook.patterns().stream()
                .filter(pattern -> pattern.kind().equals(kind))
                .filter(pattern -> pattern.fills().stream()
                        .anyMatch(fill -> fill.from().contains(Role.PHRASE)
                                && codebook.kind(kind)
                                        .flatMap(each -> each.slot(fill.slot()))
                                        .filter(slot -> slot.type() == SlotType.PLACE)
                                        .isPresent()))
                .flatMap(pattern -> pattern.trigger().stream())
                .distinct()
                .toList();
    }

    // ---- countries

    private List<SlotValue> countries(Fill fill, Roles roles, Role role, BitSet words, Optional<PartyMention> speaker) {
        MarkedSentence sentence = roles.sentence();
        if (role == Role.SPEAKER) {
            return speaker.flatMap(PartyMention::country)
                    .map(code -> country(code, ""))
                    .map(List::of)
                    .orElse(List.of());
        }
        if (role == Role.EARLIER) {
            // "Arresting dissidents" and "to threaten them" tell of nothing that was done at home.
            boolean told = !sentence.tag(roles.head()).matches("VBG?");
            return discourse
                    .home()
                    .filter(code -> told)
                    .map(code -> country(code, ""))
                    .map(List::of)
                    .orElse(List.of());
        }
        if (role == Role.TOPIC) {
            return countryOfTopic();
        }
        List<SlotValue> found = new ArrayList<>();
        boolean acting = role == Role.SUBJECT || role == Role.OWNER || role == Role.BEFORE;
        if (acting) {
            actors(sentence, words).stream()
                    .filter(party -> fill.side() != Fill.Side.ABROAD || sides.isOfficial(party))
                    .forEach(party -> found.add(country(party.country().get(), text(roles, party.words()))));
        } else {
            roles.namedPlaces(words).stream()
                    .filter(place ->
                            onSide(fill, place) && place.place().country().isPresent())
                    .filter(place -> role == Role.IN || !isPartOfParty(sentence, place))
                    .filter(place -> !Discourse.isSeat(sentence, place))
                    .forEach(place -> found.add(country(place.place().country().get(), text(roles, place.words()))));
        }
        if (found.isEmpty() && role == Role.IN) {
            CountryList.after(roles, sides).forEach(code -> found.add(country(code, "")));
        }
        return distinct(new LinkedHashSet<>(found));
    }

    /** The country the text spoke of last. */
    private List<SlotValue> countryOfTopic() {
        return discourse.country().flatMap(place -> place.place().country()).stream()
                .map(code -> country(code, ""))
                .toList();
    }

    /** Those who act: where "X, including A and B" stands, A and B; where "A's B" stands, B. */
    private List<PartyMention> actors(MarkedSentence sentence, BitSet words) {
        return sentence.parties().stream()
                .filter(party -> words.get(party.head()) && party.country().isPresent())
                .filter(party -> !isObjectOf(sentence, party))
                .toList();
    }

    /** Whether a country stands behind a preposition that makes it no actor: "to China", "from France". */
    static boolean isObjectOf(MarkedSentence sentence, PartyMention party) {
        int first = party.words().first();
        int at = sentence.lower(first - 1).equals("the") ? first - 2 : first - 1;
        String before = sentence.lower(at);
        if (party.standing() == PartyMention.Standing.POWER) {
            return before.matches("to|from|against|about|over|on|into");
        }
        if (party.standing() != PartyMention.Standing.COUNTRY) {
            return false;
        }
        if (before.matches("and|,|or")) {
            // "from A and B": B as much as A.
            return sentence.parties().stream()
                    .filter(other -> other.words().last() == at - 1)
                    .anyMatch(other -> isObjectOf(sentence, other));
        }
        return LanguageWords.of(sentence.sentence().language()).isListed("against", before)
                || before.matches("to|from|against|about|over|on|into|near|in|at|outside|by");
    }

    private SlotValue country(String code, String words) {
        String name = gazetteer.country(code).map(Gazetteer.Place::name).orElse(code);
        return new SlotValue.Place(name, Optional.of(code), Optional.of("iso:" + code), words);
    }

    // ---- parties

    private List<SlotValue> parties(
            Fill fill, Slot slot, Roles roles, Role role, BitSet words, Optional<PartyMention> speaker) {
        MarkedSentence sentence = roles.sentence();
        if (role == Role.SPEAKER) {
            return speaker.map(party -> List.<SlotValue>of(party(roles, party))).orElse(List.of());
        }
        if (role == Role.EARLIER) {
            return discourse
                    .reporter()
                    .map(party -> List.<SlotValue>of(party(party, "")))
                    .orElse(List.of());
        }
        if (fill.of().isPresent() && fill.side() == Fill.Side.HOME) {
            return new Bureaus(codebook, gazetteer, sides, text).in(fill.of().get(), roles, words);
        }
        return sentence.parties().stream()
                .filter(party -> words.get(party.head()))
                .filter(party -> fill.of().isEmpty()
                        || overlapsTerm(sentence, party, fill.of().get()))
                .filter(party -> fill.side() != Fill.Side.ABROAD || !sides.isAccused(party))
                .filter(party -> fill.side() != Fill.Side.HOME || sides.isAccused(party))
                .filter(party -> !slot.several() || (party.isPublic() && !Discourse.isAnybody(party, sentence)))
                .filter(party -> fill.side() != Fill.Side.PRIVATE || (!party.isPublic() && !isQuoted(sentence, party)))
                .map(party -> slot.several() ? country(roles, party) : (SlotValue) party(roles, party))
                .toList();
    }

    /** Words of a title are no party. */
    private static boolean isQuoted(MarkedSentence sentence, PartyMention party) {
        return sentence.quotes().stream()
                .anyMatch(quote -> quote.contains(party.words()) && quote.last() - quote.first() < 12);
    }

    private static boolean overlapsTerm(MarkedSentence sentence, PartyMention party, String list) {
        return sentence.terms(list).stream().anyMatch(match -> match.words().overlaps(party.words()));
    }

    private SlotValue.Party party(Roles roles, PartyMention party) {
        boolean own = party.words().last() < roles.sentence().size();
        return party(party, own ? text(roles, party.words()) : "");
    }

    /** In lists of parties a body stands for its country, so that one country is one party. */
    private SlotValue country(Roles roles, PartyMention party) {
        Optional<String> name = party.country().flatMap(gazetteer::country).map(Gazetteer.Place::name);
        return name.map(each -> (SlotValue) new SlotValue.Party(each, Optional.empty(), text(roles, party.words())))
                .orElseGet(() -> party(roles, party));
    }

    /** A person in a public role stands for the body spoken for. */
    private SlotValue.Party party(PartyMention party, String words) {
        boolean person = party.kind() == EntityKind.PERSON && party.isPublic();
        return new SlotValue.Party(
                person ? QualifiedNames.of(party, party.body(), gazetteer) : nameOf(party, gazetteer),
                Optional.empty(),
                words);
    }

    /**
     * What to call a party: a country that acts, and those in power there by any other name, are its government; a body
     * named without its country gets it, so that two foreign ministries are two.
     */
    public static String nameOf(PartyMention party, Gazetteer gazetteer) {
        return QualifiedNames.of(party, party.name(), gazetteer);
    }

    /** Whether a party goes by one of the names, or the body it speaks for does. */
    boolean goesBy(PartyMention party, Set<String> names) {
        return names.contains(party.name())
                || names.contains(party.body())
                || names.contains(nameOf(party, gazetteer))
                || names.contains(QualifiedNames.of(party, party.body(), gazetteer));
    }

    /** Of several parties that of a country, as its adjective shows; else the first. */
    SlotValue ofCountry(List<SlotValue> found, SlotValue country) {
        return ActorChoice.of(found, country, gazetteer);
    }

    // ---- names

    /** What things named by a noun of the list are called: at such a noun here, or by a name the text gave one before. */
    private List<SlotValue> names(Fill fill, Roles roles, Role role, BitSet words) {
        String list = fill.of().orElseThrow();
        MarkedSentence sentence = roles.sentence();
        if (role == Role.EARLIER) {
            boolean back = ProperNames.pointsBack(sentence, list);
            return back
                    ? discourse.latestName(list).<SlotValue>map(name -> new SlotValue.Word(name, "")).stream()
                            .toList()
                    : List.of();
        }
        return new ProperNames(sentence, text)
                .of(list, discourse.names(list)).stream()
                        .filter(name -> words.get(name.last()))
                        .map(name -> text(roles, name))
                        .map(name -> (SlotValue) new SlotValue.Word(name, name))
                        .toList();
    }

    // ---- words and texts

    /** The first word of the slot's list that stands there, is no place's name, and is told as what happened. */
    private List<SlotValue> listed(Slot slot, Roles roles, BitSet words, Function<WordList.Word, String> name) {
        for (WordList.Word word :
                codebook.words().get(slot.words().orElseThrow()).words()) {
            for (TermMatch match : roles.sentence().terms(word.terms().orElse(""))) {
                boolean place = roles.sentence().places().stream()
                        .anyMatch(each -> each.words().contains(match.words()));
                boolean happened = !roles.isPossible(match.head()) && !roles.isRefuted(match.head());
                // "Eleven stations including two in Oslo": what leads on to another number says nothing of this one.
                boolean leadsOn = match.words().first() > roles.trigger().last()
                        && roles.sentence().tag(match.words().first()).matches("IN|VBG")
                        && slot.type() == SlotType.WORD;
                if (words.get(match.head()) && !place && happened && !leadsOn) {
                    return List.of(new SlotValue.Word(name.apply(word), text(roles, match.words())));
                }
            }
        }
        return List.of();
    }

    private List<SlotValue> texts(Slot slot, Roles roles, Role role, BitSet words) {
        List<SlotValue> listed =
                slot.words().isPresent() ? listed(slot, roles, words, WordList.Word::label) : List.of();
        if (!listed.isEmpty()) {
            return listed;
        }
        if (role == Role.TRIGGER) {
            String own = text(roles, roles.trigger());
            return List.of(new SlotValue.Word(own, own));
        }
        Optional<Words> quote = roles.sentence().quotes().stream()
                .filter(each -> words.get(each.first())
                        && each.first() - roles.trigger().last() <= 6)
                .filter(each -> !slot.quoted()
                        || Character.isUpperCase(roles.sentence()
                                .sentence()
                                .token(each.first())
                                .word()
                                .codePointAt(0)))
                .findFirst();
        if (quote.isPresent()) {
            String own = text(roles, quote.get()).replaceAll("[.,;:]$", "").strip();
            return own.isEmpty() ? List.of() : List.of(new SlotValue.Word(own, own));
        }
        if (slot.quoted() || words.isEmpty()) {
            return List.of();
        }
        String rest =
                ownClause(OtherLanguages.content(roles, text(roles, new Words(words.nextSetBit(0), words.length() - 1)))
                        .replaceAll("^[\\s,:，：“”\"]+|[\\s.,。，”\"]+$", ""));
        boolean says = !rest.matches("(?i)(?:this|that|it|them|these|those|so)") && !rest.startsWith("by ");
        return rest.isBlank() || !says ? List.of() : List.of(new SlotValue.Word(rest, rest));
    }

    /** What is said up to where somebody else is set against it or the sentence goes on to what it amounts to. */
    private static String ownClause(String said) {
        return said.replaceFirst(
                "(?s),\\s+(?:but|though|although|whereas|thereby|and (?:said|added)|with (?:its|the|their))\\b.*$", "");
    }

    private String text(Roles roles, Words words) {
        return roles.sentence().span(words).of(text);
    }

    /** The text of values that stand in one slot together. */
    static String joined(List<SlotValue> values) {
        return values.stream()
                .map(SlotValue::text)
                .filter(each -> !each.isEmpty())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    static boolean isNumber(Slot slot) {
        return slot.type() == SlotType.NUMBER;
    }
}
