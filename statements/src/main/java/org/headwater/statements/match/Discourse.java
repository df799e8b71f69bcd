package org.headwater.statements.match;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.headwater.codebook.Codebook;
import org.headwater.codebook.Fill;
import org.headwater.codebook.Pattern;
import org.headwater.codebook.SlotType;
import org.headwater.codebook.TermList;
import org.headwater.codebook.gazetteer.Gazetteer;
import org.headwater.model.EntityKind;
import org.headwater.statements.languages.LanguageWords;
import org.headwater.statements.marks.MarkedSentence;
import org.headwater.statements.marks.Marker;
import org.headwater.statements.marks.PartyMention;
import org.headwater.statements.marks.PlaceMention;
import org.headwater.statements.marks.Sides;
import org.headwater.statements.marks.StandIns;
import org.headwater.statements.marks.TermMatch;
import org.headwater.statements.marks.Words;

/**
 * What a text has spoken about so far: its topics, the places of sites, the country and the parties last named. One for
 * each document, fed with its sentences in order. Not thread-safe.
 */
public final class Discourse {
    /** Sentences after which a topic is taken to be left. */
    private static final int TOPIC_REACH = 12;

    /** Sentences after which "he" is nobody's. */
    private static final int PERSON_REACH = 3;

    /** How many times a country must be named for a text to be at home there. */
    private static final int HOME_NAMED = 3;

    /** One sentence in so many must have a term of a topic for a whole text to be about the subject. */
    private static final int SUBJECT_SHARE = 4;

    /** The same for a text whose headline or first sentences have one, where what stands for such a term counts as well. */
    private static final int OPENED_SHARE = 8;

    /** Sentences that open a text, with its headline and its date. */
    private static final int OPENING = 5;

    private final Codebook codebook;
    private final Sides sides;
    private final Map<String, Integer> topics = new HashMap<>();
    private final Map<String, PartyMention> people = new HashMap<>();
    private final Map<String, PartyMention> known = new HashMap<>();
    private final Deque<PartyMention> officials = new ArrayDeque<>();
    private List<PlaceMention> sitePlaces = List.of();
    private Optional<PlaceMention> country = Optional.empty();
    private int lastOfficialAt = Integer.MIN_VALUE / 2;
    private Optional<PartyMention> reporter = Optional.empty();
    private Optional<PartyMention> lastPerson = Optional.empty();
    private String privateOffice = "";
    private int lastPersonAt = Integer.MIN_VALUE / 2;
    private Optional<String> lastActing = Optional.empty();
    private final Map<String, Set<String>> names = new HashMap<>();
    private final Map<String, String> lastNames = new HashMap<>();
    private final Set<String> namingLists;
    private final List<String> standIns;
    private List<Words> thingsHere = List.of();
    private Optional<String> home = Optional.empty();
    private boolean subject;

    private Discourse(Codebook codebook) {
        this.codebook = codebook;
        this.namingLists = namingLists(codebook);
        this.standIns = codebook.terms().entrySet().stream()
                .filter(entry -> entry.getValue().byLanguage().values().stream()
                        .anyMatch(all -> all.contains(TermList.STAND_IN)))
                .map(Map.Entry::getKey)
                .toList();
        this.sides = Sides.of(codebook);
    }

    public static Discourse of(Codebook codebook) {
        return new Discourse(codebook);
    }

