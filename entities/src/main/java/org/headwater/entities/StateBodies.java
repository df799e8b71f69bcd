package org.headwater.entities;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.headwater.codebook.gazetteer.Gazetteer;
import org.headwater.codebook.gazetteer.Gazetteer.Mention;

/**
 * Which states a party is a body of, by its name: a government, ministry, embassy, police or prosecution, one or, as in "the
 * Dutch and Irish governments", several together. Parliaments and state media are bodies of their own. Remembers
 * the names it was asked about. Safe to share between threads.
 */
public final class StateBodies {
    private static final Set<String> WORDS = Tables.words("state-words.txt");
    private static final Set<String> OF_THEIR_OWN = Set.of("parliament", "state-media");

    private final Gazetteer gazetteer;
    private final Offices offices;
    private final Map<String, Body> known = new ConcurrentHashMap<>();

    /** Of which states a name is a body, and whether it is one of a state that it does not name. */
    private record Body(List<String> countries, boolean unplaced) {}

    private StateBodies(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
        this.offices = new Offices(gazetteer);
    }

    /** Bodies of the countries of this gazetteer. */
    public static StateBodies of(Gazetteer gazetteer) {
        return new StateBodies(gazetteer);
    }

    /** The ISO 3166-1 alpha-2 codes of the states whose body it is, in the order named; empty for anybody else. */
    public List<String> countries(String name) {
        return known.computeIfAbsent(name, this::read).countries();
    }

    /** Whether it is a body of a state, and the name does not say of which: "the foreign ministry". */
    public boolean isUnplaced(String name) {
        return known.computeIfAbsent(name, this::read).unplaced();
    }

    private Body read(String name) {
        List<String> countries = new ArrayList<>();
        String rest = withoutCountries(name, countries);
        boolean body = isStateBody(rest) || offices.beginsOffice(rest);
        Optional<Offices.Office> office = offices.read(name);
        List<String> states = office.isPresent()
                ? office.filter(each -> !OF_THEIR_OWN.contains(each.kind())).map(Offices.Office::country).stream()
                        .toList()
                : body ? countries.stream().distinct().toList() : List.of();
        return new Body(states, body && countries.isEmpty());
    }

    /**
     * The name of a country's government, as entities are called.
     *
     * @param country ISO 3166-1 alpha-2 code
     */
    public String government(String country) {
        return offices.government(country).map(Offices.Office::name).orElse(country);
    }

    private static boolean isStateBody(String rest) {
        List<String> words = Offices.wordsOf(rest);
        return !words.isEmpty() && WORDS.containsAll(words);
    }

    /** The name without the countries it names, which are added to the list. */
    private String withoutCountries(String name, List<String> countries) {
        StringBuilder rest = new StringBuilder();
        int from = 0;
        for (Mention mention : gazetteer.mentions(Offices.capitalised(name))) {
            Optional<String> code = offices.countryOf(mention.place()).flatMap(Gazetteer.Place::country);
            if (code.isPresent() && mention.span().begin() >= from) {
                countries.add(code.get());
                rest.append(name, from, mention.span().begin()).append(' ');
                from = mention.span().end();
            }
        }
        return rest.append(name.substring(from)).toString().replace('\u00a0', ' ');
    }
}
