package org.headwater.entities;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.headwater.codebook.gazetteer.Gazetteer;
import org.headwater.codebook.gazetteer.Gazetteer.Form;
import org.headwater.codebook.gazetteer.Gazetteer.Mention;
import org.headwater.codebook.gazetteer.Gazetteer.Place;

/**
 * Reads names of governments and ministries of any country: "China's foreign affairs ministry", "Ministry of Foreign
 * Affairs of China" and "Chinese Foreign Ministry spokesman" are one office of one country; a country or its capital
 * alone, as a party, is its government.
 */
final class Offices {
    private static final Map<String, String[]> OFFICES = offices();
    private static final Set<String> SPEAKERS = Tables.words("speakers.txt");
    private static final Set<String> JOINTS = Set.of(
            "of",
            "the",
            "for",
            "and",
            "de",
            "del",
            "la",
            "el",
            "los",
            "des",
            "du",
            "da",
            "degli",
            "dell",
            "von",
            "der",
            "senior",
            "top",
            "unnamed",
            "an",
            "a",
            "its",
            "e",
            "y",
            "et",
            "s",
            "republic",
            "federal",
            "at");
    /** Where the adjective for people is not the one used of bodies. */
    private static final Map<String, String> OF_BODIES = Map.of("US", "US", "PH", "Philippine", "NZ", "New Zealand");

    private final Gazetteer gazetteer;