    /**
     * Takes note of where a text is at home, the country outside the accused ones that it names twice as often as any
     * other, or at least as often and in its first sentence; and of whether it is about the subject from end to end. Call
     * once, with all sentences, before the first is resolved.
     */
    public void open(List<MarkedSentence> sentences) {
        Map<String, Integer> named = new TreeMap<>();
        for (MarkedSentence sentence : sentences) {
            for (PlaceMention place : sentence.places()) {
                if (sides.isAbroad(place) && !isSeat(sentence, place)) {
                    place.place().country().ifPresent(code -> named.merge(code, 1, Integer::sum));
                }
            }
        }
        Set<String> first = sentences.stream()
                .limit(1)
                .flatMap(sentence -> sentence.places().stream())
                .flatMap(place -> place.place().country().stream())
                .collect(Collectors.toSet());
        List<String> homes = named.entrySet().stream()
                .filter(entry -> entry.getValue() >= HOME_NAMED)
                .filter(entry -> named.entrySet().stream()
                        .allMatch(other -> other.equals(entry)
                                || other.getValue() * 2 <= entry.getValue()
                                || (first.contains(entry.getKey()) && other.getValue() <= entry.getValue())))
                .map(Map.Entry::getKey)
                .toList();
        home = homes.size() == 1 ? Optional.of(homes.get(0)) : Optional.empty();
        long onTopic = sentences.stream().filter(this::isOnTopic).count();
        boolean opensOnTopic = sentences.stream().limit(OPENING).anyMatch(this::isOnTopic);
        long speaking = sentences.stream()
                .filter(sentence -> isOnTopic(sentence) || standIns.stream().anyMatch(sentence::has))
                .count();
        subject = onTopic * SUBJECT_SHARE >= sentences.size()
                || (opensOnTopic && speaking * OPENED_SHARE >= sentences.size());
    }

    private boolean isOnTopic(MarkedSentence sentence) {
        return codebook.topics().stream().anyMatch(sentence::has);
    }

    /** The country where the text is at home, if it is in one. */
    Optional<String> home() {
        return home;
    }

    /** The sentence with the countries of parties that earlier sentences tell. Call before patterns are tried on it. */
    public MarkedSentence resolve(MarkedSentence sentence) {
        List<PartyMention> parties = new ArrayList<>();
        for (PartyMention party : sentence.parties()) {
            parties.add(resolve(party, sentence, parties));
        }
        parties.addAll(pronouns(sentence));
        parties.addAll(surnames(sentence, parties));
        List<TermMatch> terms = new ArrayList<>(sentence.terms());
        terms.addAll(goingOn(sentence));
        MarkedSentence resolved = new MarkedSentence(
                sentence.index(),
                sentence.sentence(),
                terms,
                sentence.numbers(),
                sentence.dates(),
                sentence.places(),
                parties,
                sentence.quotes());
        terms.forEach(match -> topics.put(match.list(), sentence.index()));
        return resolved;
    }

    /** "The group named three offices. A fourth is in Oslo": what figures stand for that the sentence before named. */
    private List<TermMatch> goingOn(MarkedSentence sentence) {
        if (!isEnglish(sentence) || isOnTopic(sentence)) {
            return List.of();
        }
        return standIns.stream()
                .filter(list -> !sentence.has(list) && wasNamedJustBefore(list, sentence.index()))
                .flatMap(list -> new StandIns(sentence).goingOn(list).stream())
                .toList();
    }

    private boolean wasNamedJustBefore(String list, int index) {
        return Stream.concat(Stream.of(list), codebook.topics().stream())
                .anyMatch(each -> topics.getOrDefault(each, Integer.MIN_VALUE) == index - 1);
    }

    /** "He" and "she" where they act: the person last named, if that is one who acts for a country. */
    private List<PartyMention> pronouns(MarkedSentence sentence) {
        if (lastPerson.isEmpty()
                || lastPerson.get().country().isEmpty()
                || sentence.index() - lastPersonAt > PERSON_REACH) {
            return List.of();
        }
        PartyMention person = lastPerson.get();
        List<PartyMention> found = new ArrayList<>();
        for (int i = 0; i < sentence.size(); i++) {
            if (sentence.lower(i).matches("he|she") && sentence.sentence().isRelated(i, "nsubj")) {
                found.add(person.at(new Words(i, i), i));
            }
        }
        return found;
    }

