package org.headwater.entities;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.headwater.codebook.gazetteer.Gazetteer;
import org.headwater.codebook.gazetteer.Gazetteer.Place;

/**
 * Names of bodies whose words are translations or synonyms of one another, word by word. That is evidence, never enough
 * alone: {@link SharedClaims} must come to it.
 */
final class Synonyms {
    private static final Map<String, Set<Integer>> GROUPS = new HashMap<>();
    private static final Map<String, Set<String>> LANGUAGES = new HashMap<>();
    private static final Map<String, Set<String>> COUNTRIES = new HashMap<>();
    private static final Set<String> ARTICLES = Set.of(
            "the", "of", "for", "and", "el", "la", "los", "las", "le", "les", "il", "lo", "de", "del", "des", "der",
            "die", "das", "di", "y", "et", "und", "e");

    static {
        int group = 0;
        for (String row : Tables.rows("synonyms.tsv")) {
            for (String column : row.split("\t", -1)) {
                int cut = column.indexOf(':');
                for (String word : column.substring(cut + 1).split(",", -1)) {
                    String key = isChinese(word) ? word : stem(NameForm.of(word).squeezed());
                    GROUPS.computeIfAbsent(key, k -> new TreeSet<>()).add(group);
                    LANGUAGES.computeIfAbsent(key, k -> new TreeSet<>()).add(column.substring(0, cut));
                }
            }
            group++;
        }
        for (String row : Tables.rows("language-countries.tsv")) {
            String[] columns = row.split("\t", -1);
            COUNTRIES.put(columns[0], Set.of(columns[1].split(" ", -1)));
        }
    }

    private final Gazetteer gazetteer;

    Synonyms(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    /** What names whose words may be synonyms have in common, for bringing them together; empty if no word is known. */
    Set<String> keys(NameForm name) {
        List<String> words = words(name);
        Set<String> keys = new TreeSet<>(List.of(""));
        boolean known = false;
        for (String word : words) {
            if (!isCountry(word)) {
                Set<Integer> groups = GROUPS.getOrDefault(word, Set.of());
                known |= !groups.isEmpty();
                Set<String> longer = new TreeSet<>();
                for (String key : keys) {
                    if (groups.isEmpty()) {
                        longer.add(key + " " + word);
                    }
                    groups.forEach(each -> longer.add(key + " " + each));
                }
                keys = longer;
            }
        }
        return known && words.size() <= 6 ? keys : Set.of();
    }

    /** How the words go together, such as "protection ~ safeguard"; empty if they do not. */
    Optional<String> wordByWord(NameForm a, NameForm b) {
        List<String> left = words(a);
        List<String> right = words(b);
        left = withoutCountryOf(left, right);
        right = withoutCountryOf(right, left);
        if (left.size() != right.size() || left.isEmpty()) {
            return Optional.empty();
        }
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i < left.size(); i++) {
            String x = left.get(i);
            String y = right.get(i);
            Set<Integer> common = new TreeSet<>(GROUPS.getOrDefault(x, Set.of()));
            common.retainAll(GROUPS.getOrDefault(y, Set.of()));
            if (!x.equals(y) && common.isEmpty()) {
                return Optional.empty();
            }
            if (!x.equals(y)) {
                pairs.add(x + " ~ " + y);
            }
        }
        return Optional.of(pairs.isEmpty() ? "the same words" : String.join(", ", pairs));
    }

    /** Whether the two share a word as it is, besides the synonyms. */
    boolean shareWord(NameForm a, NameForm b) {
        List<String> right = words(b);
        return words(a).stream().anyMatch(right::contains);
    }

    /** "Spanish Post" may stand for a Spanish word for post: the country only says in which language to look. */
    private List<String> withoutCountryOf(List<String> words, List<String> others) {
        if (words.size() != others.size() + 1 || words.size() < 2) {
            return words;
        }
        Optional<Place> country = gazetteer.demonym(capital(words.get(0)));
        if (country.isEmpty()) {
            return words;
        }
        String code = country.get().country().orElse("");
        boolean spoken = others.stream()
                .allMatch(word -> LANGUAGES.getOrDefault(word, Set.of()).stream()
                        .anyMatch(language ->
                                COUNTRIES.getOrDefault(language, Set.of()).contains(code) && !language.equals("en")));
        return spoken ? words.subList(1, words.size()) : words;
    }

    private boolean isCountry(String word) {
        return !isChinese(word) && gazetteer.demonym(capital(word)).isPresent();
    }

    private static String capital(String word) {
        return word.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    private static List<String> words(NameForm name) {
        List<String> words = new ArrayList<>();
        if (name.script() == NameForm.Script.CHINESE) {
            return chinese(name.simplified());
        }
        for (String word : name.words()) {
            if (!ARTICLES.contains(word)) {
                words.add(stem(word));
            }
        }
        return words;
    }

    /** The longest known words from left to right; what is unknown stays together. */
    private static List<String> chinese(String name) {
        List<String> words = new ArrayList<>();
        StringBuilder unknown = new StringBuilder();
        int at = 0;
        while (at < name.length()) {
            int end = Math.min(name.length(), at + 4);
            while (end > at + 1 && !GROUPS.containsKey(name.substring(at, end))) {
                end--;
            }
            if (end > at + 1) {
                if (!unknown.isEmpty()) {
                    words.add(unknown.toString());
                    unknown.setLength(0);
                }
                words.add(name.substring(at, end));
                at = end;
            } else {
                unknown.append(name.charAt(at++));
            }
        }
        if (!unknown.isEmpty()) {
            words.add(unknown.toString());
        }
        return words;
    }

    private static boolean isChinese(String word) {
        return !word.isEmpty() && Character.UnicodeScript.of(word.codePointAt(0)) == Character.UnicodeScript.HAN;
    }

    /** Without the ending of the plural. */
    static String stem(String word) {
        if (word.length() > 4 && word.endsWith("ies")) {
            return word.substring(0, word.length() - 3) + "y";
        }
        return word.length() > 3 && word.endsWith("s") && !word.endsWith("ss")
                ? word.substring(0, word.length() - 1)
                : word;
    }
}
