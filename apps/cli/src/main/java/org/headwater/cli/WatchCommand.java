package org.headwater.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.headwater.casefile.Case;
import org.headwater.casefile.CaseException;
import org.headwater.casefile.CaseView;
import org.headwater.casefile.Sighting;
import org.headwater.casefile.Watch;
import org.headwater.casefile.Watching;
import org.headwater.cli.page.WatchPage;
import org.headwater.cli.screen.Json;
import org.headwater.cli.screen.Progress;
import org.headwater.cli.screen.Screen;
import org.headwater.evidence.capture.WebAddress;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@CommandLine.Command(
        name = "watch",
        header = "Capture pages again when they are due; tell which are the same, changed or gone.",
        description =
                "Looks at the pages that are due and ends; have your system start it, or let it --stay. Tells by paragraph"
                        + " what changed and which statements are touched, and of a page that is gone since when. Every look is in"
                        + " the custody log; a page that answers the same bytes is not kept once more. Ctrl-C stops after the"
                        + " page in hand.",
        footer = {
            "  headwater watch my.case --add https://www.example.org/news/12 --every 7d",
            "  headwater watch my.case --add-captured --every 1d",
            "  headwater watch my.case",
            "  headwater watch my.case --list --json",
            "  headwater watch my.case --remove https://www.example.org/news/12"
        })
final class WatchCommand extends CaseCommand {
    private static final int LOOKS_A_MINUTE = 60;

    @Option(names = "--add", paramLabel = "URL", description = "Watch this page from now on, or change how often.")
    private List<String> added = List.of();

    @Option(names = "--add-captured", description = "Watch every page that the case captured.")
    private boolean capturedWanted;

    @Option(
            names = "--every",
            paramLabel = "TIME",
            defaultValue = "7d",
            description = "How often: a number with m, h, d or w for minutes, hours, days, weeks (${DEFAULT-VALUE}).")
    private String every = "";

    @Option(names = "--remove", paramLabel = "URL", description = "Watch this page no longer.")
    private List<String> removed = List.of();

    @Option(names = "--list", description = "List what is watched; contacts nobody.")
    private boolean listWanted;

    @Option(names = "--stay", description = "Go on until Ctrl-C: look at each page when it is due.")
    private boolean stayWanted;

    @Mixin
    private FetchOptions fetch = new FetchOptions();

    @Override
    ExitCode run(Session session, Case open) throws CaseException {
        Watching watching = open.watching();
        boolean arranged = !added.isEmpty() || capturedWanted || !removed.isEmpty();
        if (arranged) {
            arrange(watching);
        }
        if (arranged || listWanted) {
            list(session, open);
            return ExitCode.DONE;
        }
        if (watching.all().isEmpty()) {
            if (isJson()) {
                list(session, open);
            } else {
                empty(session);
            }
            return ExitCode.DONE;
        }
        try (Interruption interruption = Interruption.listen()) {
            return look(session, open, interruption);
        }
    }

    private void arrange(Watching watching) throws CaseException {
        List<URI> addresses = new ArrayList<>(addresses(added));
        List<URI> dropped = addresses(removed);
        Duration time = time(every);
        if (capturedWanted) {
            watching.captured().stream()
                    .filter(each -> !addresses.contains(each))
                    .forEach(addresses::add);
        }
        if (!addresses.isEmpty()) {
            watching.add(addresses, time);
        }
        for (URI address : dropped) {
            watching.remove(address);
        }
    }

    private static List<URI> addresses(List<String> typed) {
        try {
            return typed.stream().map(WebAddress::of).distinct().toList();
        } catch (IllegalArgumentException e) {
            throw Refusal.ofUsage(e.getMessage());
        }
    }

    private static Duration time(String typed) {
        if (!typed.matches("[1-9][0-9]{0,3}[mhdw]")) {
            throw Refusal.ofUsage("Cannot watch every '" + typed
                    + "': it must be a number from 1 to 9999 with m, h, d or" + " w, such as 12h or 7d");
        }
        long number = Long.parseLong(typed.substring(0, typed.length() - 1));
        return switch (typed.charAt(typed.length() - 1)) {
            case 'm' -> Duration.ofMinutes(number);
            case 'h' -> Duration.ofHours(number);
            case 'd' -> Duration.ofDays(number);
            default -> Duration.ofDays(7 * number);
        };
    }

    private void list(Session session, Case open) throws CaseException {
        Watching watching = open.watching();
        List<Watch> watches = watching.all();
        CaseView view = open.view();
        if (isJson()) {
            ObjectNode page = Json.object();
            ArrayNode all = page.putArray("watched");
            watches.forEach(watch -> all.add(WatchPage.json(watch, watching, view)));
            session.screen().print(Json.page(page));
        } else if (watches.isEmpty()) {
            empty(session);
        } else {
            WatchPage page = new WatchPage(watching, view, session.screen());
            watches.forEach(page::print);
        }
    }

    private void empty(Session session) {
        session.screen()
                .print("No page is watched. Next: " + session.command() + " watch " + typed()
                        + " --add URL --every 7d");
    }

    private ExitCode look(Session session, Case open, Interruption interruption) throws CaseException {
        boolean problems = false;
        while (true) {
            Instant now = session.clock().instant();
            long due = open.watching().all().stream()
                    .filter(watch -> watch.isDue(now))
                    .count();
            List<Sighting> sightings;
            try (Progress progress = Progress.on(session.screen(), session.clock())) {
                sightings = open.watching().look(fetch.settings(), new CaseProgress(progress, interruption));
            }
            problems |= sightings.stream().anyMatch(each -> !each.isThere());
            if (due > 0 || !stayWanted) {
                say(sightings, session, open);
            }
            if (interruption.isRequested() || Thread.currentThread().isInterrupted()) {
                long left = due - sightings.size();
                session.screen()
                        .say("Stopped. "
                                + (left == 1 ? "1 page that is due was" : left + " pages that are due were")
                                + " not looked at.");
                return ExitCode.INTERRUPTED;
            }
            if (!stayWanted) {
                return problems ? ExitCode.PROBLEMS : ExitCode.DONE;
            }
            rest(interruption);
        }
    }

    /** Waits a minute, or until it is to stop. */
    private static void rest(Interruption interruption) {
        for (int i = 0; i < LOOKS_A_MINUTE && !interruption.isRequested(); i++) {
            try {
                Thread.sleep(Duration.of(1, ChronoUnit.SECONDS).toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void say(List<Sighting> sightings, Session session, Case open) throws CaseException {
        Screen screen = session.screen();
        CaseView view = open.view();
        if (isJson()) {
            ObjectNode page = Json.object();
            ArrayNode all = page.putArray("sightings");
            sightings.forEach(each -> all.add(WatchPage.json(each, open.watching(), view)));
            screen.print(Json.page(page));
            return;
        }
        WatchPage page = new WatchPage(open.watching(), view, screen);
        sightings.forEach(page::print);
        if (sightings.isEmpty()) {
            Optional<Instant> next = open.watching().all().stream()
                    .flatMap(watch -> watch.next().stream())
                    .min(Instant::compareTo);
            screen.print(
                    "No page is due" + next.map(at -> "; the next is at " + at).orElse("") + ".");
        }
        screen.flush();
    }
}
