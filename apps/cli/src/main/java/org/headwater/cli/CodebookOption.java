package org.headwater.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.headwater.casefile.CaseException;
import org.headwater.casefile.CodebookSource;
import org.headwater.codebook.Codebooks;
import picocli.CommandLine.Option;

/** The option by which a command is told the codebook. */
final class CodebookOption {
    @Option(
            names = "--codebook",
            paramLabel = "NAME|FILE",
            description = "The codebook: a shipped one by its name, or your own by its file (see: codebook list).")
    private String words = "";

    /** The codebook that was named; empty if none was. */
    Optional<CodebookSource> source(Session session) throws CaseException {
        return words.isEmpty() ? Optional.empty() : Optional.of(named(session, words));
    }

    /** The codebook of a name, or in a file. */
    static CodebookSource named(Session session, String words) throws CaseException {
        Path file = session.path(words);
        boolean isName = words.matches("[a-z0-9-]+");
        if (Codebooks.shippedNames().contains(words) || (isName && !Files.exists(file))) {
            return CodebookSource.shipped(words);
        }
        return CodebookSource.ofFile(file);
    }
}
