package org.headwater.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.headwater.casefile.Case;
import org.headwater.casefile.CaseSettings;
import org.headwater.casefile.ReadListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing is lost when the server ends, and nothing is overwritten when two decide. */
class DecidingTest {
    private static final Pattern STATEMENT = Pattern.compile("action=\"/review/(st_[0-9a-f]{20})\"");
    private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"(\\d+)\"");

    private static final int FILES = 40;

    @TempDir
    Path folder;

    private static String found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        assertThat(matcher.find()).as(pattern.pattern()).isTrue();
        return matcher.group(1);
    }

    @Test
    void theSecondOfTwoWhoDecideIsToldAndOverwritesNothing() throws Exception {
        try (Served served = Served.sampleCase(folder.resolve("two.case"))) {
            Served.Reader one = served.reader();
            Served.Reader other = served.reader();
            String page = one.get("/review").body();
            String statement = found(STATEMENT, page);
            assertThat(found(STATEMENT, other.get("/review").body())).isEqualTo(statement);
            String seen = found(SEEN, page);

            HttpResponse<String> first = one.post("/review/" + statement, Map.of("action", "accept", "seen", seen));
            HttpResponse<String> second = other.post("/review/" + statement, Map.of("action", "reject", "seen", seen));

            assertThat(first.statusCode()).isEqualTo(302);
            assertThat(second.statusCode()).isEqualTo(409);
            assertThat(second.body()).contains("Already decided: analyst accepted it");
            assertThat(one.get("/review/" + statement).body())
                    .contains(">accepted<")
                    .doesNotContain(">rejected<");
        }
    }

    @Test
    void aStatementThatIsAddedByHandOutlivesARebuildAndIsNotAddedTwice() throws Exception {
        Path kept = folder.resolve("added.case");
        String address;
        try (Served served = Served.sampleCase(kept)) {
            Served.Reader reader = served.reader();
            String found = reader.get("/search?q=posts").body();
            String document = found(Pattern.compile("/documents/(doc_[0-9a-f]{20})"), found);
            String quote = found(
                    Pattern.compile("<p dir=\"auto\"><span[^>]*>([A-Za-z ,]{12,})"),
                    reader.get("/documents/" + document).body());
            Map<String, String> typed = Map.of(
                    "kind",
                    "site-count",
                    "quote",
                    quote.strip(),
                    "slot.count",
                    "7",
                    "slot.scope",
                    "Norway",
                    "why",
                    "annex");
            String path = "/documents/" + document + "/add";

            HttpResponse<String> first = reader.post(path, typed);
            HttpResponse<String> second = reader.post(path, typed);
            HttpResponse<String> elsewhere = reader.post(path, Map.of("kind", "site-count", "quote", "not said here"));
            HttpResponse<String> forged = reader.postPlain(path, Served.Reader.encoded(typed));

            assertThat(first.statusCode()).isEqualTo(302);
            address = first.headers().firstValue("Location").orElseThrow();
            assertThat(second.statusCode()).isEqualTo(422);
            assertThat(second.body())
                    .contains("the case has this statement already", quote.strip(), "value=\"Norway\"");
            assertThat(elsewhere.statusCode()).isEqualTo(422);
            assertThat(elsewhere.body()).contains("does not have the words “not said here”");
            assertThat(forged.statusCode()).isEqualTo(403);
        }
        try (Case open = Case.open(kept, CaseSettings.usual(Served.CLOCK, "analyst"))) {
            open.rebuild(ReadListener.silent());
        }
        try (Served served = Served.again(kept)) {
            String id = address.replaceAll(".*#", "");
            assertThat(served.reader().get("/review/" + id).body()).contains(">added<", "annex");
        }
    }

    @Test
    void whatWasDecidedIsThereAfterARestart() throws Exception {
        Path kept = folder.resolve("kept.case");
        List<String> decided = new ArrayList<>();
        try (Served served = Served.sampleCase(kept)) {
            Served.Reader reader = served.reader();
            for (int i = 0; i < 3; i++) {
                String page = reader.get("/review").body();
                String statement = found(STATEMENT, page);
                reader.post(
                        "/review/" + statement,
                        Map.of("action", i == 1 ? "reject" : "accept", "seen", found(SEEN, page)));
                decided.add(statement);
            }
            // Ends in the middle of working the rejection in.
        }
        try (Served served = Served.again(kept)) {
            Served.Reader reader = served.reader();

            assertThat(reader.get("/review/" + decided.get(0)).body()).contains(">accepted<");
            assertThat(reader.get("/review/" + decided.get(1)).body()).contains(">rejected<");
            assertThat(decided)
                    .doesNotContain(found(STATEMENT, reader.get("/review").body()));
            assertThat(served.faults).isEmpty();
        }
    }

    @Test
    void theSecondOfTwoWhoGradeOrJudgeANameIsToldToo() throws Exception {
        try (Served served = Served.sampleCase(folder.resolve("graded.case"))) {
            Served.Reader reader = served.reader();
            served.awaitIdle(reader);
            String finding = found(
                    Pattern.compile("/findings/(f_[0-9a-f]{20})"),
                    reader.get("/findings").body());
            Map<String, String> grade = Map.of("source", "B", "information", "2", "why", "two officials", "seen", "0");
            String names = reader.get("/review/names").body();
            Map<String, String> judged = new HashMap<>(Map.of("action", "accept"));
            for (String field : List.of("seen", "alias", "name")) {
                judged.put(field, found(Pattern.compile("name=\"" + field + "\" value=\"([^\"]*)\""), names));
            }
            String name = found(Pattern.compile("action=\"(/review/names/en_[0-9a-f]{20})\""), names);

            assertThat(reader.post("/findings/" + finding + "/grade", grade).statusCode())
                    .isEqualTo(302);
            HttpResponse<String> second = reader.post("/findings/" + finding + "/grade", grade);
            assertThat(reader.post(name, judged).statusCode()).isEqualTo(302);
            HttpResponse<String> late = reader.post(name, judged);

            assertThat(second.statusCode()).isEqualTo(409);
            assertThat(second.body()).contains("Already decided", "href=\"/findings/" + finding + "\"");
            assertThat(late.statusCode()).isEqualTo(409);
            assertThat(late.body()).contains("Already decided");
        }
    }

    /** The server is ended while it reads, wherever it is by then; the next one reads the rest, and nothing twice. */
    @Test
    void aRunThatIsCutShortIsFinishedByTheNextServer() throws Exception {
        Path kept = folder.resolve("cut.case");
        List<String> words = new ArrayList<>();
        Map<String, String> files = new LinkedHashMap<>();
        for (int i = 0; i < FILES; i++) {
            words.add("orchard" + (char) ('a' + i / 26) + (char) ('a' + i % 26));
            files.put(words.get(i) + ".txt", """
                    The Practice Post

                    The Orchard Watch said on 3 May 2022 that it had counted %d Chinese police stations in Iceland, near %s.
                    """.formatted(i + 2, words.get(i)));
        }
        try (Served served = Served.sampleCase(kept)) {
            Served.Reader reader = served.reader();
            served.awaitIdle(reader);
            assertThat(reader.upload("/files", files).statusCode()).isEqualTo(302);
            String state = reader.get("/runs/state").body();
            while (!state.contains("\"work\":\"idle\"") && !state.matches(".*\"done\":[1-9].*")) {
                state = reader.get("/runs/state").body();
            }
        }
        try (Served served = Served.again(kept)) {
            Served.Reader reader = served.reader();
            served.awaitIdle(reader);

            for (String word : words) {
                assertThat(reader.get("/search?q=" + word).body())
                        .as(word)
                        .containsOnlyOnce("<a class=\"strong\" href=\"/documents/");
            }
            assertThat(served.faults).isEmpty();
        }
        try (Case open = Case.open(kept, CaseSettings.usual(Served.CLOCK, "analyst"))) {
            assertThat(open.verify(ReadListener.silent()).isWhole()).isTrue();
        }
    }

    @Test
    void filesThatWereAddedAreReadByTheNextServerIfThisOneEnds() throws Exception {
        Path kept = folder.resolve("files.case");
        try (Served served = Served.sampleCase(kept)) {
            served.reader();
        }
        // What a server leaves that was killed after the files had come in and before any of them was read.
        Path waiting = Files.createDirectories(kept.resolve("inbox/000001"));
        Files.writeString(waiting.resolve("orchard.txt"), """
                The Practice Post

                The Orchard Watch said on 3 May 2022 that it had counted 12 Chinese police stations in Iceland.
                """);
        try (Served served = Served.again(kept)) {
            Served.Reader reader = served.reader();
            served.awaitIdle(reader);

            assertThat(reader.get("/search?q=Orchard").body()).contains("Orchard");
            assertThat(Files.exists(waiting)).isFalse();
        }
    }

    @Test
    void theCaseIsVerifiedAtAButton() throws Exception {
        try (Served served = Served.sampleCase(folder.resolve("verify.case"))) {
            Served.Reader reader = served.reader();
            served.awaitIdle(reader);
            reader.post("/custody/verify", Map.of());
            while (!reader.get("/custody").body().contains("Whole:")) {
                Thread.onSpinWait();
            }
            assertThat(reader.get("/custody").body()).contains("originals", "quotations were checked and hold");
        }
    }
}
