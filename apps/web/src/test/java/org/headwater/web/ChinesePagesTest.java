package org.headwater.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.headwater.casefile.Case;
import org.headwater.casefile.CaseSettings;
import org.headwater.casefile.CaseView;
import org.headwater.casefile.ReadListener;
import org.headwater.model.SlotValue;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A reader of Chinese who looks at a case of Chinese articles meets no English word, except names, what is marked as
 * English or as not to be translated, and signs such as SVG.
 */
class ChinesePagesTest {
    private static final Path SAMPLES = Path.of("..", "..", "samples");
    private static final Pattern WORD = Pattern.compile("\\p{IsLatin}{3,}");
    private static final Set<String> SIGNS = Set.of(
            "headwater",
            "analyst",
            "english",
            "español",
            "svg",
            "png",
            "pdf",
            "csv",
            "utc",
            "sha",
            "json",
            "txt",
            "zhongwen",
            "tab",
            "enter",
            "admiralty",
            "iso");

    @TempDir
    private Path folder;

    @Test
    void noPageHasEnglishWordsOfOurs() throws Exception {
        Path at = folder.resolve("zhongwen.case");
        Set<String> names = new HashSet<>(SIGNS);
        try (Case made = Case.openOrCreate(at, CaseSettings.usual(Served.CLOCK, "analyst"))) {
            made.read(articles(), ReadListener.silent());
            CaseView view = made.view();
            view.entities().values().forEach(entity -> {
                addWords(entity.name(), names);
                entity.aliases().forEach(alias -> addWords(alias.name(), names));
            });
            // Towns and operations have no other name in the case; countries have.
            view.statements()
                    .values()
                    .forEach(said -> said.slots().values().forEach(value -> addWords(name(value), names)));
        }
        try (Served served = Served.again(at)) {
            Served.Reader reader = served.reader();
            served.awaitIdle(reader);
            String waiting = Walk.from(List.of("/review"), reader, 0).get("/review");
            Matcher statement =
                    Pattern.compile("action=\"(/review/st_[0-9a-f]{20})\"").matcher(waiting);
            assertThat(statement.find()).isTrue();
            reader.post(statement.group(1), Map.of("action", "accept", "why", "原文"));
            for (String tag : List.of("zh-Hans", "zh-Hant")) {
                reader.post("/language", Map.of("tag", tag, "back", "/"));
                Map<String, String> pages =
                        Walk.from(List.of("/", "/search?q=%E8%8D%B7%E5%85%B0", "/review?kind=denial"), reader, 8);
                Map<String, Set<String>> met = new TreeMap<>();
                pages.forEach((address, page) -> {
                    Set<String> words = words(address, page);
                    words.removeAll(names);
                    if (!words.isEmpty()) {
                        met.put(Walk.sort(address), words);
                    }
                });
                assertThat(pages.keySet().stream().map(Walk::sort))
                        .contains(
                                "/findings/f_",
                                "/findings/f_/river.svg",
                                "/documents/doc_",
                                "/review/st_",
                                "/names/en_");
                assertThat(met).as(tag).isEmpty();
                assertThat(served.faults).isEmpty();
            }
        }
    }

    private static String name(SlotValue value) {
        return value instanceof SlotValue.Place place && !place.id().orElse("").matches("iso:[A-Z]{2}")
                ? place.name()
                : value instanceof SlotValue.Word word ? word.name() : "";
    }

    private static List<Path> articles() throws java.io.IOException {
        try (var files = Files.list(SAMPLES.resolve("languages/articles"))) {
            return java.util.stream.Stream.concat(
                            files.filter(file -> file.getFileName().toString().startsWith("zh")),
                            java.util.stream.Stream.of(
                                    SAMPLES.resolve("overseas-stations/articles/dongan-liaowang-guanbi.txt")))
                    .sorted()
                    .toList();
        }
    }

    /** Latin words that a reader sees or hears, in small letters. */
    private static Set<String> words(String address, String page) {
        Set<String> words = new TreeSet<>();
        if (address.startsWith("/findings.csv") || address.startsWith("/runs") || address.startsWith("/network/ties")) {
            return words;
        }
        Document read = Jsoup.parse(page.replaceAll("</(tspan|text|title)>", " </$1>"));
        read.select("script, style, code, [lang=en], [translate=no], .digest").remove();
        addWords(read.text(), words);
        for (Element each : read.select("[aria-label], [title], [placeholder], [alt], [data-how], [data-who]")) {
            for (String name : List.of("aria-label", "title", "placeholder", "alt", "data-how", "data-who")) {
                addWords(each.attr(name), words);
            }
        }
        return words;
    }

    /** Files and ids are left out. */
    private static void addWords(String text, Set<String> words) {
        Matcher word = WORD.matcher(
                text.replaceAll("\\S+\\.(txt|html|pdf|case)\\b|\\b[a-z]+_[0-9a-f]+\\b|\\b[0-9a-f]{16,}\\b", " "));
        while (word.find()) {
            words.add(word.group().toLowerCase(Locale.ROOT));
        }
    }
}
