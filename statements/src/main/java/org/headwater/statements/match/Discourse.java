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
import org.headwater.codebook.Codebook;
import org.headwater.codebook.gazetteer.Gazetteer;
import org.headwater.model.EntityKind;
import org.headwater.statements.marks.MarkedSentence;
import org.headwater.statements.marks.PartyMention;
import org.headwater.statements.marks.PlaceMention;
import org.headwater.statements.marks.Sides;
import org.headwater.statements.marks.TermMatch;

/**
 * What a text has spoken about so far: its topics, the places of sites, the country and the parties last named. One for
 * each document, fed with its sentences in order. Not thread-safe.
 */
public final class Discourse {
    /** Sentences after which a topic is taken to be left. */
    private static final int TOPIC_REACH = 12;

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

    private Discourse(Codebook codebook) {
        this.codebook = codebook;
        this.sides = Sides.of(codebook);
    }

    public static Discourse of(Codebook codebook) {
        return new Discourse(codebook);
    }

    /** The sentence with the countries of parties that earlier sentences tell. Call before patterns are tried on it. */
    public MarkedSentence resolve(MarkedSentence sentence) {
        List<PartyMention> parties = new ArrayList<>();
        for (PartyMention party : sentence.parties()) {
            parties.add(resolve(party, sentence));
        }
        MarkedSentence resolved = new MarkedSentence(
                sentence.index(),
                sentence.sentence(),
                sentence.terms(),
                sentence.numbers(),
                sentence.dates(),
                sentence.places(),
                parties,
                sentence.quotes());
        sentence.terms().forEach(match -> topics.put(match.list(), sentence.index()));
        return resolved;
    }

    private PartyMention resolve(PartyMention party, MarkedSentence sentence) {
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
        if (code.isEmpty() && isDefinite(party, sentence)) {
            code = justNamed(sentence)
                    .or(() -> sameOffice(party))
                    .or(() -> mission(party, sentence))
                    .or(() -> country.flatMap(place -> place.place().country()));
        } else if (code.isEmpty() && !sentence.tag(party.head()).endsWith("S")) {
            code = sameOffice(party).or(() -> mission(party, sentence));
        }
        return code.map(party::actingFor).orElse(party);
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
        return Optional.of(new PartyMention(
                party.words(),
                party.head(),
                before.name(),
                before.kind(),
                before.standing(),
                before.country(),
                before.role(),
                before.body()));
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

    private static boolean isDefinite(PartyMention party, MarkedSentence sentence) {
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
        return sentence.index() - lastOfficialAt <= 1
                ? Optional.ofNullable(officials.peekFirst()).flatMap(PartyMention::country)
                : Optional.empty();
    }

    /** The country of the party with the same office that was named last. */
    private Optional<String> sameOffice(PartyMention party) {
        String office = office(party);
        return officials.stream()
                .filter(other -> office(other).equals(office))
                .findFirst()
                .flatMap(PartyMention::country);
    }

    private static String office(PartyMention party) {
        return lastName(party.body().replaceFirst("\\s(?:of|in|at|from|for)\\s.*$", ""));
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
            boolean located = sentence.lower(place.words().first() - 1).matches("in|at|across")
                    || sentence.lower(place.words().first() - 2).matches("in|at|across");
            if (sides.isAbroad(place) && place.place().country().isPresent() && (stands || located)) {
                country = Optional.of(place);
            }
        }
        for (PartyMention party : sentence.parties()) {
            note(party, sentence.index());
        }
    }

    private void note(PartyMention party, int index) {
        known.put(key(party.name()), party);
        if (party.standing() == PartyMention.Standing.PRIVATE) {
            if (party.kind() == EntityKind.ORGANISATION) {
                known.putIfAbsent(key(party.name()), party);
            }
            return;
        }
        known.put(key(party.body()), party);
        if (party.country().isPresent()) {
            officials.addFirst(party);
            lastOfficialAt = index;
            if (officials.size() > 40) {
                officials.removeLast();
            }
            if (party.kind() == EntityKind.PERSON) {
                lastPerson = Optional.of(party);
                if (!party.role().isEmpty()) {
                    people.put(lastName(party.name()), party);
                }
            }
        }
    }

    /** Takes note of who has reported on the subject. */
    public void reported(PartyMention party) {
        if (party.standing() == PartyMention.Standing.PRIVATE) {
            reporter = Optional.of(party);
        }
    }

    /** Whether one of the lists was met in the sentence or shortly before. */
    public boolean isAbout(List<String> lists, MarkedSentence sentence) {
        return lists.stream().anyMatch(list -> {
            Integer at = topics.get(list);
            return sentence.has(list) || (at != null && sentence.index() - at <= TOPIC_REACH);
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
        // The same words with less or more around them: "official at the ministry" for "official at the ministry in A".
        String key = key(name);
        return known.entrySet().stream()
                .filter(entry -> entry.getKey().length() >= 12 && key.length() >= 12)
                .filter(entry -> entry.getKey().contains(key) || key.contains(entry.getKey()))
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
