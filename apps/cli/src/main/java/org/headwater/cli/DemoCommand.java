package org.headwater.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.headwater.casefile.Case;
import org.headwater.casefile.CaseException;
import org.headwater.casefile.CaseView;
import org.headwater.casefile.ReadSummary;
import org.headwater.cli.page.CaseJson;
import org.headwater.cli.page.Pages;
import org.headwater.cli.page.ShortIds;
import org.headwater.cli.screen.Json;
import org.headwater.cli.screen.Progress;
import org.headwater.cli.screen.Screen;
import org.headwater.model.Finding;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
        name = "demo",
        header = "Read the sample case and show what came out of it.",
        description =
                "Reads the twenty documents of samples/overseas-stations, all written for this project, into a case of"
                        + " its own, and shows what it found. A second run uses the same case and reads nothing again.",
        footer = {"  headwater demo", "  headwater demo --open", "  headwater demo elsewhere.case"})
final class DemoCommand extends Command {
    private static final String SAMPLES = "samples/overseas-stations/articles";
    private static final int FINDINGS_SHOWN = 10;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "CASE",
            defaultValue = "overseas-stations.case",
            description = "The folder of the case (${DEFAULT-VALUE}).")
    private String folder = "";

    @Option(names = "--open", description = "Then show the case in this machine's browser, until Ctrl-C.")
    private boolean openWanted;

    @Override
    ExitCode run(Session session) throws CaseException {
        ExitCode shown = show(session);
        if (openWanted && shown == ExitCode.DONE) {
            session.screen().gap();
            ServeCommand.serve(session, folder, 0, ServeCommand.Browser.WANTED, false);
        }
        return shown;
    }

    private ExitCode show(Session session) throws CaseException {
        Path samples = session.home().resolve(SAMPLES);
        if (!Files.isDirectory(samples)) {
            throw Refusal.of("Cannot show the demo: the sample case is not at " + samples);
        }
        Screen screen = session.screen();
        try (Interruption interruption = Interruption.listen();
                Case open = Case.openOrCreate(session.path(folder), session.settings())) {
            Progress progress = Progress.on(screen, session.clock());
            ReadSummary summary;
            try (progress) {
                summary = open.read(List.of(samples), new CaseProgress(progress, interruption));
            }
            if (summary.stopped()) {
                screen.say("Stopped. Go on with: " + session.command() + " demo " + folder);
                return ExitCode.INTERRUPTED;
            }
            CaseView view = open.view();
            if (isJson()) {
                screen.print(Json.page(CaseJson.of(view, open.codebook()).findings(view.findings())));
                return ExitCode.DONE;
            }
            screen.print(ReadCommand.inWords(summary) + " in " + Progress.inWords(progress.taken()) + "   "
                    + screen.faint("case " + folder));
            show(view, open, session);
            return ExitCode.DONE;
        }
    }

    private void show(CaseView view, Case open, Session session) {
        Screen screen = session.screen();
        String command = session.command();
        List<Finding> findings = view.findings();
        screen.gap();
        screen.print(screen.strong("What is said, and on how many independent origins it rests"));
        FindingsCommand.table(view, open, findings.subList(0, Math.min(FINDINGS_SHOWN, findings.size())), screen)
                .printTo(screen);
        if (findings.size() > FINDINGS_SHOWN) {
            screen.print(screen.faint(
                    "… and " + (findings.size() - FINDINGS_SHOWN) + " more: " + command + " findings " + folder));
        }
        Optional<Finding> told = told(findings);
        told.ifPresent(finding -> {
            screen.gap();
            screen.print(screen.strong("One of them, all the way up"));
            Pages.of(view, open.codebook(), screen).findingBriefly(finding);
        });
        ShortIds ids = ShortIds.among(
                findings.stream().map(finding -> finding.id().value()).toList());
        screen.gap();
        screen.print("Next");
        told.ifPresent(finding -> screen.print(
                "  " + command + " show " + folder + " " + ids.of(finding.id().value())));
        screen.print("  " + command + " serve " + folder + " --open");
        screen.print("  " + command + " findings " + folder + " --country NL");
        screen.print("  " + command + " search " + folder + " \"driving licence\"");
        screen.print("  " + command + " read my.case YOUR-ARTICLES…");
    }

    /** The finding with most to tell: one that changed over time and is contradicted, carried by most documents. */
    private static Optional<Finding> told(List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.values().size() > 1)
                .max((one, other) -> Integer.compare(tells(one), tells(other)))
                .or(() -> findings.stream().findFirst());
    }

    private static int tells(Finding finding) {
        int documents =
                finding.values().stream().mapToInt(Finding.Value::documents).sum();
        return documents + 10 * finding.conflicts().size() + (finding.denials().isEmpty() ? 0 : 10);
    }
}
