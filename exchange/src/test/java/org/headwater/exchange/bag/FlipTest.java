package org.headwater.exchange.bag;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.headwater.casefile.Case;
import org.headwater.casefile.CaseException;
import org.headwater.casefile.CaseSettings;
import org.headwater.casefile.CaseView;
import org.headwater.casefile.Decision.Action;
import org.headwater.casefile.FindingQuery;
import org.headwater.casefile.Holdings;
import org.headwater.casefile.ReadListener;
import org.headwater.exchange.bag.BagExport.Choice;
import org.headwater.exchange.bag.BagExport.Originals;
import org.headwater.model.DocumentId;
import org.headwater.model.Finding;
import org.headwater.model.Statement;
import org.headwater.model.StatementId;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/**
 * One byte of a case is changed, anywhere, over and over: what comes of it is either found, by the program that does not
 * open the case or by its verification, or it changes nothing of what anybody can see.
 */
class FlipTest {
    private static final long SEED = 20221205;
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final int AT_LEAST_A_FILE = 6;

    /** Flips over the files of each of the two cases, in proportion to their size. */
    private static final int BY_SIZE = 60 * AT_LEAST_A_FILE;

    @TempDir
    private static Path shared;

    /** A case that was closed, and one whose process was killed, with its write-ahead log. */
    private static Path closed;

    private static Path killed;

    private static CaseSettings settings(String who) {
        return new CaseSettings(
                Clock.fixed(NOW, ZoneOffset.UTC), who, org.headwater.reading.ReadingLimits.standard(), 1);
    }

    @BeforeAll
    static void makeCases() throws IOException, InterruptedException, CaseException {
        Path files = Files.createDirectory(shared.resolve("files"));
        Files.writeString(files.resolve("lakeside.txt"), """
                The Lakeside Post
                3 May 2022

                A count

                The Orchard Watch said on 3 May 2022 that it had counted 12 Chinese police stations in 5 countries.
                """);
        Files.writeString(files.resolve("harbour.txt"), """
                The Harbour Courier
                5 May 2022

                Closure ordered

                The Netherlands ordered the closure of the Chinese police station in Rotterdam, said Mara Vintgaarden, a
                resident. The Chinese embassy denied that there were police stations in the Netherlands.
                """);
        Files.writeString(files.resolve("nothing.bin"), "\u0000\u0001\u0002 no text at all \u0000");
        Path kept = shared.resolve("kept.case");
        try (Case open = Case.openOrCreate(kept, settings("ann"))) {
            open.read(List.of(files), ReadListener.silent());
            StatementId first = open.view().statements().keySet().iterator().next();
            open.decide(Action.ACCEPT, first.value(), Map.of(), "read correctly");
            open.decide(Action.MERGE, "The Orchard Watch", Map.of("other", "Orchard Watch"), "same letterhead");
            merge(open);
            stamp(open);
        }
        closed = copy(kept, shared.resolve("closed.case"));
        Files.writeString(files.resolve("ferry.txt"), "Ferry timetable changes\n\nThe ferry runs every hour.\n");
        try (Case open = Case.open(kept, settings("ann"))) {
            open.read(List.of(files), ReadListener.silent());
            open.decide(Action.UNDO, "1", Map.of(), "a second look");
            killed = copy(kept, shared.resolve("killed.case"));
        }
    }

    private static void merge(Case into) throws IOException, CaseException {
        Path articles = Files.createDirectory(shared.resolve("others"));
        Files.writeString(articles.resolve("ferry-news.txt"), """
                The Ferry News
                9 June 2022

                More counted

                The Orchard Watch said on 9 June 2022 that it had counted 14 Chinese police stations in 6 countries.
                """);
        Path bag = shared.resolve("bag");
        try (Case from = Case.openOrCreate(shared.resolve("other.case"), settings("ben"))) {
            from.read(List.of(articles), ReadListener.silent());
            BagExport.of(from, new Choice(List.of(), Originals.ALL, new Wording() {
                        @Override
                        public String subject(Finding finding) {
                            return finding.kind();
                        }

                        @Override
                        public String says(Finding finding, Finding.Value value) {
                            return value.slots().keySet().toString();
                        }
                    }))
                    .write(bag);
        }
        BagImport.into(into).merge(BagImport.check(bag, into.evidence().now()), ReadListener.silent());
    }

    /** One timestamp that was received, and one that is pending. */
    private static void stamp(Case open) throws IOException, InterruptedException, CaseException {
        try (OpensslAuthority authority = OpensslAuthority.start(shared.resolve("authority"))) {
            open.evidence().timestamps().trust(authority.certificate());
            open.evidence().stamp(List.of(authority.address(), URI.create("http://127.0.0.1:9/tsr")));
        }
    }