    /** A surname that the tagger takes for a common noun, as at the start of a sentence ("Peace said …"). */
    private List<PartyMention> surnames(MarkedSentence sentence, List<PartyMention> found) {
        List<PartyMention> surnames = new ArrayList<>();
        for (int i = 0; i < sentence.size(); i++) {
            int at = i;
            PartyMention person = people.get(sentence.lower(i));
            boolean free = found.stream().noneMatch(party -> party.words().contains(at));
            boolean capital =
                    Character.isUpperCase(sentence.sentence().token(i).word().codePointAt(0));
            if (person != null && free && capital && sentence.sentence().isRelated(i, "nsubj")) {
                surnames.add(person.at(new Words(i, i), i));
            }
        }
        return surnames;
    }

    private PartyMention resolve(PartyMention party, MarkedSentence sentence, List<PartyMention> before) {
        if (party.country().isPresent()) {
            return party;
        }
        if (party.standing() == PartyMention.Standing.PRIVATE) {
            return byName(party).orElse(party);
        }
        Optional<String> code = byName(party).flatMap(PartyMention::country);
        if (code.isEmpty()) {
            code = leadingCountry(party, sentence);
        }
        if (code.isEmpty() && !isEnglish(sentence)) {
            code = before.stream()
                    .filter(sides::isOfficial)
                    .flatMap(each -> each.country().stream())
                    .findFirst();
        }
        if (code.isEmpty()) {
            if (isPrivateOffice(party)) {
                return party.withoutPower();
            }
            code = fromContext(party, sentence, before);
        }
        return code.map(party::actingFor).orElse(party);
    }

    /** "The official", where the last official named was one of a company. */
    private boolean isPrivateOffice(PartyMention party) {
        return party.role().isEmpty()
                && !party.body().contains(" ")
                && lastName(party.body()).equals(privateOffice);
    }

    /**
     * The country of an office named without one. "Its ministry" is that of whoever acts before it; an envoy is the
     * accused country's; any other office belongs to the country that was last named with it, or last acted, or was last
     * spoken about. Bare plurals ("officials said") reach no further than the sentence before.
     */
    private Optional<String> fromContext(PartyMention party, MarkedSentence sentence, List<PartyMention> before) {
        boolean plural = sentence.tag(party.head()).endsWith("S");
        if (isAnybody(party, sentence)) {
            return Optional.empty();
        }
        if (isDefinite(party, sentence)) {
            int first = party.words().first();
            boolean own = sentence.lower(first).matches("its|their|his|her")
                    || sentence.lower(first - 1).matches("its|their|his|her");
            Optional<String> owner = own ? lastActing(before, sentence, false) : Optional.empty();
            return owner.or(() -> envoy(party, sentence))
                    .or(() -> lastActing(before, sentence, true))
                    .or(() -> justNamed(sentence).filter(code -> !isAccused(code) || !isMinister(party)))
                    .or(() -> sameOffice(party))
                    .or(() -> locatedBefore(party, sentence))
                    .or(() -> country.flatMap(place -> place.place().country()))
                    .or(() -> mission(party, sentence))
                    .or(() -> home);
        }
        if (!plural) {
            return sameOffice(party)
                    .or(() -> mission(party, sentence))
                    .or(() -> isGoverning(party) ? ownGovernment(sentence, before) : Optional.empty());
        }
        boolean people = sentence.lower(party.words().last())
                .matches(
                        "officials|authorities|prosecutors|investigators|lawmakers|legislators|agents|police|detectives");
        return people ? ownGovernment(sentence, before) : Optional.empty();
    }

    /** Of a country that is not accused: that which acts here or just acted, else where the text is at home. */
    private Optional<String> ownGovernment(MarkedSentence sentence, List<PartyMention> before) {
        return lastActing(before, sentence, true)
                .or(() -> justNamed(sentence).filter(code -> !isAccused(code)))
                .or(() -> home);
    }

