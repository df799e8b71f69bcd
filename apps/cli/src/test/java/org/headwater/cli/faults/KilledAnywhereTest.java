package org.headwater.cli.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.headwater.casefile.Case;
import org.headwater.casefile.CaseException;
import org.headwater.casefile.CaseView;
import org.headwater.casefile.Decision;
import org.headwater.casefile.ReadListener;
import org.headwater.exchange.bag.BagVerification;
import org.headwater.model.DocumentId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process that does all that can be done with a case is killed outright, two hundred times, at moments drawn from a
 * seed. After each kill everything that it said was done is there, verification finds nothing, and the next process goes
 * on from there, to the same case as if nobody had been killed.
 */
class KilledAnywhereTest {
    private static final long SEED = 20221205;
    private static final int LANES = 2;
    private static final int KILLS_A_LANE = 100;

    /** Longest time that a process is left to work. */
    private static final int MILLIS = 200;

    private static final int MILLIS_TO_SEAL = 8;

    @TempDir
    private static Path shared;

    private static Path base;
    private static Path materials;
    private static Child child;
    private static OneAnswer server;

    @BeforeAll
    static void prepare() throws IOException, InterruptedException, CaseException {
        server = OneAnswer.start();
        materials = Materials.write(shared.resolve("materials"));
        base = shared.resolve("base.case");
        try (Case open = Case.openOrCreate(base, Worker.settings())) {
            open.read(List.of(materials.resolve("base")), ReadListener.silent());
            assertThat(open.view().statements()).hasSizeGreaterThan(3);
        }
        Path other = shared.resolve("other.case");
        try (Case open = Case.openOrCreate(other, Worker.settings())) {
            open.read(List.of(materials.resolve("other")), ReadListener.silent());
            Materials.bag(open, materials.resolve("bag"));
        }
        child = Child.prepare(shared.resolve("child"));
        Files.createDirectories(shared.resolve("warm/work"));
        Folders.copy(base, shared.resolve("warm/a.case"));
        child.archive(Worker.class.getName(), Worker.arguments(places(shared.resolve("warm")), SEED, 0));
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    private static Step.Places places(Path folder) {
        return new Step.Places(folder.resolve("a.case"), folder.resolve("work"), materials, server.address());
    }

    @Test
    void whatIsDoneStaysDoneAndTheNextProcessGoesOn(TestReporter reporter) throws Exception {
        ExecutorService lanes = Executors.newFixedThreadPool(LANES);
        try {
            List<Future<Integer>> ends = new ArrayList<>();
            for (int i = 0; i < LANES; i++) {
                long script = SEED + i;
                ends.add(lanes.submit(() -> lane(script)));
            }
            int cut = 0;
            for (Future<Integer> end : ends) {
                cut += end.get();
            }
            reporter.publishEntry("kills", LANES * KILLS_A_LANE + ", in the middle of the script " + cut);
            assertThat(cut).as("kills that came before the script's end").isGreaterThan(LANES * KILLS_A_LANE * 9 / 10);
        } finally {
            lanes.shutdownNow();
        }
    }

    /** Kills many processes, each somewhere in the script. */
    private static int lane(long seed) throws Exception {
        Random random = new Random(seed);
        List<Step> script = Step.script(seed);
        Path folder = shared.resolve("lane-" + seed);
        List<List<Object>> calm = calm(script, folder.resolve("calm"));
        int cut = 0;
        for (int kill = 0; kill < KILLS_A_LANE; kill++) {
            int from = kill % script.size();
            Folders.copy(folder.resolve("calm-" + from), folder.resolve("killed"));
            Step.Places places = places(folder.resolve("killed"));
            int done = life(places, seed, from, random.nextInt(millis(script.get(from))));
            check(places, script.subList(0, done));
            if (done < script.size()) {
                cut++;
                goOn(script.get(done), places);
                assertThat(content(places.kept()))
                        .as("the case of script " + seed + " after " + script.get(done) + ", cut short once")
                        .isEqualTo(calm.get(done));
            }
        }
        return cut;
    }

    /** A passphrase takes longer to try than all of the sealing, which must be met too. */
    private static int millis(Step first) {
        return first.kind() == Step.Kind.SEAL ? MILLIS * MILLIS_TO_SEAL : MILLIS;
    }

    /** Runs the script undisturbed; keeps the case as it is before each step, and gives what it holds after each. */
    private static List<List<Object>> calm(List<Step> script, Path folder) throws Exception {
        Files.createDirectories(folder.resolve("work"));
        Step.Places places = places(folder);
        Folders.copy(base, places.kept());
        List<List<Object>> contents = new ArrayList<>();
        for (Step step : script) {
            Folders.copy(folder, folder.resolveSibling("calm-" + step.number()));
            goOn(step, places);
            contents.add(content(places.kept()));
        }
        return contents;
    }

    private static void goOn(Step step, Step.Places places) throws CaseException, IOException {
        try (Case open = Case.open(places.kept(), Worker.settings())) {
            step.run(open, places, Worker.settings());
        }
    }

    /** One process, killed so many milliseconds after it began to work; returns the number of steps done in all. */
    private static int life(Step.Places places, long script, int done, int millis) throws Exception {
        Process process = child.start(Worker.class.getName(), Worker.arguments(places, script, done));
        try (BufferedReader said = process.inputReader()) {
            String first = said.readLine();
            assertThat(first)
                    .as("the first line of a process of script " + script)
                    .isEqualTo("ready");
            process.waitFor(millis, TimeUnit.MILLISECONDS);
            // By its handle: the process itself would close what it said as well.
            process.toHandle().destroyForcibly();
            int now = done;
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                now += line.startsWith("done ") ? 1 : 0;
            }
            process.waitFor();
            return now;
        }
    }

