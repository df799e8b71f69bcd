package org.headwater.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/**
 * Whatever command is typed about a case, neither the names of its private persons nor their details come out. Persons,
 * numbers and addresses are made up.
 */
class LeakTest {
    private static final List<String> SECRETS = List.of(
            "van loon",
            "van-loon",
            "marsh",
            "a.loon",
            "mail.example",
            "555 0100",
            "5550101",
            "12 rose",
            "rozenstraat",
            "e12345678",
            "11010519491231002x",
            "ab-123-c",
            "陈小华",
            "13900001234",
            "three swans",
            "beside the lock");

    /** Commands that are not about what a case holds, or do not end by themselves. */
    private static final Set<String> ELSEWHERE =
            Set.of("demo", "names", "trace", "warm-up", "serve", "web", "capture", "watch", "restore");

    /** What to type after the name of the case, where the command wants more; a command may be tried in several ways. */
    private static final Map<String, List<List<String>>> MORE = Map.of(
            "read", List.of(List.of("articles")),
            "search", List.of(List.of("loon"), List.of("555"), List.of("police")),
            "statements", List.of(List.of(), List.of("--format", "jsonl"), List.of("--format", "csv")),
            "findings", List.of(List.of(), List.of("--format", "csv")),
            "reveal", List.of(List.of("Nobody Atall")),
            "withhold", List.of(List.of("Juno Marsh")),
            "redact", List.of(List.of("post.html", "--passage", "0-3")));

    private static final Map<String, List<String>> IDS = new TreeMap<>();

    @TempDir
    private static Path folder;

    @BeforeAll
    static void readCase() throws IOException {
        Path articles = Files.createDirectories(folder.resolve("articles"));
        Files.writeString(articles.resolve("post.html"), """
                <html><head><title>Ada van Loon tells of calls</title>
                <link rel="canonical" href="https://post.example/2022/ada-van-loon-tells-of-calls">
                <meta property="og:site_name" content="The Practice Post"></head><body><article>
                <h1>Ada van Loon tells of calls</h1>
                <p>3 May 2022. The Orchard Watch said that it had counted 12 Chinese police stations in 5 countries.</p>
                <p>Ada van Loon told The Practice Post that officers of the Chinese police had threatened her. ADA VAN LOON
                lives at 12 Rose Street and was called on +31 20 555 0100. "They ordered me to return to China," said Ada van
                Loon, whose passport number is E12345678 and whose mail is a.loon@mail.example.</p>
                <p>Police from Fuzhou called Juno Marsh on phone 5550101 and persuaded her to return, Ada van Loon said. Marsh
                lived in Rozenstraat 12 and drove a car with licence plate AB-123-C.</p>
                <p>Aged 34, she bakes at the Three Swans
                beside the lock, officers of the Chinese police told her to close the Three Swans beside the lock in May 2022.</p>
                <p>The Dutch foreign ministry ordered the overseas police station in Rotterdam to close, Juno Marsh said.
                </p></article></body></html>
                """);
        Files.writeString(articles.resolve("post-zh.txt"), """
                实践邮报
                2022年5月4日

                陈小华说，福州市公安局在荷兰鹿特丹设立了海外警侨服务站。陈小华的身份证号码是11010519491231002X，手机号为13900001234。
                """);
        // A second copy, so that there is a derivation; its numbers stand without the words that give them away.
        Files.writeString(articles.resolve("second.txt"), """
                The Second Post
                5 May 2022

                Calls from afar

                Ada van Loon told The Practice Post that officers of the Chinese police had threatened her. ADA VAN LOON
                lives at 12 Rose Street and was called on +31 20 555 0100. "They ordered me to return to China," said Ada van
                Loon at THREE SWANS BESIDE THE LOCK. E12345678 and AB-123-C were noted by police from Fuzhou, who persuaded Juno Marsh to return.
                """);
        Typed.Answer read = Typed.in(folder).run("read", "my.case", "articles");
        assertThat(read.code()).as(read.err()).isZero();
        Typed.in(folder).run("withhold", "my.case", "Juno Marsh", "--why", "Juno Marsh asked for it");
        Typed.in(folder).run("withhold", "my.case", "陈小华");
        Typed.in(folder)
                .run(
                        "redact",
                        "my.case",
                        "post.html",
                        "--text",
                        "Three Swans beside the lock",
                        "--why",
                        "Three Swans beside the lock is hers");
        for (String command : List.of("findings", "statements", "derivations")) {
            IDS.put(
                    command,
                    Typed.in(folder).run(command, "my.case").lines().stream()
                            .map(line -> line.split(" ", 2)[0])
                            .filter(word -> word.matches("[a-z]+-[0-9a-f]+"))
                            .toList());
        }
        assertThat(IDS.get("statements")).as("the case has something to leak").isNotEmpty();
    }

    @TestFactory
    Stream<DynamicTest> nothingLeaksFrom() {
        return Arrays.stream(
                        Headwater.class.getAnnotation(CommandLine.Command.class).subcommands())
                .map(type -> type.getAnnotation(CommandLine.Command.class).name())
                .filter(name -> !ELSEWHERE.contains(name))
                .sorted()
                .map(name -> DynamicTest.dynamicTest(name, () -> tryAll(name)));
    }

    private static void tryAll(String name) {
        SoftAssertions softly = new SoftAssertions();
        for (List<String> more : MORE.getOrDefault(name, List.of(List.of()))) {
            for (List<String> form : List.of(List.<String>of(), List.of("--json"))) {
                List<String> words = new ArrayList<>(List.of(name, "my.case"));
                words.addAll(more);
                words.addAll(form);
                check(words, softly);
            }
        }
        softly.assertAll();
    }

    private static void check(List<String> words, SoftAssertions softly) {
        Typed.Answer answer = Typed.in(folder).run(words.toArray(String[]::new));
        // What a person typed may be said back to that person.
        String typed = String.join(" ", words).toLowerCase(Locale.ROOT);
        String said = (answer.out() + answer.err()).toLowerCase(Locale.ROOT);
        for (String secret : SECRETS) {
            if (!typed.contains(secret)) {
                softly.assertThat(said).as(typed).doesNotContain(secret);
            }
        }
    }

    @Test
    void nothingLeaksFromAnyPage() {
        SoftAssertions softly = new SoftAssertions();
        IDS.values().stream().flatMap(List::stream).forEach(id -> {
            check(List.of("show", "my.case", id), softly);
            check(List.of("show", "my.case", id, "--json"), softly);
        });
        softly.assertAll();
    }

    @Test
    void whatIsNoSecretIsShown() {
        assertThat(Typed.in(folder).run("findings", "my.case").out()).contains("12 in 5 countries");
        assertThat(Typed.in(folder)
                        .run("statements", "my.case", "--format", "jsonl")
                        .out())
                .contains("J··· M····")
                .contains("Rotterdam");
    }

    @Test
    void theSecretsAreInTheOriginals() throws IOException {
        StringBuilder kept = new StringBuilder();
        try (Stream<Path> files = Files.walk(folder.resolve("my.case").resolve("originals"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                kept.append(Files.readString(file, StandardCharsets.UTF_8));
            }
        }
        String all = kept.toString().toLowerCase(Locale.ROOT);
        assertThat(SECRETS).allSatisfy(secret -> assertThat(all).contains(secret));
    }
}
