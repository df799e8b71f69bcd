package org.headwater.codebook.gazetteer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.headwater.codebook.gazetteer.Gazetteer.Form;
import org.headwater.codebook.gazetteer.Gazetteer.Place;

/**
 * The places of the resource and their names, each name with the places it may mean, the likeliest first.
 *
 * <p>Likelihood is a number to order by, nothing more: regions and countries under their usual names come first, then
 * great cities and capitals, provinces, other cities by population. A country's name in another language comes after a
 * city whose own name it is (Spanish "Granada" is also Grenada).
 */
final class Atlas {
    private static final double REGION = 2e12;
    private static final double COUNTRY = 1e12;
    private static final double GREAT_CITY = 1e9;
    private static final double PROVINCE = 7e8;
    private static final double CITY = 6e8;
    private static final double COUNTRY_ELSEWHERE = 5e8;
    private static final long GREAT = 500_000;
    private static final long LARGE = 100_000;

    private final Map<String, Object> named = new HashMap<>(1 << 18);
    private final Map<String, Integer> longest = new HashMap<>(1 << 17);
    private final Map<Character, List<String>> unspaced = new HashMap<>();
    private final Map<String, Place> countries = new HashMap<>();
    private final Map<String, Place> capitals = new HashMap<>();
    private final Map<String, String> adjectives = new HashMap<>();

    private Atlas() {}

