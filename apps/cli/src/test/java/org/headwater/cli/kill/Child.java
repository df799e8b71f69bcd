package org.headwater.cli.kill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Starts {@link Worker} processes as fast as Java can: classes from jars that are not packed, kept ready in an archive of
 * the virtual machine's, and only the first compiler.
 */
final class Child {
    private final Path folder;
    private final String classPath;

    private Child(Path folder, String classPath) {
        this.folder = folder;
        this.classPath = classPath;
    }

    /** Puts classes that lie in folders into jars: the archive takes none from folders. */
    static Child prepare(Path folder) throws IOException {
        Files.createDirectories(folder.resolve("tmp"));
        List<String> jars = new ArrayList<>();
        for (String each : Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                .splitAsStream(System.getProperty("java.class.path"))
                .toList()) {
            Path path = Path.of(each);
            if (Files.isDirectory(path)) {
                Path jar = folder.resolve(jars.size() + ".jar");
                pack(path, jar);
                jars.add(jar.toString());
            } else if (Files.exists(path)) {
                jars.add(each);
            }
        }
        return new Child(folder, String.join(File.pathSeparator, jars));
    }

    private static void pack(Path classes, Path jar) throws IOException {
        try (OutputStream out = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(out);
                Stream<Path> walk = Files.walk(classes)) {
            zip.setLevel(0);
            for (Path file : walk.filter(Files::isRegularFile).sorted().toList()) {
                zip.putNextEntry(
                        new ZipEntry(classes.relativize(file).toString().replace(File.separatorChar, '/')));
                Files.copy(file, zip);
                zip.closeEntry();
            }
        }
    }

    /** Lets one process do a whole script, which nobody kills, and keeps its classes ready for others. */
    void archive(Step.Places places, long script) throws IOException, InterruptedException {
        Process process = start(places, script, 0, "-XX:ArchiveClassesAtExit=" + folder.resolve("classes.jsa"));
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said + log()).isZero();
    }

    /** Starts a process that goes on with a script after so many steps. */
    Process start(Step.Places places, long script, int done) throws IOException {
        return start(places, script, done, "-XX:SharedArchiveFile=" + folder.resolve("classes.jsa"));
    }

    private Process start(Step.Places places, long script, int done, String archive) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:-UsePerfData",
                        "-Xshare:auto",
                        "-Xlog:cds=off",
                        "-Xlog:cds+dynamic=off",
                        "-Xmx400m",
                        archive,
                        "-Djava.io.tmpdir=" + folder.resolve("tmp"),
                        "-cp",
                        classPath,
                        Worker.class.getName(),
                        places.kept().toString(),
                        places.work().toString(),
                        places.materials().toString(),
                        places.server().toString(),
                        Long.toString(script),
                        Integer.toString(done))
                .redirectError(
                        ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()))
                .start();
    }

    private String log() throws IOException {
        return Files.exists(folder.resolve("log")) ? Files.readString(folder.resolve("log")) : "";
    }
}
