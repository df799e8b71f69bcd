package org.headwater.cli;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.headwater.casefile.Case;
import org.headwater.casefile.CaseException;
import org.headwater.casefile.Sealing;
import org.headwater.casefile.words.FindingWords;
import org.headwater.cli.screen.Json;
import org.headwater.cli.screen.Progress;
import org.headwater.cli.screen.Screen;
import picocli.CommandLine;
import picocli.CommandLine.Option;

@CommandLine.Command(
        name = "seal",
        header = "Encrypt the originals of a case at rest, each with a key of its own, under a passphrase.",
        description =
                "From then on originals are written encrypted (AES-256-GCM) as they come in, and open with the passphrase"
                        + " alone (Argon2id); those that are there are encrypted now. Ctrl-C or a kill loses nothing; the same"
                        + " command goes on. Texts, statements and the index are not encrypted: encrypt the disk too. Whoever"
                        + " loses the passphrase has lost the originals.",
        footer = {
            "  headwater seal my.case",
            "  headwater seal my.case --passphrase-file /media/stick/words",
            "  headwater seal my.case --change"
        })
final class SealCommand extends CaseCommand {
    @Option(names = "--change", description = "Change the passphrase of a case that is sealed.")
    private boolean changeWanted;

    @Option(
            names = "--new-passphrase-file",
            paramLabel = "FILE",
            description = "With --change: a file with the new passphrase in its first line (else it is asked for).")
    private Optional<String> newFile = Optional.empty();

    @Override
    ExitCode run(Session session, Case open) throws IOException, CaseException {
        Sealing sealing = open.sealing();
        if (changeWanted) {
            sealing.unlock();
            char[] other = other(session);
            sealing.change(other);
            Arrays.fill(other, '\0');
            say(
                    session.screen(),
                    0,
                    0,
                    "The passphrase is changed. Old copies of the folder keys/ still open with the old one.");
            return ExitCode.DONE;
        }
        boolean first = !sealing.isSealed();
        if (first && sealing.passphrase() instanceof Passphrases typed) {
            typed.confirm();
        }
        long sealed;
        try (Interruption interruption = Interruption.listen();
                Progress progress = Progress.on(session.screen(), session.clock())) {
            sealed = sealing.seal(new CaseProgress(progress, interruption));
        }
        long left = sealing.open();
        say(
                session.screen(),
                sealed,
                left,
                FindingWords.count(sealed, "original") + " sealed" + (left == 0 ? "." : ", " + left + " left.")
                        + (first
                                ? " Keep the passphrase where the case is not: without it they are lost. The disk may keep"
                                        + " old blocks of what lay open until now."
                                : ""));
        return left == 0 ? ExitCode.DONE : ExitCode.INTERRUPTED;
    }

    private char[] other(Session session) throws IOException {
        if (newFile.isPresent()) {
            return Passphrases.ofFile(session.path(newFile.get())).ask().orElseThrow();
        }
        Optional<char[]> typed = Passphrases.typed("New passphrase");
        if (typed.isEmpty()) {
            throw Refusal.of("Cannot change the passphrase: no new one was given (type it at a terminal, or give"
                    + " --new-passphrase-file)");
        }
        Passphrases.again(typed.get(), "Cannot change the passphrase");
        return typed.get();
    }

    private void say(Screen screen, long sealed, long left, String words) {
        if (isJson()) {
            screen.print(Json.page(Json.object().put("sealed", sealed).put("left", left)));
        } else {
            screen.print(words);
        }
    }
}
