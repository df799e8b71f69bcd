package org.headwater.cli.faults;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.headwater.casefile.Case;
import org.headwater.casefile.CaseException;
import org.headwater.casefile.CaseView;
import org.headwater.casefile.ReadListener;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Commands meet a disk that is full or cannot be written to. They say so in one line, with the exit code of a failure;
 * nothing that was reported as done is lost, the case is whole, and the same command goes on when there is room.
 *
 * <p>A small disk in memory is mounted in a namespace of the child's own, which root may do and, on most systems, everybody.
 * Where that is forbidden, the system's bound on the size of files stands in: it fails writes in the middle just so.
 */
class FaultyDiskTest {
    private static final int FOLDERS = 10;
    private static final String MAIN = "org.headwater.cli.Main";

    /** Mounts, leaves only so much room, runs the command, and keeps what is left of the case and its neighbours. */
    private static final String SMALL_DISK = """
            mount -t tmpfs -o size=16m none "$1" || exit 99
            cp -r "$2" "$1/my.case"
            free=$(df -k "$1" | awk 'END { print $4 }')
            head -c $(((free - $3) * 1024)) /dev/zero > "$1/filler"
            disk=$1; left=$4
            shift 4
            cd "$disk"
            "$@"
            code=$?
            rm filler
            cp -r "$disk" "$left"
            exit $code
            """;

    private static final String SMALL_FILES = """
            cp -r "$2" "$1/my.case"
            disk=$1; left=$4; blocks=$(($3 * 2))
            shift 4
            cd "$disk"
            (ulimit -f $blocks; exec "$@")
            code=$?
            cp -r "$disk" "$left"
            exit $code
            """;

    @TempDir
    private static Path shared;

    private static Child child;
    private static Path base;
    private static Path materials;
    private static List<Path> articles;
    private static boolean mounts;

    @BeforeAll
    static void prepare() throws IOException, InterruptedException, CaseException {
        materials = Materials.write(shared.resolve("materials"));
        articles = IntStream.range(0, FOLDERS)
                .mapToObj(each -> materials.resolve("articles/" + each))
                .toList();
        base = shared.resolve("base.case");
        child = Child.prepare(shared.resolve("child"));
        child.archive(MAIN, "read", base.toString(), materials.resolve("base").toString());
        try (Case open = Case.openOrCreate(shared.resolve("other.case"), Worker.settings())) {
            open.read(List.of(materials.resolve("other")), ReadListener.silent());
            Materials.bag(open, materials.resolve("bag"));
        }
        Path probe = Files.createDirectory(shared.resolve("probe"));
        mounts = said(List.of("unshare", "-rm", "mount", "-t", "tmpfs", "none", probe.toString()))
                        .code()
                == 0;
    }

    /**
     * What a process answered.
     *
     * @param out what it said, errors included
     */
    private record Said(int code, List<String> out) {}

