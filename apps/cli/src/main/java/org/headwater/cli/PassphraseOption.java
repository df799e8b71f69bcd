package org.headwater.cli;

import java.util.Optional;
import org.headwater.casefile.CaseSettings;
import org.headwater.evidence.PassphraseSource;
import picocli.CommandLine.Option;

/** The option of every command on a case by which it is told where the passphrase of sealed originals is. */
final class PassphraseOption {
    @Option(
            names = "--passphrase-file",
            paramLabel = "FILE",
            order = 90,
            description = "If originals are sealed: a file with the passphrase in its first line (else "
                    + PassphraseSource.VARIABLE + ", else it is asked for).")
    private Optional<String> file = Optional.empty();

    /** The usual settings of a case, with the passphrase. */
    CaseSettings settings(Session session) {
        return session.settings().withPassphrase(source(session));
    }

    /** Where the passphrase comes from: the file, else where the session has it from. */
    PassphraseSource source(Session session) {
        return file.isPresent() ? Passphrases.ofFile(session.path(file.get())) : session.passphrases();
    }
}