    /** "A ministry spokeswoman", "a government official": one of some government, unlike "a spokeswoman". */
    private static boolean isGoverning(PartyMention party) {
        return hasWord(party, "ministry|government|police|interior|foreign|justice");
    }

    /** "Other governments", "a number of authorities": not those of the country spoken about. */
    static boolean isAnybody(PartyMention party, MarkedSentence sentence) {
        boolean bodies = sentence.lower(party.words().last()).matches("governments|parliaments|countries|states");
        if (bodies || sentence.lower(party.words().first() - 1).matches("other|foreign|such|any|many")) {
            return true;
        }
        for (int i = party.words().first(); i < party.words().last(); i++) {
            boolean office = sentence.lower(i).equals("foreign")
                    && sentence.lower(i + 1).matches("affairs|minister|ministers|ministry|secretary|office|service");
            if (!office
                    && sentence.lower(i)
                            .matches(
                                    "other|foreign|many|some|several|various|host|european|western|local|more|any|few")) {
                return true;
            }
        }
        return false;
    }

    /** One whom a text names without a country only where it is at home in that country. */
    private static boolean isMinister(PartyMention party) {
        return hasWord(
                party,
                "minister|secretary|premier|taoiseach|senator|lawmaker|mayor|chancellor|parliament|assembly|house|senate");
    }

    /** Whether a role or a body has one of these words. */
    private static boolean hasWord(PartyMention party, String words) {
        return (party.role() + " " + party.body()).toLowerCase(Locale.ROOT).matches(".*\\b(?:" + words + ")\\b.*");
    }

    private boolean isAccused(String code) {
        return codebook.parties().accused().contains(code);
    }

    /** The country of the party that acts last among these; if wanted, of one that is not accused. */
    private Optional<String> lastActing(List<PartyMention> before, MarkedSentence sentence, boolean abroad) {
        return before.stream()
                .filter(other -> other.country().isPresent() && other.isPublic())
                .filter(other -> !abroad || !isAccused(other.country().get()))
                .filter(other -> !SlotFiller.isObjectOf(sentence, other))
                .reduce((first, second) -> second)
                .flatMap(PartyMention::country);
    }

    /** "Two offices in Oslo, the ministry says". */
    private Optional<String> locatedBefore(PartyMention party, MarkedSentence sentence) {
        return sentence.places().stream()
                .filter(place ->
                        place.isNamed() && place.words().last() < party.words().first() && sides.isAbroad(place))
                .filter(place -> sentence.lower(place.words().first() - 1).matches("in|at|across"))
                .reduce((first, second) -> second)
                .flatMap(place -> place.place().country());
    }

    /** An embassy or ambassador whose country nobody names. */
    private Optional<String> envoy(PartyMention party, MarkedSentence sentence) {
        boolean envoy = party.body()
                .toLowerCase(Locale.ROOT)
                .matches("(?:.*\\s)?(?:embassy|ambassador|consulate|consul|envoy)");
        return envoy ? sameOffice(party).or(() -> mission(party, sentence)) : Optional.empty();
    }

    /** A person named before in full, now by the last name: slips of one letter are borne. */
    private Optional<PartyMention> byName(PartyMention party) {
        String key = lastName(party.name());
        PartyMention before = people.get(key);
        if (before == null && key.length() >= 6) {
            before = people.entrySet().stream()
                    .filter(entry -> isSlip(entry.getKey(), key))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElse(null);
        }
        if (before == null
                || (party.kind() == EntityKind.ORGANISATION && party.name().contains(" "))) {
            return Optional.empty();
        }
        return Optional.of(before.at(party.words(), party.head()));
    }

    private static boolean isSlip(String a, String b) {
        if (Math.abs(a.length() - b.length()) > 1 || a.charAt(0) != b.charAt(0)) {
            return false;
        }
        int i = 0;
        while (i < Math.min(a.length(), b.length()) && a.charAt(i) == b.charAt(i)) {
            i++;
        }
        String restA = a.substring(i);
        String restB = b.substring(i);
        return restA.equals(restB)
                || (restA.length() > 0 && restA.substring(1).equals(restB))
                || (restB.length() > 0 && restB.substring(1).equals(restA))
                || (restA.length() > 0
                        && restB.length() > 0
                        && restA.substring(1).equals(restB.substring(1)));
    }

