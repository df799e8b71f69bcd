package org.headwater.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.headwater.casefile.Case;
import org.headwater.casefile.CaseSettings;
import org.headwater.casefile.Decision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Follows every link of a case from its first page on and looks for persons who are withheld. */
class WithheldPersonsTest {

    /** The article that names persons comes first, so that its pages are among those that are looked at. */
    private static final List<String> BEGINNINGS =
            List.of("/search?q=%22Practice+Post%22", "/", "/network/ties", "/runs/state", "/search?q=posts");

    /** Of pages of one sort, this many are looked at. */
    private static final int OF_ONE_SORT = 15;

    /** What must stand on no page, in small letters: names of private persons and details by which they are found. */
    private static final List<String> SECRETS =
            List.of("van loon", "juno marsh", "12 rose", "555 0100", "a.loon", "e12345678", "blue bakery");

    @TempDir
    private Path folder;

    @Test
    void noPageNamesAPersonWhoIsWithheldOrSaysWhereTheyLive() throws Exception {
        Path at = folder.resolve("persons.case");
        try (Served before = Served.sampleCase(at)) {
            before.reader();
        }
        Files.writeString(Files.createDirectories(at.resolve("inbox/000001")).resolve("post.txt"), """
                The Practice Post
                3 May 2022

                Ada van Loon told The Practice Post that officers of the Chinese police had threatened her. ADA VAN LOON
                lives at 12 Rose Street and was called on +31 20 555 0100. "They ordered me to return to China," said Ada van
                Loon, whose passport number is E12345678 and whose mail is a.loon@mail.example.

                The Orchard Watch said that it had counted 12 Chinese police stations, one of them behind the blue bakery.

                Police from Fuzhou called Juno Marsh and persuaded her to return to China, Ada van Loon said.
                """);
        try (Case open = Case.open(at, CaseSettings.usual(Served.CLOCK, "analyst"))) {
            open.decide(Decision.Action.WITHHOLD, "Juno Marsh", Map.of(), "Juno Marsh asked for it");
        }
        try (Served served = Served.again(at)) {
            Served.Reader reader = served.reader();
            served.awaitIdle(reader);
            String post = redact(served, reader);
            Set<String> sorts = new TreeSet<>();
            Map<String, String> pages = Walk.from(BEGINNINGS, reader, OF_ONE_SORT);
            assertThat(pages.values().stream().anyMatch(page -> page.contains("A·· v·· L···")))
                    .as("somebody is withheld")
                    .isTrue();

            pages.forEach((address, page) -> {
                assertThat(page.toLowerCase(Locale.ROOT).replaceAll("\\s+", " "))
                        .as(address)
                        .doesNotContain(SECRETS);
                sorts.add(Walk.sort(address));
            });
            String found = reader.get("/search?q=%22van+Loon%22").body();
            assertThat(found.replaceAll("<input[^>]*>", ""))
                    .contains("The Practice Post")
                    .doesNotContain("van Loon");
            assertThat(reader.get("/search?q=bakery").body()).doesNotContain("The Practice Post");
            assertThat(reader.get(post + "/original").statusCode()).isEqualTo(422);
            assertThat(reader.post(post + "/original", Map.of("why", " ")).statusCode())
                    .isEqualTo(422);
            assertThat(reader.post(post + "/original", Map.of("why", "she asks"))
                            .body())
                    .contains("blue bakery");
            assertThat(reader.get("/custody").body()).contains("sealed original viewed", "she asks");
            assertThat(sorts)
                    .contains(
                            "/documents/doc_",
                            "/documents/doc_/copied/doc_",
                            "/findings/f_",
                            "/findings/f_/river.svg",
                            "/findings.csv",
                            "/names/en_",
                            "/review/st_",
                            "/review/names",
                            "/custody");
        }
    }

    /** Redacts words of the post as its page does; returns the page's address. */
    private static String redact(Served served, Served.Reader reader) throws Exception {
        Matcher link = Pattern.compile("href=\"(/documents/doc_[0-9a-f]{20})")
                .matcher(reader.get("/search?q=bakery").body());
        assertThat(link.find()).isTrue();
        HttpResponse<String> answer = reader.post(
                link.group(1) + "/redact",
                Map.of("quote", "behind the blue bakery", "why", "behind the blue bakery she is at home"));
        assertThat(answer.statusCode()).isEqualTo(302);
        served.awaitIdle(reader);
        return link.group(1);
    }
}
