package org.headwater.lineage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.headwater.model.PartialDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoryTracerTest {
    @Test
    void aCutAndEditedCopyIsThePairOfItsSource() {
        List<String> sentences = Made.sentences(new Random(1), 16);
        StoryTracer tracer = StoryTracer.inMemory();
        assertThat(add(tracer, "a", "2022-09-05", Made.article(sentences))).isEmpty();
        List<StoryTracer.Pair> pairs = add(
                tracer,
                "b",
                "2022-09-01",
                Made.article(sentences.subList(0, 12)).replace("ba", "be"));
        assertThat(pairs).hasSize(1);
        assertThat(pairs.get(0).source().id()).isEqualTo("b");
        assertThat(pairs.get(0).derived().id()).isEqualTo("a");
        assertThat(pairs.get(0).share()).isGreaterThan(0.8);
    }

    @Test
    void aSharedQuotationMakesNoStory() {
        Random random = new Random(2);
        String quote = "“" + Made.sentence(random) + " " + Made.sentence(random) + "”";
        StoryTracer tracer = StoryTracer.inMemory();
        for (int i = 0; i < 40; i++) {
            List<String> sentences = Made.sentences(random, 14);
            sentences.add(i % 14, quote);
            assertThat(add(tracer, "a" + i, "2022-09-01", Made.article(sentences)))
                    .isEmpty();
        }
        assertThat(tracer.stories()).isEmpty();
    }

    @Test
    void lessThanHalfInCommonIsNoStory() {
        Random random = new Random(6);
        List<String> sentences = Made.sentences(random, 20);
        List<String> other = new ArrayList<>(Made.sentences(random, 14));
        other.addAll(4, sentences.subList(0, 6));
        StoryTracer tracer = StoryTracer.inMemory();
        add(tracer, "a", "2022-09-01", Made.article(sentences));
        assertThat(add(tracer, "b", "2022-09-02", Made.article(other))).isEmpty();
        other.addAll(8, sentences.subList(6, 20));
        assertThat(add(tracer, "c", "2022-09-02", Made.article(other))).isNotEmpty();
    }

    @Test
    void aStoryOfHundredsIsOneStory() {
        Random random = new Random(3);
        List<String> sentences = Made.sentences(random, 14);
        StoryTracer tracer = StoryTracer.inMemory();
        for (int i = 0; i < 300; i++) {
            List<String> print = new ArrayList<>(sentences);
            print.add(i % 14, Made.sentence(random));
            add(tracer, String.format("a%03d", i), "2022-09-01", Made.article(print));
        }
        assertThat(tracer.stories()).hasSize(1);
        assertThat(tracer.stories().get(0)).hasSize(300);
    }

    @Test
    void chineseStoriesAreFound() {
        String text = "港务局星期二表示，检查人员发现五台起重机中有两台自春季以来没有保养，因此关闭了北码头。工会说，工人们早在六月就提出过警告，"
                + "但没有得到答复。市长办公室拒绝置评，只说市议会将在下周的会议上讨论这份报告，并听取港务局长的说明。";
        StoryTracer tracer = StoryTracer.inMemory();
        add(tracer, "a", "", text);
        assertThat(add(tracer, "b", "", "据报道，" + text.replace("星期二", "周二"))).hasSize(1);
    }

    @Test
    void theDiskGivesWhatMemoryGives(@TempDir Path folder) {
        StoryTracer memory = StoryTracer.inMemory();
        StoryTracer disk = StoryTracer.within(100_000, folder);
        for (String[] article : articles(new Random(4), 400)) {
            assertThat(add(disk, article[0], "", article[1])).isEqualTo(add(memory, article[0], "", article[1]));
        }
        assertThat(disk.stories()).isEqualTo(memory.stories()).isNotEmpty();
    }

    @Property(tries = 20)
    void theOrderOfArrivalChangesNoStory(@ForAll long seed) {
        List<String[]> articles = articles(new Random(seed), 60);
        assertThat(stories(articles)).isNotEmpty();
        List<String[]> shuffled = new ArrayList<>(articles);
        Collections.shuffle(shuffled, new Random(seed));
        assertThat(stories(shuffled)).isEqualTo(stories(articles));
    }

    @Property(tries = 10)
    void aFolderGoesOnAsIfEverythingHadBeenReadAtOnce(@ForAll long seed) throws IOException {
        Random random = new Random(seed);
        List<String[]> articles = articles(random, 120);
        StoryTracer whole = StoryTracer.inMemory();
        Path folder = Files.createTempDirectory("trace");
        int next = 0;
        Set<Set<String>> told = Set.of();
        while (next < articles.size()) {
            int end = Math.min(articles.size(), next + 1 + random.nextInt(60));
            try (StoryTracer part = StoryTracer.in(folder, random.nextBoolean() ? 0 : 1 << 20)) {
                assertThat(part.size()).isEqualTo(next);
                for (String[] article : articles.subList(next, end)) {
                    assertThat(add(part, article[0], "2022-09-01", article[1]))
                            .isEqualTo(add(whole, article[0], "2022-09-01", article[1]));
                }
                part.save();
                told = named(part.stories());
            }
            next = end;
        }
        assertThat(named(whole.stories())).containsAll(told);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.filter(file -> file.toString().endsWith(".seeds")).count())
                    .isLessThanOrEqualTo(5);
        }
        delete(folder);
    }

    @Test
    void whatWasNotSavedIsNotKept(@TempDir Path folder) throws IOException {
        try (StoryTracer tracer = StoryTracer.in(folder, 1 << 20)) {
            add(tracer, "a", "2022-09-01", Made.article(Made.sentences(new Random(1), 12)));
            tracer.save();
        }
        try (StoryTracer tracer = StoryTracer.in(folder, 1 << 20)) {
            add(tracer, "b", "2022-09-01", Made.article(Made.sentences(new Random(2), 12)));
        }
        try (StoryTracer tracer = StoryTracer.in(folder, 1 << 20)) {
            assertThat(tracer.size()).isEqualTo(1);
        }
    }

    @Test
    void aFolderIsForOneAtATimeAndForAnIndexOnly(@TempDir Path folder) throws IOException {
        try (StoryTracer tracer = StoryTracer.in(folder, 1 << 20)) {
            assertThat(tracer.size()).isZero();
            assertThatThrownBy(() -> StoryTracer.in(folder, 1 << 20)).hasMessageContaining("another trace is using it");
        }
        Files.writeString(folder.resolve("generations"), "something else\n");
        assertThatThrownBy(() -> StoryTracer.in(folder, 1 << 20))
                .hasMessageContaining("does not begin with 'headwater trace index 1'");
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    private static Set<Set<String>> named(List<List<StoryTracer.Article>> stories) {
        return stories.stream()
                .map(story -> story.stream().map(StoryTracer.Article::id).collect(Collectors.toSet()))
                .collect(Collectors.toSet());
    }

    private static Set<Set<String>> stories(List<String[]> articles) {
        StoryTracer tracer = StoryTracer.inMemory();
        articles.forEach(article -> add(tracer, article[0], "", article[1]));
        return named(tracer.stories());
    }

    private static List<String[]> articles(Random random, int count) {
        List<String[]> articles = new ArrayList<>();
        List<String> sentences = List.of();
        for (int i = 0; i < count; i++) {
            if (i == 0 || random.nextInt(3) > 0) {
                sentences = Made.sentences(random, 12 + random.nextInt(6));
            }
            articles.add(new String[] {
                String.format("a%04d", i), Made.article(sentences.subList(0, sentences.size() - random.nextInt(4)))
            });
        }
        return articles;
    }

    private static List<StoryTracer.Pair> add(StoryTracer tracer, String id, String published, String text) {
        Optional<PartialDate> date =
                Optional.of(published).filter(s -> !s.isEmpty()).map(PartialDate::parse);
        return tracer.add(new StoryTracer.Article(id, date), text);
    }
}
