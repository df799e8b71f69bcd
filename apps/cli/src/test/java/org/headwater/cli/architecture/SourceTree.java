package org.headwater.cli.architecture;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.headwater.cli.SourceHome;

/**
 * The files of the project that people write: no build output, no version control, no cases.
 *
 * @param root the folder that holds them
 */
record SourceTree(Path root) {
    private static final Set<String> SKIPPED =
            Set.of("target", ".git", ".idea", ".vscode", ".settings", "node_modules");

    /** The tree this test is built from. */
    static SourceTree ofProject() {
        return new SourceTree(SourceHome.path());
    }

    /** All files whose name ends so, in the order of their paths. */
    List<Path> files(String... endings) throws IOException {
        List<Path> found = new ArrayList<>();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                String name = folder.getFileName().toString();
                boolean skipped = SKIPPED.contains(name) || name.endsWith(".case");
                return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                for (String ending : endings) {
                    if (file.getFileName().toString().endsWith(ending)) {
                        found.add(file);
                    }
                }
                return FileVisitResult.CONTINUE;
            }
        });
        found.sort(null);
        return found;
    }

    List<String> lines(Path file) throws IOException {
        return Files.readAllLines(file, StandardCharsets.UTF_8);
    }

    /** The path as seen from the root, with slashes. */
    String name(Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }
}
