package org.headwater.statements.languages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The folder of the languages that a user has added. Each has a folder of its own with the two files of its model; a
 * folder that lacks one is taken for absent. Threads and processes may look while another adds or removes: a language is
 * there as a whole or not at all.
 */
public final class InstalledLanguages {
    static final String TAGGER = "tagger";
    static final String PARSER = "parser.gz";

    private final Path folder;

    private InstalledLanguages(Path folder) {
        this.folder = folder;
    }

    /** Those in a folder, which need not exist. */
    public static InstalledLanguages in(Path folder) {
        return new InstalledLanguages(folder.toAbsolutePath());
    }

    /**
     * Those of the user: in {@code HEADWATER_LANGUAGES} if set, else in {@code headwater/languages} below {@code
     * XDG_DATA_HOME} or {@code ~/.local/share}.
     */
    public static InstalledLanguages ofUser(Map<String, String> environment, Path home) {
        Optional<Path> own = Optional.ofNullable(environment.get("HEADWATER_LANGUAGES"))
                .filter(each -> !each.isBlank())
                .map(Path::of);
        Optional<Path> data = Optional.ofNullable(environment.get("XDG_DATA_HOME"))
                .filter(each -> !each.isBlank())
                .map(Path::of);
        return in(own.orElseGet(() -> data.orElse(home.resolve(".local").resolve("share"))
                .resolve("headwater")
                .resolve("languages")));
    }

    /** Those of whoever runs this process; the system property {@code headwater.languages} may name another folder. */
    public static InstalledLanguages usual() {
        Optional<String> named = Optional.ofNullable(System.getProperty("headwater.languages"));
        if (named.isPresent()) {
            return in(Path.of(named.get()));
        }
        return ofUser(System.getenv(), Path.of(System.getProperty("user.home", ".")));
    }

    /** Where they are kept. */
    public Path folder() {
        return folder;
    }

    /** The primary tags of the languages that are there. */
    public Set<String> tags() {
        Set<String> tags = new TreeSet<>();
        if (!Files.isDirectory(folder)) {
            return tags;
        }
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(folder)) {
            for (Path each : folders) {
                String name = each.getFileName().toString();
                if (LanguageModel.of(name).isPresent() && has(name)) {
                    tags.add(name);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list the languages in " + folder, e);
        }
        return tags;
    }

    /** Whether a language is there as a whole. */
    public boolean has(String language) {
        return Files.isRegularFile(tagger(language)) && Files.isRegularFile(parser(language));
    }

    /** The tagger's file of a language, whether it is there or not. */
    public Path tagger(String language) {
        return folder.resolve(language).resolve(TAGGER);
    }

    /** The parser's file of a language, whether it is there or not. */
    public Path parser(String language) {
        return folder.resolve(language).resolve(PARSER);
    }
}