    private static String lastName(String name) {
        String lower = name.toLowerCase(Locale.ROOT).strip();
        return lower.substring(lower.lastIndexOf(' ') + 1);
    }

    /** "In Chile, Interior Minister …". */
    private Optional<String> leadingCountry(PartyMention party, MarkedSentence sentence) {
        return sentence.places().stream()
                .filter(place ->
                        place.isNamed() && place.words().last() < party.words().first())
                .filter(place -> sentence.lower(place.words().first() - 1).equals("in")
                        || sentence.lower(place.words().first() - 2).equals("in"))
                .filter(place -> place.words().first() <= 3)
                .flatMap(place -> place.place().country().stream())
                .findFirst();
    }

    private static boolean isEnglish(MarkedSentence sentence) {
        return Set.of("", "en").contains(sentence.sentence().language());
    }

    private static boolean isDefinite(PartyMention party, MarkedSentence sentence) {
        LanguageWords words = LanguageWords.of(sentence.sentence().language());
        for (int i = Math.max(0, party.words().first() - 1); i <= party.words().last(); i++) {
            if (words.isListed("this-one", sentence.lower(i)) || words.isListed("definite", sentence.lower(i))) {
                return true;
            }
        }
        int first = party.words().first();
        String before = sentence.lower(first - 1);
        String own = sentence.lower(first);
        boolean article = before.matches("the|its|their|this|that") || own.matches("the|its|their");
        boolean capital =
                Character.isUpperCase(sentence.sentence().token(first).word().codePointAt(0));
        boolean plural = sentence.tag(party.words().last()).endsWith("S");
        return article
                || (capital && first > 0 && !plural)
                || !party.role().isEmpty()
                || sentence.tag(first).isEmpty();
    }

    /** The country of the last party of the sentence right before. */
    private Optional<String> justNamed(MarkedSentence sentence) {
        return sentence.index() - lastOfficialAt <= 1 ? lastActing : Optional.empty();
    }

    /** The country of the party with the same office that was named last. */
    private Optional<String> sameOffice(PartyMention party) {
        String office = office(party);
        return officials.stream()
                .filter(other -> office(other).equals(office) || office(other).endsWith(" " + office))
                .findFirst()
                .flatMap(PartyMention::country);
    }

    private static String office(PartyMention party) {
        return party.body()
                .replaceFirst("\\s(?:of|in|at|from|for)\\s.*$", "")
                .toLowerCase(Locale.ROOT)
                .strip();
    }

    private Optional<String> mission(PartyMention party, MarkedSentence sentence) {
        boolean mission = codebook.parties()
                .accusedMissions()
                .filter(list -> sentence.terms(list).stream()
                        .map(TermMatch::words)
                        .anyMatch(words -> words.overlaps(party.words())))
                .isPresent();
        return mission && !codebook.parties().accused().isEmpty()
                ? Optional.of(codebook.parties().accused().get(0))
                : Optional.empty();
    }