    Offices(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    /** The office that a name or role means; empty if it means none of a known country. */
    Optional<Office> read(String name) {
        for (Mention mention : gazetteer.mentions(capitalised(name))) {
            Optional<Place> country = countryOf(mention.place());
            if (country.isEmpty()) {
                continue;
            }
            String rest = name.substring(0, mention.span().begin()) + " "
                    + name.substring(mention.span().end());
            boolean capital = mention.place().type() == Gazetteer.Type.CITY;
            Optional<Office> office = office(country.get(), rest, mention.form(), capital);
            if (office.isPresent()) {
                return office;
            }
        }
        return Optional.empty();
    }

    /** The country of which the name says no more than that it is a ministry, or who speaks for one; empty otherwise. */
    Optional<String> countryOfSomeMinistry(String name) {
        for (Mention mention : gazetteer.mentions(capitalised(name))) {
            List<String> words = wordsOf(name.substring(0, mention.span().begin()) + " "
                    + name.substring(mention.span().end()));
            words.removeIf(SPEAKERS::contains);
            if (words.equals(List.of("ministry"))) {
                return countryOf(mention.place()).flatMap(Place::country);
            }
        }
        return Optional.empty();
    }

    /**
     * The embassy that a name means; by the country it is in, where the words for it tell that and no other. Embassies of one
     * country in two are two offices, and each answers for what it says itself.
     *
     * @param read what {@link #read} says of the name
     */
    Optional<Office> embassy(String name, Optional<Office> read, Collection<String> words) {
        Optional<Office> office = read.filter(each -> each.kind().equals("embassy"));
        if (office.isEmpty()) {
            return office;
        }
        Set<String> hosts = new TreeSet<>();
        Stream.concat(Stream.of(name), words.stream())
                .flatMap(each -> gazetteer.mentions(capitalised(each)).stream())
                .forEach(mention -> mention.place()
                        .country()
                        .filter(code -> !code.equals(office.get().country()))
                        .ifPresent(hosts::add));
        return hosts.size() == 1
                ? office.flatMap(each -> gazetteer
                        .country(hosts.iterator().next())
                        .map(host -> new Office(each.country(), each.kind(), each.name() + " in " + host.name())))
                : office;
    }

    /** The government of a country; empty if no such country is known. */
    Optional<Office> government(String country) {
        return gazetteer.country(country).map(place -> of(place, OFFICES.get("government")));
    }

    /** Whether the words begin, in Chinese, with an office, behind which its holder may be named. */
    boolean beginsOffice(String words) {
        String plain = words.strip();
        return OFFICES.keySet().stream()
                .anyMatch(office -> office.length() > 1
                        && Character.isIdeographic(office.codePointAt(0))
                        && plain.startsWith(office));
    }

    /** Whether the name alone is a place's. */
    boolean isPlace(String name) {
        return gazetteer.named(name).isPresent();
    }

    private Optional<Office> office(Place country, String rest, Form form, boolean capital) {
        List<String> words = wordsOf(rest);
        boolean alone = words.isEmpty();
        if (alone) {
            return Optional.of(of(country, OFFICES.get("government")));
        }
        List<String> phrase = new ArrayList<>();
        String[] found = null;
        for (String word : words) {
            phrase.add(word);
            String[] each = OFFICES.get(String.join(" ", phrase));
            found = each == null ? found : each;
            if (SPEAKERS.contains(word) && !SPEAKERS.containsAll(phrase)) {
                break;
            }
        }
        List<String> plain = new ArrayList<>(phrase);
        plain.removeIf(SPEAKERS::contains);
        if (found == null) {
            found = OFFICES.get(String.join(" ", plain));
        }
        boolean minister = found == null && words.get(words.size() - 1).equals("minister");
        if (minister) {
            return Optional.of(of(country, OFFICES.get("government")));
        }
        boolean onlySpeaker = plain.isEmpty();
        if (found == null && onlySpeaker && form == Form.DEMONYM) {
            found = OFFICES.get("government");
        }
        boolean whole = found != null
                && (onlySpeaker || phrase.size() == words.size() || SPEAKERS.contains(phrase.get(phrase.size() - 1)));
        boolean local = capital && found != null && found[0].equals("police");
        return whole && !local && fits(found, phrase, plain) ? Optional.of(of(country, found)) : Optional.empty();
    }

    /** Whether the office is all that is said, but for who speaks for it. */
    private static boolean fits(String[] found, List<String> phrase, List<String> plain) {
        return plain.isEmpty()
                || found == OFFICES.get(String.join(" ", plain))
                || found == OFFICES.get(String.join(" ", phrase));
    }

    private Office of(Place country, String[] office) {
        String code = country.country().orElse("");
        String adjective =
                OF_BODIES.getOrDefault(code, gazetteer.adjectiveOf(code).orElse(country.name()));
        return new Office(code, office[0], adjective + " " + office[1]);
    }

    /** The country, for a country or its capital. */
    Optional<Place> countryOf(Place place) {
        Optional<Place> country = place.country().flatMap(gazetteer::country);
        if (place.type() == Gazetteer.Type.COUNTRY) {
            return country;
        }
        return gazetteer.isCapital(place) ? country : Optional.empty();
    }

    static List<String> wordsOf(String rest) {
        List<String> words = new ArrayList<>();
        for (String word : rest.replace("'s ", " ").replace("’s ", " ").split("[\\s,\\-–()]+", -1)) {
            String plain = word.toLowerCase(Locale.ROOT).replaceAll("[.'’\"“”]", "");
            // "in Shanghai" says where somebody of the office is.
            if (plain.equals("in") && !words.isEmpty()) {
                break;
            }
            if (!plain.isEmpty() && !JOINTS.contains(plain)) {
                words.add(plain);
            }
        }
        return words;
    }

    /** The gazetteer looks for capitalised names only; a name given as a party may come in lower case. */
    static String capitalised(String name) {
        return name.isEmpty() ? name : Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    private static Map<String, String[]> offices() {
        Map<String, String[]> offices = new HashMap<>();
        for (String row : Tables.rows("offices.tsv")) {
            String[] columns = row.split("\t", -1);
            String[] office = {columns[0], columns[1]};
            for (String name : columns[2].split("\\|", -1)) {
                offices.putIfAbsent(name, office);
            }
        }
        return offices;
    }

    /**
     * An office of a country.
     *
     * @param country ISO 3166-1 alpha-2 code
     * @param kind which office
     * @param name what it is shown as
     */
    record Office(String country, String kind, String name) {
        boolean isMinistry() {
            return name.contains(" Ministry of ");
        }
    }
}
