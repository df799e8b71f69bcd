package org.headwater.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher, in a tree of its own with JDKs and a build that only write down how they were called. */
class LauncherTest {
    private static final Instant LONG_AGO = Instant.parse("2022-09-14T08:00:00Z");

    @TempDir
    private Path folder;

    private Path home;
    private Path jdks;

    @BeforeEach
    void makeTree() throws IOException {
        home = Files.createDirectories(folder.resolve("a tree"));
        jdks = folder.resolve("sdk/candidates/java");
        Files.copy(SourceHome.path().resolve("headwater"), home.resolve("headwater"));
        script(home.resolve("mvnw"), """
                echo "[INFO] Building Headwater model 0.1 [2/11]"
                echo "$JAVA_HOME" > built-with
                mkdir -p apps/cli/target/headwater/lib
                : > apps/cli/target/headwater/lib/headwater.jar
                """);
        file(home.resolve("pom.xml"));
        file(home.resolve("model/src/main/java/A.java"));
        jdk("998");
        jdk("999");
    }

    private static void file(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "");
        Files.setLastModifiedTime(file, FileTime.from(LONG_AGO));
        Files.setLastModifiedTime(file.getParent(), FileTime.from(LONG_AGO));
    }

    private static void script(Path file, String body) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + body);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** A JDK whose java prints its arguments, one a line. */
    private void jdk(String version) throws IOException {
        Path jdk = jdks.resolve(version);
        script(jdk.resolve("bin/java"), "echo \"java " + version + "\"\nprintf '%s\\n' \"$@\"\n");
        script(jdk.resolve("bin/javac"), "exit 0\n");
        Files.writeString(jdk.resolve("release"), "IMPLEMENTOR=\"Nobody\"\nJAVA_VERSION=\"" + version + ".0.1\"\n");
    }

    private void build() throws IOException {
        Path image = Files.createDirectories(home.resolve("apps/cli/target/headwater/lib"))
                .getParent();
        file(image.resolve("lib/headwater.jar"));
        Files.writeString(image.resolve("built"), "");
    }

    private Typed.Answer launch(Path from, String program, String... words) throws IOException, InterruptedException {
        return launch(Map.of(), from, program, words);
    }

    private Typed.Answer launch(Map<String, String> settings, Path from, String program, String... words)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(program));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command).directory(from.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("HEADWATER") || name.equals("JAVA_HOME"));
        builder.environment().put("SDKMAN_DIR", folder.resolve("sdk").toString());
        builder.environment().putAll(settings);
        builder.redirectError(folder.resolve("err").toFile());
        Process process = builder.start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int code = process.waitFor();
        return new Typed.Answer(code, out, Files.readString(folder.resolve("err")));
    }

    @Test
    void passesArgumentsExactlyToTheNewestJdk() throws IOException, InterruptedException {
        build();
        String[] words = {"show", "a b", "*", "$HOME", "", "@x", "\"q\" 'r'", "报告"};

        Typed.Answer answer = launch(home, "./headwater", words);

        assertThat(answer.code()).isZero();
        assertThat(answer.lines().get(0)).isEqualTo("java 999");
        int jar = answer.lines().indexOf("-jar");
        assertThat(answer.lines().subList(jar + 2, answer.lines().size())).containsExactly(words);
        assertThat(answer.lines()).contains("-Dheadwater.command=./headwater", "-XX:TieredStopAtLevel=1");
    }

    @Test
    void takesTheJdkOfJavaHome() throws IOException, InterruptedException {
        build();
        jdk("25");
        String wished = jdks.resolve("25").toString();

        assertThat(launch(Map.of("JAVA_HOME", wished), home, "./headwater").lines())
                .startsWith("java 25");
        String other = jdks.resolve("998").toString();
        assertThat(launch(Map.of("JAVA_HOME", wished, "HEADWATER_JAVA_HOME", other), home, "./headwater")
                        .lines())
                .startsWith("java 998");
    }

    @Test
    void buildsWithAnotherJdkWhereThatOfJavaHomeOnlyRuns() throws IOException, InterruptedException {
        jdk("25");
        jdk("21");
        Files.delete(jdks.resolve("21/bin/javac"));

        Typed.Answer answer = launch(Map.of("JAVA_HOME", jdks.resolve("21").toString()), home, "./headwater", "--help");

        assertThat(answer.lines()).contains("java 21").doesNotContain("java 999");
        assertThat(Files.readString(home.resolve("built-with"))).isNotBlank().doesNotContain("/21");
    }

    @Test
    void saysWhyJavaHomeIsNotUsed() throws IOException, InterruptedException {
        build();
        jdk("11");

        for (String wrong : List.of(jdks.resolve("11").toString(), "/nonexistent")) {
            Typed.Answer answer = launch(Map.of("JAVA_HOME", wrong), home, "./headwater");

            assertThat(answer.lines()).startsWith("java 999");
            assertThat(answer.err())
                    .contains(
                            "JAVA_HOME is not used: no JDK 17 or newer at " + wrong + ". Using " + jdks.resolve("999"));
        }
    }

    @Test
    void startsFromAnyFolderAndThroughLinks() throws IOException, InterruptedException {
        build();
        Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
        Files.createSymbolicLink(elsewhere.resolve("first"), Path.of("..", "a tree", "headwater"));
        Files.createSymbolicLink(elsewhere.resolve("second"), Path.of("first"));

        Typed.Answer answer = launch(elsewhere, elsewhere.resolve("second").toString(), "read");

        assertThat(answer.lines())
                .contains(home.toRealPath() + "/apps/cli/target/headwater/lib/headwater.jar")
                .doesNotContain("-XX:TieredStopAtLevel=1");
    }

    @Test
    void tracingCompilesFewMethodsEarlyAndTheOthersLate() throws IOException, InterruptedException {
        build();

        Typed.Answer answer = launch(home, "./headwater", "trace", "*.jsonl");

        assertThat(answer.lines())
                .contains("-XX:CompileThresholdScaling=8", "trace", "*.jsonl")
                .contains("-XX:CompileCommand=CompileThresholdScaling,org.headwater.*::*,0.1");
    }

    @Test
    void buildsOnFirstUseAndSaysSo() throws IOException, InterruptedException {
        Typed.Answer answer = launch(home, "./headwater", "--help");

        assertThat(answer.code()).isZero();
        assertThat(answer.err()).contains("Building Headwater, once").contains("[2/11] model");
        assertThat(answer.lines()).endsWith("--help");
        assertThat(Files.readString(home.resolve("built-with"))).startsWith("/");
    }

    @Test
    void buildsAgainOnlyWhenASourceIsNewer() throws IOException, InterruptedException {
        build();
        launch(home, "./headwater");
        assertThat(home.resolve("built-with")).doesNotExist();

        FileTime later = FileTime.from(
                Files.getLastModifiedTime(home.resolve("mvnw")).toInstant().plus(Duration.ofHours(1)));
        Files.setLastModifiedTime(home.resolve("model/src/main/java/A.java"), later);

        assertThat(launch(home, "./headwater").err()).contains("Building Headwater again");
        assertThat(home.resolve("built-with")).exists();
    }

    @Test
    void showsWhyABuildFailed() throws IOException, InterruptedException {
        script(home.resolve("mvnw"), "echo '[ERROR] Failed to execute goal: no room'\nexit 7\n");

        Typed.Answer answer = launch(home, "./headwater");

        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.err()).contains("no room").contains("Cannot build Headwater: Maven ended with 7");
    }

    @Test
    void refusesAnOldJdkThatWasAskedFor() throws IOException, InterruptedException {
        jdk("11");

        ProcessBuilder builder =
                new ProcessBuilder("./headwater").directory(home.toFile()).redirectErrorStream(true);
        builder.environment().put("HEADWATER_JAVA_HOME", jdks.resolve("11").toString());
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).isEqualTo(1);
        assertThat(said).contains("Cannot use HEADWATER_JAVA_HOME: no JDK 17 or newer at");
    }
}