    /** Takes note of what the sentence spoke about. Call after patterns were tried on it. */
    public void pass(MarkedSentence sentence, List<PlaceMention> placesOfSites) {
        if (!placesOfSites.isEmpty()) {
            sitePlaces = placesOfSites;
        }
        for (PlaceMention place : sentence.places()) {
            boolean stands = sentence.parties().stream()
                    .anyMatch(party -> party.isPublic() && party.words().contains(place.words()));
            boolean located = LanguageWords.of(sentence.sentence().language())
                            .isListed("located", sentence.lower(place.words().first() - 1))
                    || sentence.lower(place.words().first() - 1).matches("in|at|across")
                    || sentence.lower(place.words().first() - 2).matches("in|at|across");
            boolean acts = stands
                    && !sentence.lower(place.words().first() - 1).matches("to|from|against|about|over|on|into|and|by");
            boolean thing =
                    thingsHere.stream().anyMatch(name -> name.contains(place.words()) && !name.equals(place.words()));
            if (!thing
                    && !isSeat(sentence, place)
                    && sides.isAbroad(place)
                    && place.place().country().isPresent()
                    && (acts || located)) {
                country = Optional.of(place);
            }
        }
        if (bringsInSomebody(sentence)) {
            lastPerson = Optional.empty();
        }
        for (PartyMention party : sentence.parties()) {
            note(party, sentence.index());
        }
        noteActing(sentence);
    }

    /** "A young woman opened the door": "she" is no longer the minister. */
    private static boolean bringsInSomebody(MarkedSentence sentence) {
        for (int i = 0; i < sentence.size(); i++) {
            boolean somebody = sentence.lower(i)
                            .matches("woman|man|girl|boy|resident|employee|worker|neighbou?r|student|person|shopkeeper")
                    && sentence.sentence().isRelated(i, "nsubj")
                    && sentence.sentence().children(i, "det").stream()
                            .anyMatch(det -> sentence.lower(det).matches("an?"));
            if (somebody) {
                return true;
            }
        }
        return false;
    }

    /** "A group based in Oslo": where somebody sits, not what is spoken about. */
    static boolean isSeat(MarkedSentence sentence, PlaceMention place) {
        int in = place.words().first() - 1;
        return sentence.lower(in).equals("in") && Marker.isSeatBehind(sentence, in);
    }

    /** Who acted in the sentence: its first party with a country that is no object, if possible not an accused one. */
    private void noteActing(MarkedSentence sentence) {
        List<PartyMention> acting = sentence.parties().stream()
                .filter(party -> party.country().isPresent() && party.isPublic())
                .filter(party -> !SlotFiller.isObjectOf(sentence, party))
                .toList();
        Optional<String> abroad = acting.stream()
                .map(party -> party.country().get())
                .filter(code -> !isAccused(code))
                .findFirst();
        Optional<String> first = abroad.or(() -> acting.stream().findFirst().flatMap(PartyMention::country));
        if (first.isPresent()) {
            lastActing = first;
            lastOfficialAt = sentence.index();
        }
    }

    private void note(PartyMention party, int index) {
        known.put(key(party.name()), party);
        String office = lastName(party.body());
        if (party.standing() == PartyMention.Standing.PRIVATE
                && (party.kind() == EntityKind.PERSON || !party.body().equals(party.name()))) {
            privateOffice = office;
        } else if (office.equals(privateOffice)) {
            privateOffice = "";
        }
        if (party.standing() == PartyMention.Standing.PRIVATE) {
            if (party.kind() == EntityKind.ORGANISATION) {
                known.putIfAbsent(key(party.name()), party);
            } else {
                lastPerson = Optional.of(party);
                lastPersonAt = index;
            }
            return;
        }
        known.put(key(party.body()), party);
        if (party.country().isPresent()) {
            officials.addFirst(party);
            if (officials.size() > 40) {
                officials.removeLast();
            }
            if (party.kind() == EntityKind.PERSON) {
                lastPerson = Optional.of(party);
                lastPersonAt = index;
                if (!party.role().isEmpty()) {
                    people.put(lastName(party.name()), party);
                }
            }
        }
    }

    private static Set<String> namingLists(Codebook codebook) {
        Set<String> lists = new TreeSet<>();
        for (Pattern pattern : codebook.patterns()) {
            for (Fill fill : pattern.fills()) {
                codebook.kind(pattern.kind())
                        .flatMap(kind -> kind.slot(fill.slot()))
                        .filter(slot -> slot.type() == SlotType.NAME)
                        .flatMap(slot -> fill.of())
                        .ifPresent(lists::add);
            }
        }
        return lists;
    }