    @Test
    void aByteChangedAnywhereIsFoundOrHarmless(TestReporter reporter) throws Exception {
        Random random = new Random(SEED);
        Map<String, int[]> counts = new TreeMap<>();
        List<String> slipped = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            for (Path origin : List.of(closed, killed)) {
                List<Object> expected = seen(copy(origin, shared.resolve("expected.case")));
                List<Future<Outcome>> outcomes = new ArrayList<>();
                for (Flip flip : flips(origin, random)) {
                    Path kept = shared.resolve("flipped-" + outcomes.size() + ".case");
                    outcomes.add(threads.submit(() -> tried(flip, origin, kept, expected)));
                }
                for (Future<Outcome> each : outcomes) {
                    Outcome outcome = each.get();
                    int[] count = counts.computeIfAbsent(outcome.flip().part(), part -> new int[2]);
                    count[outcome.found() ? 0 : 1]++;
                    outcome.slipped()
                            .ifPresent(how -> slipped.add(origin.getFileName() + " " + outcome.flip() + ": " + how));
                }
            }
        } finally {
            threads.shutdownNow();
        }
        int all = 0;
        for (Map.Entry<String, int[]> count : counts.entrySet()) {
            all += count.getValue()[0] + count.getValue()[1];
            reporter.publishEntry(count.getKey(), count.getValue()[0] + " found, " + count.getValue()[1] + " harmless");
        }
        assertThat(slipped).as("slipped through, of " + all).isEmpty();
        assertThat(all).isGreaterThan(1000);
    }

    /**
     * What came of a change.
     *
     * @param found whether the program says that something is wrong
     * @param slipped what is different though nothing is said to be wrong, or how the program broke
     */
    private record Outcome(Flip flip, boolean found, Optional<String> slipped) {}

    private static Outcome tried(Flip flip, Path origin, Path kept, List<Object> expected) throws IOException {
        copy(origin, kept);
        flip.in(kept);
        try {
            boolean found = !found(kept).isEmpty();
            return new Outcome(flip, found, found ? Optional.empty() : difference(seen(kept), expected));
        } catch (CaseException | RuntimeException e) {
            return new Outcome(flip, false, Optional.of(e + " at " + Arrays.toString(e.getStackTrace())));
        } finally {
            remove(kept);
        }
    }

    private static Optional<String> difference(List<Object> seen, List<Object> expected) {
        for (int i = 0; i < expected.size(); i++) {
            if (!seen.get(i).equals(expected.get(i))) {
                return Optional.of("part " + i + " is " + seen.get(i));
            }
        }
        return Optional.empty();
    }

    /** A byte of a file that is changed. */
    private record Flip(String file, long at, int by) {
        void in(Path kept) throws IOException {
            Path path = kept.resolve(file);
            byte[] bytes = Files.readAllBytes(path);
            bytes[(int) at] ^= (byte) by;
            path.toFile().setWritable(true);
            Files.write(path, bytes, StandardOpenOption.TRUNCATE_EXISTING);
        }

        /** The first word of its path. */
        String part() {
            return file.contains("/") ? file.substring(0, file.indexOf('/')) : file;
        }
    }

    /** Some in each file, the others wherever bytes are. */
    private static List<Flip> flips(Path kept, Random random) throws IOException {
        List<Flip> flips = new ArrayList<>();
        List<Path> files = files(kept);
        long total = 0;
        for (Path file : files) {
            total += Files.size(file);
        }
        for (Path file : files) {
            long size = Files.size(file);
            String name = kept.relativize(file).toString();
            long wanted = size == 0 ? 0 : AT_LEAST_A_FILE + BY_SIZE * size / total;
            byte[] bytes = Files.readAllBytes(file);
            for (long i = 0; i < wanted; i++) {
                int at = random.nextInt(bytes.length);
                // Pages of a database are mostly empty: half of the draws go on until they meet something.
                while (i % 2 == 0 && bytes[at] == 0) {
                    at = random.nextInt(bytes.length);
                }
                flips.add(new Flip(name, at, 1 + random.nextInt(255)));
            }
        }
        return flips;
    }

    private static List<Path> files(Path kept) throws IOException {
        try (Stream<Path> walk = Files.walk(kept)) {
            return walk.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /** What the program finds, if it does. */
    private static String found(Path kept) {
        try (Case open = Case.open(kept, settings("ann"))) {
            return String.join("\n", open.verify(ReadListener.silent()).faults());
        } catch (CaseException e) {
            return e.getMessage();
        }
    }

    /** All that anybody can see of a case. */
    private static List<Object> seen(Path kept) throws IOException, CaseException {
        List<Object> seen = new ArrayList<>();
        try (Case open = Case.open(kept, settings("ann"))) {
            CaseView view = open.view();
            Holdings holdings = open.holdings();
            for (DocumentId id : view.documents()) {
                seen.add(List.of(
                        view.document(id),
                        holdings.document(id),
                        holdings.itemOf(id),
                        holdings.namesIn(id),
                        holdings.statementsOf(id)));
            }
            seen.add(List.copyOf(view.statements().values()));
            seen.add(List.copyOf(view.entities().values()));
            seen.add(List.of(view.derivations(), List.copyOf(view.traces().values()), view.unproposed()));
            seen.add(view.findings());
            seen.add(view.intakes());
            seen.add(view.decisions());
            seen.add(List.of(view.cited(), holdings.tally(), holdings.kinds(), holdings.countries()));
            for (FindingQuery.Order order : FindingQuery.Order.values()) {
                seen.add(holdings.findings(FindingQuery.all().by(order), 0, 100));
            }
            for (Statement statement : view.statements().values()) {
                seen.add(List.of(holdings.findingsOf(statement.id()), holdings.statement(statement.id())));
            }
            seen.add(List.of(
                    holdings.parties(100),
                    holdings.waiting(Optional.empty(), Optional.empty(), 0, 100),
                    holdings.headings(0, 100),
                    holdings.places(Optional.empty(), Optional.empty()),
                    holdings.months(Optional.empty()),
                    holdings.ties(100),
                    holdings.entities(Optional.empty(), Optional.empty(), 0, 100),
                    holdings.refusals(0, 100)));
            for (String query : List.of("police", "ferry", "Rotterdam", "counted 12")) {
                seen.add(open.search(query, 10));
            }
            seen.add(open.evidence().items());
            seen.add(open.codebookSource().inWords());
        }
        return seen;
    }

    private static Path copy(Path from, Path to) throws IOException {
        remove(to);
        try (Stream<Path> walk = Files.walk(from)) {
            for (Path each : walk.toList()) {
                Files.copy(each, to.resolve(from.relativize(each).toString()));
            }
        }
        return to;
    }

    private static void remove(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> walk = Files.walk(folder)) {
                for (Path each : walk.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
    }
}
