package org.headwater.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.headwater.casefile.Case;
import org.headwater.casefile.CaseException;
import org.headwater.casefile.CaseSettings;
import org.headwater.casefile.CaseView;
import org.headwater.casefile.CodebookSource;
import org.headwater.casefile.IntakeOutcome;
import org.headwater.casefile.ReadSummary;
import org.headwater.casefile.words.FindingWords;
import org.headwater.cli.screen.Cells;
import org.headwater.cli.screen.Json;
import org.headwater.cli.screen.Progress;
import org.headwater.cli.screen.Screen;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
        name = "read",
        header = "Take in files, folders and archives, and read who says what in them.",
        description =
                "Makes the case if there is none. Reads txt, html, pdf, docx, odt, eml, mbox, zip, WARC and WACZ, and"
                        + " images with text where Tesseract is installed. Ctrl-C stops after the document in hand; the same command"
                        + " goes on from there and repeats nothing. What cannot be read is recorded with its reason. A case keeps the codebook"
                        + " it was made with.",
        footer = {
            "  headwater read my.case articles/",
            "  headwater read my.case report.pdf mails.mbox crawl.warc.gz",
            "  headwater read my.case --codebook detention-sites articles/"
        })
final class ReadCommand extends Command {
    private static final int REASONS_SHOWN = 10;
    private static final String READABLE =
            "What can be read: txt, html, pdf, docx, odt, eml, mbox, zip, WARC and WACZ, in"
                    + " folders too; files whose names begin with a dot only when they are named.";

    @Parameters(index = "0", paramLabel = "CASE", description = "The folder of the case; it is made if absent.")
    private String folder = "";

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "PATH", description = "Files and folders to take in.")
    private List<String> paths = List.of();

    @Option(names = "--workers", paramLabel = "N", description = "Documents read at the same time (one a processor).")
    private int workers;

    @Option(
            names = "--again",
            description = "Take in also what was erased from this case before; the custody log says so.")
    private boolean again;

    @Mixin
    private final CodebookOption codebook = new CodebookOption();

    @Mixin
    private final PassphraseOption passphrase = new PassphraseOption();

    @Override
    ExitCode run(Session session) throws CaseException {
        List<Path> typed = paths.stream().map(session::path).toList();
        CaseSettings usual = passphrase.settings(session);
        CaseSettings settings = workers < 1 ? usual : usual.withWorkers(workers);
        Optional<CodebookSource> with = codebook.source(session);
        // Looked at before a case is made: a mistyped path is to leave none behind.
        if (!Case.exists(session.path(folder)) && Case.filesUnder(typed).isEmpty()) {
            throw Refusal.of(nothing(), READABLE, "No case was made.");
        }
        try (Case open = with.isPresent()
                ? Case.openOrCreate(session.path(folder), settings, with.get())
                : Case.openOrCreate(session.path(folder), settings)) {
            return read(session, open, typed);
        }
    }

    private ExitCode read(Session session, Case open, List<Path> typed) throws CaseException {
        Screen screen = session.screen();
        try (Interruption interruption = Interruption.listen()) {
            Progress progress = Progress.on(screen, session.clock());
            ReadSummary summary;
            try (progress) {
                CaseProgress listener = new CaseProgress(progress, interruption);
                summary = again ? open.readAgain(typed, listener) : open.read(typed, listener);
            }
            if (isJson()) {
                screen.print(Json.page(json(summary)));
            } else {
                say(summary, open, progress, session);
            }
            screen.flush();
            if (summary.stopped()) {
                return ExitCode.INTERRUPTED;
            }
            return summary.refused().isEmpty() ? ExitCode.DONE : ExitCode.PROBLEMS;
        }
    }

    private void say(ReadSummary summary, Case open, Progress progress, Session session) throws CaseException {
        Screen screen = session.screen();
        if (summary.sources() == 0) {
            screen.print(nothing());
            screen.print(READABLE);
            return;
        }
        screen.print(inWords(summary) + " in " + Progress.inWords(progress.taken()));
        reasons(summary.refused(), screen);
        if (summary.stopped()) {
            screen.say("Stopped. Nothing that was read is lost; the same command goes on from here.");
            return;
        }
        CaseView view = open.view();
        screen.print("The case holds "
                + FindingWords.count(view.documents().size(), "document") + ", "
                + FindingWords.count(view.statements().size(), "statement") + " and "
                + FindingWords.count(view.findings().size(), "finding") + ".");
        screen.print("Next: " + session.command() + " findings " + folder);
    }

    private String nothing() {
        return "Nothing to read: there is no file in " + String.join(", ", paths) + ".";
    }

    /** What a run did, on one line. */
    static String inWords(ReadSummary summary) {
        StringBuilder words = new StringBuilder();
        words.append(String.format(
                Locale.ROOT,
                "%,d %s read, %,d %s proposed",
                summary.documents(),
                summary.documents() == 1 ? "document" : "documents",
                summary.statements(),
                summary.statements() == 1 ? "statement" : "statements"));
        if (summary.known() > 0) {
            words.append(String.format(Locale.ROOT, ", %,d known already", summary.known()));
        }
        if (!summary.refused().isEmpty()) {
            words.append(String.format(
                    Locale.ROOT, ", %,d not read", summary.refused().size()));
        }
        return words.toString();
    }

    /** Why files were not read: each kind of fault with its number, then the first files. */
    static void reasons(List<IntakeOutcome> refused, Screen screen) {
        if (refused.isEmpty()) {
            return;
        }
        Map<String, Long> faults = refused.stream()
                .collect(Collectors.groupingBy(
                        outcome -> outcome.fault().orElse("other"), TreeMap::new, Collectors.counting()));
        screen.print("Not read: "
                + faults.entrySet().stream()
                        .map(fault -> fault.getKey() + " " + fault.getValue())
                        .collect(Collectors.joining(", ")));
        for (IntakeOutcome outcome : refused.subList(0, Math.min(REASONS_SHOWN, refused.size()))) {
            screen.print("  " + Cells.oneLine(outcome.path()) + ": " + Cells.oneLine(outcome.message()));
        }
        if (refused.size() > REASONS_SHOWN) {
            screen.print("  … and " + (refused.size() - REASONS_SHOWN) + " more");
        }
    }

    private static ObjectNode json(ReadSummary summary) {
        ObjectNode page = Json.object()
                .put("sources", summary.sources())
                .put("known", summary.known())
                .put("documents", summary.documents())
                .put("statements", summary.statements())
                .put("stopped", summary.stopped());
        ArrayNode refused = page.putArray("refused");
        for (IntakeOutcome outcome : summary.refused()) {
            ObjectNode each = refused.addObject().put("path", outcome.path());
            outcome.fault().ifPresent(fault -> each.put("fault", fault));
            each.put("message", outcome.message());
        }
        return page;
    }
}