    /** What things in the sentence are called. */
    List<Words> things(MarkedSentence sentence, String text) {
        return namingLists.stream()
                .flatMap(list -> new ProperNames(sentence, text).of(list, names(list)).stream())
                .toList();
    }

    /** Takes note of what things in the sentence are called. */
    void noteNames(MarkedSentence sentence, String text) {
        thingsHere = things(sentence, text);
        for (String list : namingLists) {
            for (Words name : new ProperNames(sentence, text).of(list, names(list))) {
                String words = sentence.span(name).of(text);
                names.computeIfAbsent(list, key -> new TreeSet<>()).add(words);
                lastNames.put(list, words);
            }
        }
    }

    /** The names that things of a term list have been given so far. */
    Set<String> names(String list) {
        return names.getOrDefault(list, Set.of());
    }

    /** Whether the text calls some thing so: then it is no party. */
    public boolean isThing(String name) {
        return names.values().stream().anyMatch(all -> all.contains(name));
    }

    /** The name of the thing of a term list that was named last. */
    Optional<String> latestName(String list) {
        return Optional.ofNullable(lastNames.get(list));
    }

    /** Takes note of who has reported on the subject. */
    public void reported(PartyMention party) {
        if (party.standing() == PartyMention.Standing.PRIVATE && !isThing(party.name())) {
            reporter = Optional.of(party);
        }
    }

    /** Whether one of the lists was met in the sentence or shortly before; in a text about the subject, anywhere before. */
    public boolean isAbout(List<String> lists, MarkedSentence sentence) {
        return lists.stream().anyMatch(list -> {
            Integer at = topics.get(list);
            return sentence.has(list) || (at != null && (subject || sentence.index() - at <= TOPIC_REACH));
        });
    }

    /** The party of a name that was met before. */
    public Optional<PartyMention> party(String name) {
        PartyMention exact = known.get(key(name));
        if (exact != null) {
            return Optional.of(exact);
        }
        PartyMention person = people.get(lastName(name));
        if (person != null) {
            return Optional.of(person);
        }
        Optional<PartyMention> written = inSigns(name);
        if (written.isPresent()) {
            return written;
        }
        // The same words with less or more around them: "official at the ministry" for "official at the ministry in A".
        String key = key(name);
        return known.entrySet().stream()
                .filter(entry -> entry.getKey().length() >= 12 && key.length() >= 12)
                .filter(entry -> entry.getKey().contains(key) || key.contains(entry.getKey()))
                .max(Map.Entry.<String, PartyMention>comparingByKey(Comparator.comparingInt(String::length))
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getValue);
    }

    /** In scripts without blanks a name holds its parts: "中国外交部发言人汪文斌" is "汪文斌". */
    private Optional<PartyMention> inSigns(String name) {
        return known.entrySet().stream()
                .filter(entry -> entry.getKey().length() >= 2
                        && Character.isIdeographic(entry.getKey().codePointAt(0)))
                .filter(entry -> name.contains(entry.getKey()))
                .max(Map.Entry.<String, PartyMention>comparingByKey(Comparator.comparingInt(String::length))
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getValue);
    }

    public Optional<PartyMention> reporter() {
        return reporter;
    }

    public Optional<PartyMention> lastPerson() {
        return lastPerson;
    }

    public List<PlaceMention> sitePlaces() {
        return sitePlaces;
    }

    /** The country spoken about last that is not accused. */
    public Optional<PlaceMention> country() {
        return country;
    }

    /** All parties noted so far that could have spoken. */
    public Set<PartyMention> all() {
        return new HashSet<>(known.values());
    }

    static Optional<Gazetteer.Place> countryOf(Gazetteer gazetteer, Optional<String> code) {
        return code.flatMap(gazetteer::country);
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT)
                .replaceAll("^the\\s+", "")
                .replaceAll("['’]s$", "")
                .strip();
    }
}
