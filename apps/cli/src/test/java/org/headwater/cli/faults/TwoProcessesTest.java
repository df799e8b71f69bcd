package org.headwater.cli.faults;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.headwater.casefile.Case;
import org.headwater.casefile.CaseException;
import org.headwater.casefile.CaseView;
import org.headwater.casefile.ReadListener;
import org.headwater.evidence.CustodyLog;
import org.headwater.evidence.SigningKey;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several processes want one case at the same time. */
class TwoProcessesTest {
    private static final String MAIN = "org.headwater.cli.Main";

    @TempDir
    private static Path shared;

    private static Child child;
    private static Path materials;
    private static Path base;

    @BeforeAll
    static void prepare() throws IOException, CaseException {
        materials = Materials.write(shared.resolve("materials"));
        base = shared.resolve("base.case");
        child = Child.prepare(shared.resolve("child"));
        try (Case open = Case.openOrCreate(base, Worker.settings())) {
            open.read(List.of(materials.resolve("base")), ReadListener.silent());
        }
    }

    @Test
    void whoeverComesSecondIsToldSoAndMayLook() throws Exception {
        Path kept = shared.resolve("held.case");
        Folders.copy(base, kept);
        SigningKey key = SigningKey.findOrMake(kept, new SecureRandom());
        try (CustodyLog held = CustodyLog.open(
                kept.resolve("custody.log"),
                new CustodyLog.Writer(Worker.settings().clock(), "ben", key))) {
            Said merge = run("merge", kept.toString(), "A", "B");
            assertThat(merge.code()).isEqualTo(3);
            assertThat(merge.out())
                    .isEqualTo(
                            "Cannot change case " + kept + ": another process is changing it (wait for it to end)\n");
            assertThat(run(
                                    "read",
                                    kept.toString(),
                                    materials.resolve("articles/1").toString())
                            .code())
                    .isEqualTo(3);
            assertThat(run("findings", kept.toString()).code()).isZero();
            assertThat(held.head().sequence()).isPositive();
        }
        assertThat(run("merge", kept.toString(), "A", "B").code()).isZero();
        assertThat(run("verify", kept.toString()).code()).isZero();
    }

    /** Each reads files of its own and decides; who is refused tries again, and in the end everything is there. */
    @Test
    void twoAtOnceLoseNothing() throws Exception {
        Path kept = shared.resolve("shared.case");
        Folders.copy(base, kept);
        List<Thread> people = new ArrayList<>();
        List<Throwable> trouble = new java.util.concurrent.CopyOnWriteArrayList<>();
        for (int i = 1; i <= 2; i++) {
            String articles = materials.resolve("articles/" + i).toString();
            String name = "Board " + i;
            Thread person = new Thread(() -> {
                untilDone("read", kept.toString(), articles);
                untilDone("merge", kept.toString(), name, "The Board");
            });
            person.setUncaughtExceptionHandler((thread, e) -> trouble.add(e));
            people.add(person);
            person.start();
        }
        for (Thread person : people) {
            person.join();
        }
        assertThat(trouble).isEmpty();
        try (Case open = Case.open(kept, Worker.settings())) {
            CaseView view = open.view();
            assertThat(view.decisions()).hasSize(2);
            for (int i = 1; i <= 2; i++) {
                Path article = materials.resolve("articles/" + i + "/one-" + i + ".txt");
                assertThat(Files.exists(article)).isTrue();
                assertThat(view.intakes()).anyMatch(each -> each.path().equals(article.toString()));
            }
            assertThat(open.verify(ReadListener.silent()).faults()).isEmpty();
        } catch (CaseException e) {
            throw new AssertionError(e);
        }
    }

    private static void untilDone(String... words) {
        Said said = run(words);
        while (said.code() == 3 && said.out().contains("another process is changing it")) {
            said = run(words);
        }
        assertThat(said.code()).as(said.out()).isZero();
    }

    /** What a process answered, errors included. */
    private record Said(int code, String out) {}

    private static Said run(String... words) {
        try {
            Process process = new ProcessBuilder(child.command(MAIN, words))
                    .redirectErrorStream(true)
                    .start();
            String out = new String(process.getInputStream().readAllBytes(), UTF_8);
            return new Said(process.waitFor(), out);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
