package org.headwater.cli.faults;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.sqlite.util.OSInfo;

/**
 * Starts processes as fast as Java can: classes from jars that are not packed, kept ready in an archive of the virtual
 * machine's, only the first compiler, and SQLite's library where it need not be unpacked.
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
        String library = System.mapLibraryName("sqlitejdbc");
        try (InputStream in = Child.class.getResourceAsStream(
                "/org/sqlite/native/" + OSInfo.getNativeLibFolderPathForCurrentOS() + "/" + library)) {
            Files.copy(in, folder.resolve(library));
        }
        return new Child(folder, String.join(File.pathSeparator, jars));
    }

    private static void pack(Path classes, Path jar) throws IOException {
        try (OutputStream out = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(out);
                Stream<Path> walk = Files.walk(classes)) {
            zip.setLevel(0);
            for (Path file : walk.filter(each -> !each.equals(classes)).sorted().toList()) {
                String name = classes.relativize(file).toString().replace(File.separatorChar, '/');
                zip.putNextEntry(new ZipEntry(Files.isDirectory(file) ? name + "/" : name));
                if (!Files.isDirectory(file)) {
                    Files.copy(file, zip);
                }
                zip.closeEntry();
            }
        }
    }

    /** Lets one process do something that nobody disturbs, and keeps its classes ready for others. */
    void archive(String main, String... arguments) throws IOException, InterruptedException {
        List<String> command = command("-XX:ArchiveClassesAtExit=" + folder.resolve("classes.jsa"), main, arguments);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }

    /** Starts a process; what it says against somebody goes to a file. */
    Process start(String main, String... arguments) throws IOException {
        return new ProcessBuilder(command(main, arguments))
                .redirectError(
                        ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()))
                .start();
    }

    /** The words that start a process. */
    List<String> command(String main, String... arguments) {
        Path archive = folder.resolve("classes.jsa");
        return command(Files.exists(archive) ? "-XX:SharedArchiveFile=" + archive : "-Xshare:auto", main, arguments);
    }

    private List<String> command(String archive, String main, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // As the launcher starts it; without it newer Javas warn that SQLite's library is loaded.
                "--enable-native-access=ALL-UNNAMED",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-Xshare:auto",
                "-Xlog:cds=off",
                "-Xlog:cds+dynamic=off",
                "-Xmx400m",
                archive,
                "-Dorg.sqlite.lib.path=" + folder,
                "-Djava.io.tmpdir=" + folder.resolve("tmp"),
                "-cp",
                classPath,
                main));
        command.addAll(List.of(arguments));
        return command;
    }
}
