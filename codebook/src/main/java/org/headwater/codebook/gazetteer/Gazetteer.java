package org.headwater.codebook.gazetteer;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.headwater.codebook.gazetteer.Atlas.Meaning;
import org.headwater.model.Span;

/**
 * Finds the place of a name, and the places named in a text. Names are known in many languages and scripts; accents,
 * case (but for acronyms: "US") and traditional or simplified Chinese characters make no difference.
 *
 * <p>Safe to share between threads. It is loaded once, on first use, from a resource within the jar.
 */
public final class Gazetteer {
    private static final List<String> BEFORE = List.of(
            "the ",
            "city of ",
            "province of ",
            "state of ",
            "region of ",
            "county of ",
            "municipality of ",
            "commune of ",
            "republic of ");
    private static final List<String> BEHIND = List.of(
            " province",
            " county",
            " city",
            " prefecture",
            " municipality",
            " region",
            " district",
            " state",
            " autonomous region",
            " sheng",
            " shi",
            "自治区",
            "特别行政区",
            "省",
            "市",
            "县",
            "区",
            "州");

    private final Atlas atlas;
    private final MentionFinder finder;

    private Gazetteer(Atlas atlas) {
        this.atlas = atlas;
        this.finder = new MentionFinder(atlas);
    }

    /** The gazetteer within the jar. The first call loads it, which takes some tenths of a second. */
    public static Gazetteer shipped() {
        return Shipped.GAZETTEER;
    }

    /**
     * The likeliest place of a name in any language or script: a country before a city, a greater city before a smaller
     * one. Articles and words such as "Province" around the name are allowed. Empty if no place has that name.
     */
    public Optional<Place> named(String name) {
        return best(name, Form.NAME);
    }

    /** The country or region whose people or things are called so in English: "Dutch", "Hungarian", "European". */
    public Optional<Place> demonym(String word) {
        return best(word, Form.DEMONYM);
    }

    /** The country of an ISO 3166-1 alpha-2 code, in either case; {@code XK} is Kosovo. Empty if there is none. */
    public Optional<Place> country(String iso2) {
        return atlas.country(iso2.toUpperCase(Locale.ROOT));
    }

    /** The capital of a country. Empty if the code is none, or no capital of it is known. */
    public Optional<Place> capitalOf(String iso2) {
        return atlas.capitalOf(iso2.toUpperCase(Locale.ROOT));
    }

    /** Whether the place is the capital of its country. */
    public boolean isCapital(Place place) {
        return place.country().flatMap(this::capitalOf).filter(place::equals).isPresent();
    }

    /**
     * A text with its traditional Chinese characters put into simplified ones, one for one, so that offsets stay; all
     * else is left as it is.
     */
    public static String simplified(String text) {
        StringBuilder simple = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            simple.append(NameKey.simplified(text.charAt(i)));
        }
        return simple.toString();
    }

    /** The usual English adjective of a country, such as "Dutch" for {@code NL}. Empty if none is known. */
    public Optional<String> adjectiveOf(String iso2) {
        return atlas.adjectiveOf(iso2.toUpperCase(Locale.ROOT));
    }

    /**
     * The places that a text names, from left to right, not overlapping, the longest name first. Capitalised names in
     * scripts that have capitals, names in Chinese, Japanese and Korean text; no ordinary words or persons' names,
     * unless the words around say that a place is meant. Offsets are UTF-16 units of the text.
     */
    public List<Mention> mentions(String text) {
        return finder.find(text);
    }

    private Optional<Place> best(String name, Form form) {
        String trimmed = name.strip();
        Optional<Place> found = first(NameKey.of(trimmed), form);
        if (found.isPresent()) {
            return found;
        }
        String key = NameKey.folded(trimmed);
        found = first(key, form);
        for (int i = 0; i < BEFORE.size() && found.isEmpty(); i++) {
            if (key.startsWith(BEFORE.get(i))) {
                String rest = trimmed.substring(
                        Math.min(trimmed.length(), BEFORE.get(i).length()));
                found = best(rest, form);
            }
        }
        for (int i = 0; i < BEHIND.size() && found.isEmpty(); i++) {
            if (key.endsWith(BEHIND.get(i)) && key.length() > BEHIND.get(i).length() + 1) {
                found = first(key.substring(0, key.length() - BEHIND.get(i).length()), form);
            }
        }
        return found;
    }

    private Optional<Place> first(String key, Form form) {
        for (Meaning meaning : atlas.meanings(key)) {
            if (meaning.form() == form) {
                return Optional.of(meaning.entry().place());
            }
        }
        return Optional.empty();
    }

    /** Loaded with its class, hence once and safely. */
    private static final class Shipped {
        static final Gazetteer GAZETTEER = new Gazetteer(Atlas.read());
    }

    /** What a place is. */
    public enum Type {
        /** A continent or a region of several countries. */
        CONTINENT,
        /** A country, or a territory with a country code of its own. */
        COUNTRY,
        /** A first-order part of a country. */
        PROVINCE,
        /** A city, town, prefecture or county. */
        CITY
    }

    /** How a text names a place. */
    public enum Form {
        /** By its name: "the Netherlands". */
        NAME,
        /** By the word for its people and things: "Dutch". */
        DEMONYM
    }

    /**
     * A place.
     *
     * @param id {@code iso:NL} for countries, {@code iso:CN-FJ} for provinces (ISO 3166-2), {@code geonames:2759794} for
     *     cities, {@code gbt2260:331121} for Chinese counties that GeoNames' list lacks, {@code m49:150} for regions
     * @param name its English name
     * @param type what it is
     * @param country ISO 3166-1 alpha-2 code of the country it is or lies in; empty for regions of several countries
     * @param population persons, roughly; 0 where not known, as for countries
     */
    public record Place(String id, String name, Type type, Optional<String> country, long population) {}

    /**
     * A place named in a text.
     *
     * @param span the words that name it
     * @param place the place
     * @param form whether they name it or its people
     */
    public record Mention(Span span, Place place, Form form) {}
}