    /** Looks at a copy, so that it is left to the next process to find what was left to it. */
    private static void check(Step.Places places, List<Step> done) throws Exception {
        Path copy = places.work().resolveSibling("copy.case");
        Folders.copy(places.kept(), copy);
        try (Case open = Case.open(copy, Worker.settings())) {
            assertThat(open.verify(ReadListener.silent()).faults())
                    .as("faults after " + done)
                    .isEmpty();
            List<Decision> decisions = open.view().decisions();
            for (Step step : done) {
                assertThat(isThere(step, places, open, decisions))
                        .as(step + " of " + done)
                        .isTrue();
            }
        }
        Folders.remove(copy);
    }

    private static boolean isThere(Step step, Step.Places places, Case open, List<Decision> decisions)
            throws CaseException, IOException {
        if (step.kind().isDecision()) {
            return step.isAmong(decisions);
        }
        return switch (step.kind()) {
            case ERASE -> step.isErased(open);
            case SEAL -> open.sealing().isSealed() && open.sealing().open() == 0;
            case READ -> {
                try (Stream<Path> files = Files.list(places.materials().resolve("articles/" + step.number()))) {
                    List<String> paths = open.view().intakes().stream()
                            .map(each -> each.path())
                            .toList();
                    yield files.allMatch(file -> paths.contains(file.toString()));
                }
            }
            case CAPTURE ->
                open.view().intakes().stream().anyMatch(each -> each.path().startsWith("capture/"));
            case WATCH ->
                open.watching().all().stream()
                        .allMatch(watch -> watch.sightings().size() == 1);
            case BACKUP -> Files.isRegularFile(step.backup(places));
            case EXPORT ->
                BagVerification.of(step.bag(places), Instant.EPOCH, files -> {}).isWhole();
            case RESTORE -> Case.exists(step.restored(places));
            default -> true;
        };
    }

    /** All that a case derives, and what was decided, but for where a case lies. */
    private static List<Object> content(Path kept) throws Exception {
        try (Case open = Case.open(kept, Worker.settings())) {
            CaseView view = open.view();
            List<Object> content = new ArrayList<>();
            for (DocumentId id : view.documents()) {
                content.add(view.document(id).orElseThrow());
            }
            content.add(List.copyOf(view.statements().values()));
            content.add(List.copyOf(view.entities().values()));
            content.add(view.derivations());
            content.add(List.copyOf(view.traces().values()));
            content.add(view.findings());
            content.add(view.intakes());
            content.add(view.decisions());
            content.add(open.search("bridge", 100).stream()
                    .map(hit -> hit.document().id())
                    .sorted(Comparator.comparing(DocumentId::value))
                    .toList());
            content.add(open.verify(ReadListener.silent()).faults());
            return content;
        }
    }
}