    static Atlas read() {
        Atlas atlas = new Atlas();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(NameKey.Resource.open("places.tsv.gz"), 1 << 16), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                atlas.add(line.split("\t", -1));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read gazetteer: places.tsv.gz", e);
        }
        atlas.unspaced
                .values()
                .forEach(names -> names.sort(
                        Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder())));
        return atlas;
    }

    /** What a name may mean, the likeliest first; empty if nothing. */
    @SuppressWarnings("unchecked") // a name with one meaning is stored bare: most have one, and there are many
    List<Meaning> meanings(String key) {
        Object found = named.get(key);
        if (found == null) {
            return List.of();
        }
        return found instanceof Meaning one ? List.of(one) : (List<Meaning>) found;
    }

    /** The number of words of the longest name that starts with this word; 0 if none does. */
    int longestFrom(String word) {
        return longest.getOrDefault(word, 0);
    }

    /** Names in scripts without spaces that start with this character, the longest first. */
    List<String> unspacedFrom(char first) {
        return unspaced.getOrDefault(first, List.of());
    }

    Optional<Place> country(String iso2) {
        return Optional.ofNullable(countries.get(iso2));
    }

    Optional<Place> capitalOf(String iso2) {
        return Optional.ofNullable(capitals.get(iso2));
    }

    Optional<String> adjectiveOf(String iso2) {
        return Optional.ofNullable(adjectives.get(iso2));
    }

    private void add(String[] row) {
        Gazetteer.Type type = switch (row[1]) {
            case "W" -> Gazetteer.Type.CONTINENT;
            case "C" -> Gazetteer.Type.COUNTRY;
            case "P" -> Gazetteer.Type.PROVINCE;
            default -> Gazetteer.Type.CITY;
        };
        Optional<String> country = row[2].isEmpty() ? Optional.empty() : Optional.of(row[2].intern());
        Place place = new Place(row[0], row[5], type, country, Long.parseLong(row[4]));
        Entry entry = new Entry(place, row[3].intern(), row[10].intern());
        String[] demonyms = row[9].isEmpty() ? new String[0] : row[9].split("\\|", -1);
        if (type == Gazetteer.Type.COUNTRY) {
            countries.put(row[2], place);
            if (demonyms.length > 0) {
                adjectives.put(row[2], demonyms[0]);
            }
        } else if (entry.isCapital()) {
            capitals.merge(row[2], place, (a, b) -> a.population() >= b.population() ? a : b);
        }
        put(place.name(), new Meaning(entry, Form.NAME, true, rank(entry, true)));
        putAll(row[6], new Meaning(entry, Form.NAME, true, rank(entry, true)));
        putAll(row[7], new Meaning(entry, Form.NAME, true, rank(entry, false)));
        putAll(row[8], new Meaning(entry, Form.NAME, false, rank(entry, false)));
        for (String demonym : demonyms) {
            put(demonym, new Meaning(entry, Form.DEMONYM, true, rank(entry, true)));
        }
    }

    private void putAll(String names, Meaning meaning) {
        if (!names.isEmpty()) {
            for (String name : names.split("\\|", -1)) {
                put(name, meaning);
            }
        }
    }

    private void put(String name, Meaning meaning) {
        String key = NameKey.of(name);
        if (key.isEmpty()) {
            return;
        }
        Object before = named.putIfAbsent(key, meaning);
        if (before != null) {
            named.put(key, joined(before, meaning));
        }
        if (meaning.isRead()) {
            char first = key.charAt(0);
            if (Script.isUnspaced(first)) {
                if (before == null
                        || meanings(key).stream().filter(Meaning::isRead).count() == 1) {
                    unspaced.computeIfAbsent(first, c -> new ArrayList<>()).add(key);
                }
            } else {
                int cut = key.indexOf(' ');
                int words = cut < 0 ? 1 : key.split(" ", -1).length;
                longest.merge(cut < 0 ? key : key.substring(0, cut), words, Math::max);
            }
        }
    }

    @SuppressWarnings("unchecked") // see meanings
    private static Object joined(Object before, Meaning meaning) {
        List<Meaning> all = before instanceof Meaning one ? new ArrayList<>(List.of(one)) : (List<Meaning>) before;
        for (int i = 0; i < all.size(); i++) {
            Meaning each = all.get(i);
            if (each.entry().equals(meaning.entry()) && each.form() == meaning.form()) {
                boolean read = each.isRead() || meaning.isRead();
                all.set(i, new Meaning(each.entry(), each.form(), read, Math.max(each.rank(), meaning.rank())));
                return all.size() == 1 ? all.get(0) : all;
            }
        }
        all.add(meaning);
        all.sort(Comparator.comparingDouble(Meaning::rank)
                .reversed()
                .thenComparing(each -> each.entry().place().id()));
        return all;
    }

    private static double rank(Entry entry, boolean usual) {
        long population = entry.place().population();
        return switch (entry.place().type()) {
            case CONTINENT -> REGION;
            case COUNTRY -> usual ? COUNTRY : COUNTRY_ELSEWHERE;
            case PROVINCE -> PROVINCE + population;
            case CITY -> {
                if (population >= GREAT || entry.isCapital()) {
                    yield (usual ? GREAT_CITY : CITY) + weight(entry);
                }
                yield (population >= LARGE && usual ? CITY : 0) + weight(entry);
            }
        };
    }

    private static double weight(Entry entry) {
        return entry.place().population() * (entry.isCapital() ? 20.0 : entry.isSeat() ? 10.0 : 1.0);
    }

    /**
     * A place and what the resource says of it besides.
     *
     * @param place the place
     * @param province code of the province it lies in, or empty
     * @param marks capital, seat, and whether its name is also a word or a person's
     */
    record Entry(Place place, String province, String marks) {
        boolean isCapital() {
            return marks.indexOf('c') >= 0;
        }

        boolean isSeat() {
            return marks.indexOf('s') >= 0;
        }

        /** Whether its name is also an ordinary word or a person's name. */
        boolean isAlsoWord() {
            return marks.indexOf('w') >= 0;
        }

        /** Whether its name alone never means it. */
        boolean isNeverAlone() {
            return marks.indexOf('x') >= 0;
        }

        /** Population, a capital or a province's seat counting for more than its people. */
        double weight() {
            return Atlas.weight(this);
        }
    }

    /**
     * One thing a name may mean.
     *
     * @param entry the place
     * @param form whether the name names it or its people
     * @param isRead whether the name is looked for in running text
     * @param rank the greater the likelier
     */
    record Meaning(Entry entry, Form form, boolean isRead, double rank) {}

    /** Scripts that put no spaces between words. */
    static final class Script {
        private Script() {}

        static boolean isUnspaced(char c) {
            return (c >= '\u3040' && c <= '\u30ff')
                    || (c >= '\u3400' && c <= '\u9fff')
                    || (c >= '\uac00' && c <= '\ud7af')
                    || (c >= '\u1100' && c <= '\u11ff')
                    || (c >= '\u0e00' && c <= '\u0eff');
        }
    }
}
