package org.headwater.casefile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.headwater.codebook.gazetteer.Gazetteer;
import org.headwater.model.Statement;

/**
 * Compares statements with those that a person found by hand in the same documents. One found by hand is found when a
 * statement of its kind overlaps its sentence and the values it names agree; a statement is right when it finds one. Rows
 * marked optional are fair to propose and not asked for.
 *
 * @param right how many of the proposed statements are right
 * @param said how many are proposed
 * @param found how many of those asked for were found
 * @param asked how many are asked for
 * @param spokenRight of how many found the ultimate speaker is one of those named by hand
 * @param spoken for how many found a speaker is named by hand
 * @param misses what is missing, wrong or said by somebody else, for a person to read
 */
record GoldScore(int right, int said, int found, int asked, int spokenRight, int spoken, List<String> misses) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Gazetteer GAZETTEER = Gazetteer.shipped();
    private static final Set<String> SMALL =
            Set.of("the", "of", "and", "in", "government", "authorities", "ministry", "foreign", "minister", "s", "a");

    double precision() {
        return said == 0 ? 0 : (double) right / said;
    }

    double recall() {
        return asked == 0 ? 0 : (double) found / asked;
    }

    /** Share of those found whose speaker is right; 1 where none is named. */
    double speakers() {
        return spoken == 0 ? 1 : (double) spokenRight / spoken;
    }

    /** This and another document's, counted together. */
    GoldScore and(GoldScore other) {
        List<String> all = new ArrayList<>(misses);
        all.addAll(other.misses);
        return new GoldScore(
                right + other.right,
                said + other.said,
                found + other.found,
                asked + other.asked,
                spokenRight + other.spokenRight,
                spoken + other.spoken,
                all);
    }

    double f1() {
        double sum = precision() + recall();
        return sum == 0 ? 0 : 2 * precision() * recall() / sum;
    }

    static GoldScore of(Path goldFile, Collection<Statement> statements) throws IOException {
        List<JsonNode> gold = new ArrayList<>();
        for (String line : Files.readAllLines(goldFile)) {
            gold.add(JSON.readTree(line));
        }
        List<Statement> said = List.copyOf(statements);
        Set<Statement> right = new HashSet<>();
        List<String> misses = new ArrayList<>();
        int asked = 0;
        int found = 0;
        int spoken = 0;
        int spokenRight = 0;
        for (JsonNode row : gold) {
            List<Statement> hits =
                    said.stream().filter(each -> finds(each, row)).toList();
            right.addAll(hits);
            if (row.path("optional").asBoolean()) {
                continue;
            }
            asked++;
            found += hits.isEmpty() ? 0 : 1;
            if (hits.isEmpty()) {
                misses.add("missed " + row.get("kind").asText() + " " + row.get("key") + " | "
                        + row.get("sentence").asText());
            } else if (!row.get("attributed_to").isEmpty()) {
                spoken++;
                boolean rightly = hits.stream().anyMatch(each -> isSpokenBy(each, row.get("attributed_to")));
                spokenRight += rightly ? 1 : 0;
                if (!rightly) {
                    misses.add("speaker " + hits.get(0).attribution() + " | " + row);
                }
            }
        }
        said.stream()
                .filter(each -> !right.contains(each))
                .forEach(each -> misses.add("extra " + each.kind() + " " + each.slots() + " | " + each.quote()));
        return new GoldScore(right.size(), said.size(), found, asked, spokenRight, spoken, misses);
    }

    private static boolean finds(Statement statement, JsonNode row) {
        boolean same = statement.kind().equals(row.get("kind").asText())
                && overlaps(statement.quote(), row.get("sentence").asText());
        return same
                && row.get("key").properties().stream()
                        .allMatch(key -> agrees(statement, key.getKey(), key.getValue()));
    }

    private static boolean overlaps(String quote, String sentence) {
        String a = quote.replaceAll("\\s+", " ").strip();
        String b = sentence.replaceAll("\\s+", " ").strip();
        return contains(a, b) || contains(b, a);
    }

    /** Whether the one holds the other; a letter that is withheld in either stands for any. */
    private static boolean contains(String whole, String part) {
        for (int from = 0; from + part.length() <= whole.length(); from++) {
            int at = 0;
            while (at < part.length() && isSame(whole.charAt(from + at), part.charAt(at))) {
                at++;
            }
            if (at == part.length()) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSame(char one, char other) {
        return one == other || one == Withholding.DOT || other == Withholding.DOT;
    }

    private static boolean agrees(Statement statement, String key, JsonNode wanted) {
        return switch (key) {
            case "count", "countries" -> isNumber(statement, key, wanted.asLong());
            case "scope" ->
                statement.slot("scope").isEmpty()
                        ? wanted.asText().equals("world")
                        : isNamed(wanted.asText(), slot(statement, "scope"));
            case "date", "since" ->
                slot(statement, key)
                        .path("from")
                        .asText()
                        .startsWith(wanted.asText().substring(0, 4));
            case "action" -> slot(statement, "action").path("name").asText().equals(wanted.asText());
            case "parent" ->
                all(wanted).stream()
                        .anyMatch(name ->
                                slot(statement, "parent-bureau").toString().contains(name));
            case "parties" ->
                all(wanted).stream()
                                .filter(name -> isNamed(name, slot(statement, "parties")))
                                .count()
                        >= Math.min(2, wanted.size());
            default -> isNamed(wanted.asText(), slot(statement, key));
        };
    }

    private static JsonNode slot(Statement statement, String name) {
        return WrittenForm.slots(statement.slots()).path(name);
    }

    private static List<String> all(JsonNode names) {
        List<String> all = new ArrayList<>();
        names.forEach(name -> all.add(name.asText()));
        return all;
    }

    private static boolean isNumber(Statement statement, String key, long wanted) {
        JsonNode value = slot(statement, key);
        boolean least =
                value.path("min").asLong(-1) == wanted || value.path("max").asLong(-1) == wanted;
        return least || (!value.has("max") && value.path("min").asLong(-1) == wanted + 1);
    }

    private static boolean isSpokenBy(Statement statement, JsonNode names) {
        JsonNode last = JSON.valueToTree(Map.of(
                "name",
                statement.attribution().speaker().name(),
                "text",
                statement.attribution().speaker().text()));
        return all(names).stream().anyMatch(name -> isNamed(name, last));
    }

    /** Whether one of the value's names is the wanted one: the same words but for small ones, people for their country. */
    private static boolean isNamed(String wanted, JsonNode value) {
        if (value.isArray()) {
            for (JsonNode each : value) {
                if (isNamed(wanted, each)) {
                    return true;
                }
            }
            return false;
        }
        Set<String> asked = tokens(wanted);
        boolean signs = wanted.codePoints().anyMatch(Character::isIdeographic);
        if (signs
                && (value.path("name").asText().contains(wanted)
                        || value.path("text").asText().contains(wanted))) {
            return true;
        }
        return List.of("name", "text", "country").stream()
                .map(key -> key.equals("country")
                        ? GAZETTEER
                                .country(value.path(key).asText())
                                .map(Gazetteer.Place::name)
                                .orElse("")
                        : value.path(key).asText())
                .map(GoldScore::tokens)
                .anyMatch(own ->
                        !own.isEmpty() && !asked.isEmpty() && (own.containsAll(asked) || asked.containsAll(own)));
    }

    private static Set<String> tokens(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
        return Arrays.stream(plain.split(" ", -1))
                .filter(word -> !word.isEmpty() && !SMALL.contains(word))
                .map(GoldScore::countryOf)
                .collect(Collectors.toSet());
    }

    private static String countryOf(String word) {
        Optional<Gazetteer.Place> place = GAZETTEER.demonym(Character.toUpperCase(word.charAt(0)) + word.substring(1));
        return place.map(Gazetteer.Place::name).orElse(word).toLowerCase(Locale.ROOT);
    }
}
