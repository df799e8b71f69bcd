package org.headwater.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.headwater.casefile.CaptureOrder;
import org.headwater.casefile.CaptureOutcome;
import org.headwater.casefile.Case;
import org.headwater.casefile.CaseException;
import org.headwater.casefile.words.FindingWords;
import org.headwater.cli.screen.Cells;
import org.headwater.cli.screen.Json;
import org.headwater.cli.screen.Progress;
import org.headwater.cli.screen.Screen;
import org.headwater.evidence.capture.Browser;
import org.headwater.evidence.capture.Capture;
import org.headwater.evidence.capture.CaptureSettings;
import org.headwater.evidence.capture.Captured;
import org.headwater.evidence.capture.WebAddress;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
        name = "capture",
        header = "Fetch pages you name, keep them as web archives, and read them.",
        description =
                "Keeps what was asked and answered byte for byte (WARC): the page or PDF, its pictures and styles, redirects,"
                        + " headers and certificates. Only http and https, only addresses of the public internet; no cookies are"
                        + " kept from one page to the next, no scripts are run. Every attempt is in the custody log. Ctrl-C stops"
                        + " after the page in hand.",
        footer = {
            "  headwater capture my.case https://www.example.org/report.pdf",
            "  headwater capture my.case --from addresses.txt --proxy socks5://127.0.0.1:9050",
            "  grep -o 'https://[^ ]*' notes.txt | headwater capture my.case -"
        })
final class CaptureCommand extends Command {
    @Parameters(index = "0", paramLabel = "CASE", description = "The folder of the case; it is made if absent.")
    private String folder = "";

    @Parameters(index = "1..*", paramLabel = "URL", description = "Pages to fetch; - reads them from standard input.")
    private List<String> typed = List.of();

    @Option(
            names = "--from",
            paramLabel = "FILE",
            description = "Fetch the pages in this file, one a line; # is a remark.")
    private String list = "";

    @Option(names = "--wacz", paramLabel = "FOLDER", description = "Also write each page there as a WACZ.")
    private String wacz = "";

    @Option(
            names = "--screenshot",
            description =
                    "Also keep a picture of each page, taken with the Chromium that is installed; it runs scripts.")
    private boolean pictureWanted;

    @Mixin
    private FetchOptions fetch = new FetchOptions();

    @Mixin
    private final PassphraseOption passphrase = new PassphraseOption();

    @Override
    ExitCode run(Session session) throws IOException, CaseException {
        List<URI> addresses = addresses(session);
        CaptureSettings settings = fetch.settings();
        CaptureOrder order = new CaptureOrder(
                addresses,
                settings,
                pictureWanted ? browser(settings) : Capture.View.none(),
                Optional.of(wacz).filter(name -> !name.isEmpty()).map(session::path));
        Path path = session.path(folder);
        try (Interruption interruption = Interruption.listen();
                Case open = Case.openOrCreate(path, passphrase.settings(session))) {
            List<CaptureOutcome> outcomes;
            try (Progress progress = Progress.on(session.screen(), session.clock())) {
                outcomes = open.capture(order, new CaseProgress(progress, interruption));
            }
            say(outcomes, session);
            if (outcomes.size() < addresses.size()) {
                session.screen().say("Stopped. " + (addresses.size() - outcomes.size()) + " pages were not fetched.");
                return ExitCode.INTERRUPTED;
            }
            return outcomes.stream().allMatch(CaptureOutcome::isKept) ? ExitCode.DONE : ExitCode.PROBLEMS;
        }
    }

    private List<URI> addresses(Session session) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String word : typed) {
            if (word.equals("-")) {
                lines.addAll(new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))
                        .lines()
                        .toList());
            } else {
                lines.add(word);
            }
        }
        if (!list.isEmpty()) {
            lines.addAll(Files.readAllLines(session.path(list)));
        }
        Set<URI> addresses = new LinkedHashSet<>();
        List<String> faults = new ArrayList<>();
        for (String line : lines) {
            if (!line.isBlank() && !line.strip().startsWith("#")) {
                try {
                    addresses.add(WebAddress.of(line));
                } catch (IllegalArgumentException e) {
                    faults.add(e.getMessage());
                }
            }
        }
        if (!faults.isEmpty()) {
            throw Refusal.ofUsage(String.join("\n", faults));
        }
        if (addresses.isEmpty()) {
            throw Refusal.ofUsage("Cannot capture: no page is named (URL, - or --from FILE)");
        }
        return List.copyOf(addresses);
    }

    private static Capture.View browser(CaptureSettings settings) {
        return Browser.on(System.getenv().getOrDefault("PATH", ""), settings)
                .orElseThrow(() -> Refusal.of(
                        "Cannot take pictures of pages: there is no Chromium (Debian, Ubuntu: apt install chromium)"));
    }

    private void say(List<CaptureOutcome> outcomes, Session session) {
        Screen screen = session.screen();
        if (isJson()) {
            ObjectNode page = Json.object();
            ArrayNode all = page.putArray("captures");
            outcomes.forEach(outcome -> all.add(json(outcome)));
            screen.print(Json.page(page));
            return;
        }
        for (CaptureOutcome outcome : outcomes) {
            screen.print(Cells.oneLine(outcome.captured().message()) + inWords(outcome));
            if (outcome.captured() instanceof Captured.Page page) {
                page.notes().forEach(note -> screen.print("  left out: " + Cells.oneLine(note)));
            }
        }
        long kept = outcomes.stream().filter(CaptureOutcome::isKept).count();
        screen.print(FindingWords.count(kept, "page") + " captured, " + (outcomes.size() - kept) + " not");
        if (kept > 0) {
            screen.print("Next: " + session.command() + " findings " + folder);
        }
    }

    private static String inWords(CaptureOutcome outcome) {
        if (!(outcome.captured() instanceof Captured.Page page)) {
            return "";
        }
        String read = outcome.documents().isEmpty()
                ? page.isFound() ? ", no text in it" : ""
                : ", " + FindingWords.count(outcome.documents().size(), "document");
        return (page.mediaType().isEmpty() ? "" : "   " + page.mediaType())
                + (page.parts() > 0 ? " with " + FindingWords.count(page.parts(), "part") : "")
                + read;
    }

    /** What came of one page. */
    static ObjectNode json(CaptureOutcome outcome) {
        Captured captured = outcome.captured();
        ObjectNode node = Json.object();
        node.put("asked", captured.asked().toString());
        node.put("message", captured.message());
        if (captured instanceof Captured.Page page) {
            node.put("answered", page.answered().toString());
            node.put("at", page.at().toString());
            node.put("status", page.status());
            node.put("mediaType", page.mediaType());
            node.put("host", page.host());
            node.put("payload", page.payload().hex());
            page.certificate().ifPresent(digest -> node.put("certificate", digest.hex()));
            node.put("parts", page.parts());
            ArrayNode notes = node.putArray("leftOut");
            page.notes().forEach(notes::add);
        }
        outcome.archive().ifPresent(name -> node.put("archive", name));
        ArrayNode documents = node.putArray("documents");
        outcome.documents().forEach(id -> documents.add(id.value()));
        return node;
    }
}