    private static Said said(List<String> command) throws IOException, InterruptedException {
        Process process;
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException e) {
            // Not every system has unshare.
            return new Said(127, List.of());
        }
        List<String> out = new String(process.getInputStream().readAllBytes(), UTF_8)
                .lines()
                .toList();
        return new Said(process.waitFor(), out);
    }

    /** Runs a command where only so many kilobytes are free; what is left of the disk afterwards is in {@code left}. */
    private static Said withRoom(int kilobytes, Path left, String... words) throws Exception {
        Path disk = Files.createDirectory(shared.resolve("disk-" + left.getFileName()));
        List<String> command = new ArrayList<>();
        if (mounts) {
            command.addAll(List.of("unshare", "-rm"));
        }
        command.addAll(List.of(
                "sh",
                "-c",
                mounts ? SMALL_DISK : SMALL_FILES,
                "sh",
                disk.toString(),
                base.toString(),
                Integer.toString(kilobytes),
                left.toString()));
        command.addAll(child.command(MAIN, words));
        return said(command);
    }

    private static void isOneLine(Said said) {
        assertThat(said.out())
                .as("what a command says that met a full disk")
                .hasSize(1)
                .first()
                .asString()
                .startsWith("Cannot ")
                .doesNotContain("unexpected", "Exception");
    }

    @Test
    void aReadThatFillsTheDiskGoesOnWhenThereIsRoom() throws Exception {
        Path undisturbed = shared.resolve("undisturbed.case");
        Folders.copy(base, undisturbed);
        List<Object> expected = goOn(undisturbed);
        int failed = 0;
        for (int room : List.of(0, 40, 120, 250, 400)) {
            Path left = shared.resolve("read-" + room);
            List<String> words = new ArrayList<>(List.of("read", "my.case"));
            articles.forEach(each -> words.add(each.toString()));
            Said said = withRoom(room, left, words.toArray(String[]::new));
            if (said.code() != 0) {
                failed++;
                assertThat(said.code()).as(said.out().toString()).isEqualTo(1);
                isOneLine(said);
            }
            Path kept = left.resolve("my.case");
            assertThat(goOn(kept))
                    .as("after a read with " + room + " kB of room")
                    .isEqualTo(expected);
        }
        assertThat(failed).as("reads that met a full disk").isGreaterThan(3);
    }

    /** Verifies what is left, reads the same again, and gives what the case holds then. */
    private static List<Object> goOn(Path kept) throws CaseException {
        try (Case open = Case.open(kept, Worker.settings())) {
            assertThat(open.verify(ReadListener.silent()).faults()).isEmpty();
            assertThat(open.view().documents()).hasSizeGreaterThanOrEqualTo(2);
            open.read(articles, ReadListener.silent());
            CaseView view = open.view();
            assertThat(open.verify(ReadListener.silent()).faults()).isEmpty();
            return List.of(
                    view.documents(),
                    List.copyOf(view.statements().values()),
                    view.derivations(),
                    view.findings(),
                    view.intakes(),
                    open.search("bridge", 1000).size());
        }
    }

    @Test
    void whatIsWrittenBesideACaseIsWholeOrNotThere() throws Exception {
        for (String[] words : List.of(
                new String[] {"backup", "my.case", "my.backup"},
                new String[] {"export", "my.case", "my.bag", "--with-originals"},
                new String[] {"import", "my.case", materials.resolve("bag").toString()},
                new String[] {"rebuild", "my.case"})) {
            Path left = shared.resolve("left-" + words[0]);
            Said said = withRoom(48, left, words);
            assertThat(said.code()).as(words[0] + ": " + said.out()).isEqualTo(1);
            isOneLine(said);
            try (Stream<Path> files = Files.list(left)) {
                assertThat(files.map(file -> file.getFileName().toString())).containsExactly("my.case");
            }
            try (Case open = Case.open(left.resolve("my.case"), Worker.settings())) {
                assertThat(open.view().documents()).as(words[0]).hasSize(2);
                assertThat(open.verify(ReadListener.silent()).faults()).isEmpty();
            }
        }
    }

    @Test
    void aCaseThatCannotBeWrittenToIsReadAndVerifiedAndNothingElse() throws Exception {
        Path kept = shared.resolve("archived.case");
        Folders.copy(base, kept);
        said(List.of("chmod", "-R", "a-w", kept.toString()));
        try {
            assertThat(asNobodySpecial("verify", kept.toString()).out()).anyMatch(line -> line.startsWith("Whole: "));
            assertThat(asNobodySpecial("findings", kept.toString()).code()).isZero();
            assertThat(asNobodySpecial("search", kept.toString(), "bridge").code())
                    .isZero();
            for (String[] words : List.of(
                    new String[] {"read", kept.toString(), articles.get(0).toString()},
                    new String[] {"merge", kept.toString(), "A", "B"},
                    new String[] {
                        "export",
                        kept.toString(),
                        shared.resolve("archived.bag").toString()
                    })) {
                Said said = asNobodySpecial(words);
                assertThat(said.code()).as(words[0] + ": " + said.out()).isEqualTo(1);
                isOneLine(said);
            }
        } finally {
            said(List.of("chmod", "-R", "u+w", kept.toString()));
        }
    }

    /** Root may write whatever the permissions say, unless it gives up that power. */
    private static Said asNobodySpecial(String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        if (said(List.of("id", "-u")).out().equals(List.of("0"))) {
            command.addAll(List.of("setpriv", "--bounding-set", "-dac_override,-dac_read_search"));
        }
        command.addAll(child.command(MAIN, words));
        return said(command);
    }
}
