package org.headwater.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.headwater.cli.input.ArticleLine;
import org.headwater.cli.input.ByteLines;
import org.headwater.cli.screen.JsonLine;
import org.headwater.cli.screen.Numbers;
import org.headwater.cli.screen.Progress;
import org.headwater.cli.screen.Screen;
import org.headwater.lineage.StoryTracer;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
        name = "trace",
        header = "Tell which articles of a stream are copies of which, with no case.",
        description =
                "Reads one article a line, {\"id\": …, \"text\": …, \"published\": \"2022-09-14\"}, other members are"
                        + " passed over. Writes JSON lines as it goes: {\"derived\", \"source\", \"share\"} for each pair, the later"
                        + " article first, and at the end {\"cluster\": [ids]} for each story of two articles and more."
                        + " With --index the articles are traced against all that were traced with that folder before, and"
                        + " kept there for the next run; clusters are then those that one of the new articles is part of. A"
                        + " run that is stopped keeps nothing.",
        footer = {
            "  headwater trace articles.jsonl > pairs.jsonl",
            "  headwater trace monday.jsonl --index traced",
            "  zcat articles.jsonl.gz | headwater trace - --only clusters"
        })
final class TraceCommand extends Command {
    private static final int FAULTS_SHOWN = 5;
    private static final int LINES_BETWEEN_LOOKS = 256;

    /** What is written. */
    enum Part {
        ALL,
        PAIRS,
        CLUSTERS
    }

    @Parameters(index = "0", paramLabel = "ARTICLES.jsonl", description = "The file, or - for standard input.")
    private String input = "";

    @Option(
            names = "--only",
            paramLabel = "PART",
            defaultValue = "all",
            description = "pairs, clusters or all (${DEFAULT-VALUE}).")
    private Part part;

    @Option(
            names = "--memory",
            paramLabel = "MB",
            description =
                    "Bound for the index in memory; beyond it a temporary file is used. Half of what Java may have if"
                            + " not given.")
    private Optional<Long> megabytes = Optional.empty();

    @Option(
            names = "--index",
            paramLabel = "FOLDER",
            description = "Go on from what this folder keeps, and keep the new.")
    private Optional<String> index = Optional.empty();

    private long articles;
    private long pairs;
    private long faults;

    @Override
    ExitCode run(Session session) throws IOException {
        Screen screen = session.screen();
        Progress progress = Progress.on(screen, session.clock());
        Run run = new Run(screen, progress);
        try (StoryTracer tracer = tracer(session)) {
            boolean whole;
            try (progress;
                    InputStream bytes = open(session)) {
                whole = trace(new CountedBytes(bytes), size(session), tracer, run);
            }
            if (whole) {
                tracer.save();
                finish(tracer, run);
            }
        }
        if (faults > FAULTS_SHOWN) {
            screen.say((faults - FAULTS_SHOWN) + " more lines were not read");
        }
        return faults == 0 ? ExitCode.DONE : ExitCode.PROBLEMS;
    }

    private StoryTracer tracer(Session session) throws IOException {
        if (megabytes.filter(bound -> bound < 0).isPresent()) {
            throw Refusal.of("Invalid --memory: " + megabytes.get() + " MB (must be 0 or more)");
        }
        long bound =
                megabytes.map(each -> each << 20).orElse(Runtime.getRuntime().maxMemory() / 2);
        return index.isPresent()
                ? StoryTracer.in(session.path(index.get()), bound)
                : StoryTracer.within(bound, Path.of(System.getProperty("java.io.tmpdir")));
    }

    private void finish(StoryTracer tracer, Run run) {
        Screen screen = run.screen();
        List<List<StoryTracer.Article>> stories = tracer.stories();
        if (part != Part.PAIRS) {
            stories.forEach(story -> screen.print(cluster(story)));
        }
        screen.say(Numbers.grouped(articles) + " articles"
                + (index.isPresent() ? " beside " + Numbers.grouped(tracer.size() - articles) : "")
                + ", " + Numbers.grouped(pairs) + " pairs, " + Numbers.grouped(stories.size())
                + " stories of two and more in "
                + Progress.inWords(run.progress().taken()));
    }

    /** Where a run prints. */
    private record Run(Screen screen, Progress progress) {}

    /** Whether everything was read, rather than nobody wanting the results any more. */
    private boolean trace(CountedBytes bytes, long size, StoryTracer tracer, Run run) throws IOException {
        ByteLines lines = new ByteLines(bytes);
        ArticleLine article = new ArticleLine();
        long number = 0;
        while (lines.next()) {
            number++;
            if (lines.isBlank()) {
                continue;
            }
            if (article.read(lines)) {
                articles++;
                take(
                        tracer.add(new StoryTracer.Article(article.id(), article.published()), article.text()),
                        run.screen());
            } else {
                faults++;
                if (faults <= FAULTS_SHOWN) {
                    run.screen().say("Cannot read line " + number + ": " + article.fault());
                }
            }
            if (number % LINES_BETWEEN_LOOKS == 0) {
                run.progress().share("tracing", articles, "articles", size == 0 ? 0 : (double) bytes.count() / size);
                if (run.screen().isAbandoned()) {
                    return false;
                }
            }
        }
        return true;
    }

    private void take(List<StoryTracer.Pair> found, Screen screen) {
        pairs += found.size();
        if (part != Part.CLUSTERS) {
            found.forEach(pair -> screen.print(JsonLine.of(json -> {
                json.writeStringField("derived", pair.derived().id());
                json.writeStringField("source", pair.source().id());
                json.writeNumberField("share", Math.round(pair.share() * 1000) / 1000.0);
            })));
        }
    }

    private static String cluster(List<StoryTracer.Article> story) {
        return JsonLine.of(json -> {
            json.writeArrayFieldStart("cluster");
            for (StoryTracer.Article article : story) {
                json.writeString(article.id());
            }
            json.writeEndArray();
        });
    }

    private InputStream open(Session session) throws IOException {
        if (input.equals("-")) {
            return System.in;
        }
        Path path = session.path(input);
        if (!Files.isRegularFile(path)) {
            throw Refusal.of("Cannot read " + path + ": there is no such file");
        }
        return Files.newInputStream(path);
    }

    private long size(Session session) throws IOException {
        return input.equals("-") ? 0 : Files.size(session.path(input));
    }
}
