package org.headwater.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.headwater.casefile.Case;
import org.headwater.casefile.CaseException;
import org.headwater.casefile.CaseVerification;
import org.headwater.casefile.words.FindingWords;
import org.headwater.cli.screen.Json;
import org.headwater.cli.screen.Progress;
import org.headwater.cli.screen.Screen;
import org.headwater.exchange.bag.BagVerification;
import org.headwater.model.Sha256;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
        name = "verify",
        header = "Check every original, the custody log and every quote; or a bundle.",
        description =
                "Computes the hash of every original again, follows the chain of the custody log with its signatures, holds"
                        + " the store against the log and every statement's quote against its document. Names whatever was"
                        + " changed, taken out, moved or cut, and says which timestamps hold. Of a bundle, checks all of its"
                        + " files, signatures and timestamps. Ends with 5 if anything is wrong.",
        footer = {
            "  headwater verify my.case",
            "  headwater verify my.case --expect HEAD --key FINGERPRINT",
            "  headwater verify bundle"
        })
final class VerifyCommand extends Command {
    @Parameters(index = "0", paramLabel = "CASE", description = "The folder of a case or of a bundle.")
    private String folder = "";

    @Option(
            names = "--expect",
            paramLabel = "HEAD",
            description = "A head that an earlier run printed and that was kept elsewhere; it must be in the log."
                    + " May be given several times.")
    private List<String> heads = List.of();

    @Option(names = "--key", paramLabel = "FINGERPRINT", description = "The fingerprint that the case's key must have.")
    private Optional<String> key = Optional.empty();

    @Mixin
    private final PassphraseOption passphrase = new PassphraseOption();

    @Override
    ExitCode run(Session session) throws IOException, CaseException {
        Path path = session.path(folder);
        if (BagVerification.isBag(path)) {
            return bag(session, path);
        }
        try (Case open = Case.open(path, passphrase.settings(session))) {
            return run(session, open);
        }
    }

    private ExitCode bag(Session session, Path path) throws IOException {
        BagVerification.Result found;
        try (Progress progress = Progress.on(session.screen(), session.clock())) {
            found = BagVerification.of(
                    path, session.clock().instant(), files -> progress.show("checking", files, 0, "files"));
        }
        List<String> faults = new ArrayList<>(found.faults());
        key.map(VerifyCommand::digest)
                .filter(wanted -> !found.key().equals(Optional.of(wanted)))
                .ifPresent(wanted -> faults.add("Cannot trust the bundle's key: its fingerprint is "
                        + found.key().map(Sha256::hex).orElse("that of no key") + ", expected was " + wanted));
        heads.stream()
                .map(VerifyCommand::digest)
                .filter(head -> !head.equals(found.head()))
                .forEach(head -> faults.add("Cannot trust the bundle: its last custody entry is " + found.head()
                        + ", expected was " + head));
        BagLines lines = new BagLines(found, faults);
        if (isJson()) {
            session.screen().print(Json.page(lines.json()));
        } else {
            lines.print(session.screen());
        }
        return faults.isEmpty() ? ExitCode.DONE : ExitCode.PROBLEMS;
    }

    private ExitCode run(Session session, Case open) throws CaseException {
        CaseVerification.Expected expected = new CaseVerification.Expected(
                heads.stream().map(VerifyCommand::digest).collect(Collectors.toSet()), key.map(VerifyCommand::digest));
        CaseVerification found;
        try (Interruption interruption = Interruption.listen();
                Progress progress = Progress.on(session.screen(), session.clock())) {
            found = open.verify(expected, new CaseProgress(progress, interruption));
        }
        if (isJson()) {
            session.screen().print(Json.page(json(found)));
        } else {
            say(found, session.screen());
        }
        return found.isWhole() ? ExitCode.DONE : ExitCode.PROBLEMS;
    }

    private static Sha256 digest(String typed) {
        try {
            return new Sha256(typed.strip().toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw Refusal.ofUsage("Cannot understand '" + typed + "': a head or fingerprint has 64 hexadecimal digits");
        }
    }

    private static ObjectNode json(CaseVerification found) {
        ObjectNode page = Json.object()
                .put("whole", found.isWhole())
                .put("originals", found.originals())
                .put("bytes", found.counts().bytes())
                .put("custodyEntries", found.entries())
                .put("signedEntries", found.counts().signed())
                .put("checkpoints", found.counts().checkpoints())
                .put("custodyHead", found.head())
                .put("statements", found.statements());
        found.key().ifPresent(fingerprint -> page.put("key", fingerprint));
        StampLines.add(page.putArray("timestamps"), found.stamps());
        ErasureLines.add(page.putArray("erased"), found.erased());
        ArrayNode faults = page.putArray("faults");
        found.faults().forEach(faults::add);
        return page;
    }

    private static void say(CaseVerification found, Screen screen) {
        found.faults().forEach(fault -> screen.print(screen.alert("wrong") + "  " + fault));
        found.stamps().forEach(stamp -> screen.print(StampLines.line(stamp)));
        found.erased().forEach(erasure -> screen.print(ErasureLines.line(erasure)));
        screen.print(String.format(
                Locale.ROOT,
                "%s: %s, %s (%,d signed), %s checked.",
                found.isWhole() ? "Whole" : FindingWords.count(found.faults().size(), "fault"),
                FindingWords.count(found.originals(), "original"),
                FindingWords.count(found.entries(), "custody entry", "custody entries"),
                found.counts().signed(),
                FindingWords.count(found.statements(), "quote")));
        screen.print("Head of the custody log: " + found.head());
        found.key().ifPresent(fingerprint -> screen.print("Fingerprint of its key:  " + fingerprint));
        screen.print(screen.faint(
                "Keep both somewhere else (--expect, --key): with them nobody can rewrite the log" + " unnoticed."));
    }
}
