package org.headwater.reading.article;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.Character.UnicodeScript;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.headwater.model.Known;

/**
 * Tells the language of a text by its script and by its most frequent small words (Grefenstette 1995 found those the
 * surest sign in running text). A few lines suffice; single words do not. Needs no model, and is loaded on first use.
 *
 * <p>Thread-safe.
 */
public final class Languages {
    private static final int UNITS = 8_000;
    private static final String LETTERS = "letters-";
    private static final int WORDS_LEAST = 3;
    private static final double SHARE_LEAST = 0.10;
    private static final double LEAD_LEAST = 1.15;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}'’]+");

    private final Map<String, List<Weight>> weights;
    private final Map<Character, String> letters;
    private final String simplified;
    private final String traditional;

    private Languages(
            Map<String, List<Weight>> weights, Map<Character, String> letters, String simplified, String traditional) {
        this.weights = weights;
        this.letters = letters;
        this.simplified = simplified;
        this.traditional = traditional;
    }

    /** The BCP 47 tag of the language a text is written in; unknown if the text is too short or mixed to tell. */
    public static Known<String> of(String text) {
        return Loaded.ALL
                .tell(text.substring(0, Math.min(text.length(), UNITS)))
                .map(tag -> Known.of(tag, "recognised in the text"))
                .orElse(Known.unknown());
    }

    private Optional<String> tell(String text) {
        Map<UnicodeScript, Integer> scripts = new EnumMap<>(UnicodeScript.class);
        text.codePoints()
                .filter(Character::isLetter)
                .forEach(point -> scripts.merge(UnicodeScript.of(point), 1, Integer::sum));
        int letters = scripts.values().stream().mapToInt(Integer::intValue).sum();
        int han = scripts.getOrDefault(UnicodeScript.HAN, 0);
        int kana = scripts.getOrDefault(UnicodeScript.HIRAGANA, 0) + scripts.getOrDefault(UnicodeScript.KATAKANA, 0);
        // A Chinese character says as much as a word of letters.
        if ((han + kana) * 4 > letters - han - kana) {
            return kana * 10 > han ? Optional.of("ja") : chinese(text);
        }
        if (scripts.getOrDefault(UnicodeScript.HANGUL, 0) * 3 > letters) {
            return Optional.of("ko");
        }
        return byWords(text);
    }

    private Optional<String> chinese(String text) {
        long simple = text.chars().filter(c -> simplified.indexOf(c) >= 0).count();
        long full = text.chars().filter(c -> traditional.indexOf(c) >= 0).count();
        if (simple == full) {
            return Optional.of("zh");
        }
        return Optional.of(simple > full ? "zh-Hans" : "zh-Hant");
    }

    private Optional<String> byWords(String text) {
        Map<String, Double> scores = new TreeMap<>();
        int words = 0;
        int hits = 0;
        Matcher matcher = WORD.matcher(text.toLowerCase(Locale.ROOT));
        while (matcher.find()) {
            words++;
            List<Weight> known = weights.getOrDefault(matcher.group(), List.of());
            hits += known.isEmpty() ? 0 : 1;
            for (Weight weight : known) {
                scores.merge(weight.language, weight.value, Double::sum);
            }
        }
        for (Map.Entry<Character, String> letter : letters.entrySet()) {
            long found = text.chars()
                    .filter(c -> Character.toLowerCase((char) c) == letter.getKey())
                    .count();
            if (found > 0) {
                scores.merge(letter.getValue(), (double) found, Double::sum);
            }
        }
        String best = "";
        double first = 0;
        double second = 0;
        for (Map.Entry<String, Double> score : scores.entrySet()) {
            if (score.getValue() > first) {
                second = first;
                first = score.getValue();
                best = score.getKey();
            } else {
                second = Math.max(second, score.getValue());
            }
        }
        boolean sure = hits >= WORDS_LEAST && first >= SHARE_LEAST * words && first >= LEAD_LEAST * second;
        return sure ? Optional.of(best) : Optional.empty();
    }

    /** How much a word speaks for a language: one, shared among the languages that have it. */
    private record Weight(String language, double value) {}

    private static final class Loaded {
        static final Languages ALL = load();

        private static Languages load() {
            Map<String, List<String>> languagesOf = new HashMap<>();
            Map<Character, String> letters = new TreeMap<>();
            String simplified = "";
            String traditional = "";
            try (InputStream in = Languages.class.getResourceAsStream("languages.txt");
                    BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    int colon = line.indexOf(':');
                    if (line.startsWith("#") || colon < 0) {
                        continue;
                    }
                    String tag = line.substring(0, colon);
                    String words = line.substring(colon + 1).strip();
                    if (tag.equals("zh-Hans")) {
                        simplified = words;
                    } else if (tag.equals("zh-Hant")) {
                        traditional = words;
                    } else if (tag.startsWith(LETTERS)) {
                        words.chars().forEach(c -> letters.put((char) c, tag.substring(LETTERS.length())));
                    } else {
                        for (String word : words.split(" +", -1)) {
                            languagesOf
                                    .computeIfAbsent(word, key -> new ArrayList<>())
                                    .add(tag);
                        }
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot load the small words of languages from the jar", e);
            }
            Map<String, List<Weight>> weights = new HashMap<>();
            languagesOf.forEach((word, tags) -> weights.put(
                    word,
                    tags.stream().map(tag -> new Weight(tag, 1.0 / tags.size())).toList()));
            return new Languages(weights, letters, simplified, traditional);
        }
    }
}
