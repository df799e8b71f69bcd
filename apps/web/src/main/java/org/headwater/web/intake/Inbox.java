package org.headwater.web.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where files lie that were added in the browser, until the case has taken them in. All files of one addition lie in one
 * folder, which gets its name only when all of them are there.
 */
final class Inbox {
    /** How the name of a folder ends whose files are still coming in. */
    static final String UNFINISHED = ".part";

    private static final int NAME_MOST = 80;

    private final Path folder;

    Inbox(Path folder) {
        this.folder = folder;
    }

    /** A file on its way in. */
    interface Incoming {
        /** The name the browser gave it: anything at all. */
        String name();

        /** Its bytes. */
        InputStream open() throws IOException;
    }

    /** Puts the files down. One at a time, as the folders are numbered. */
    synchronized void put(List<? extends Incoming> files) throws IOException {
        long number = next();
        Path coming = Files.createDirectories(folder.resolve(String.format(Locale.ROOT, "%06d%s", number, UNFINISHED)));
        Set<String> taken = new HashSet<>();
        for (Incoming file : files) {
            String name = harmless(file.name());
            while (!taken.add(name)) {
                name = "again-" + name;
            }
            try (InputStream in = file.open()) {
                Files.copy(in, coming.resolve(name));
            }
        }
        Files.move(coming, folder.resolve(String.format(Locale.ROOT, "%06d", number)), StandardCopyOption.ATOMIC_MOVE);
    }

    private long next() throws IOException {
        try (Stream<Path> there = Files.list(folder)) {
            return there.map(path -> path.getFileName().toString().replace(UNFINISHED, ""))
                            .filter(name -> name.matches("\\d{6,18}"))
                            .mapToLong(Long::parseLong)
                            .max()
                            .orElse(0)
                    + 1;
        }
    }

    /** The last part of the name, without what could lead elsewhere or deceive the eye. */
    static String harmless(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        StringBuilder kept = new StringBuilder();
        last.codePoints()
                .filter(point -> !Character.isISOControl(point)
                        && Character.getType(point) != Character.FORMAT
                        && Character.getType(point) != Character.SURROGATE
                        && ":*?\"<>|".indexOf(point) < 0)
                .forEach(kept::appendCodePoint);
        String plain = kept.toString().strip().replaceFirst("^[.\\s]+", "");
        int begin = Math.max(0, plain.length() - NAME_MOST);
        if (begin > 0 && Character.isLowSurrogate(plain.charAt(begin))) {
            begin++;
        }
        return plain.isEmpty() ? "file" : plain.substring(begin);
    }
}
