package org.headwater.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.headwater.cli.screen.Json;
import org.headwater.cli.screen.Progress;
import org.headwater.cli.screen.Screen;
import org.headwater.cli.screen.Table;
import org.headwater.codebook.Codebooks;
import org.headwater.statements.languages.InstalledLanguages;
import org.headwater.statements.languages.LanguageDownload;
import org.headwater.statements.languages.LanguageModel;
import org.headwater.statements.languages.ReadingLevel;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
        name = "languages",
        header = "Show which languages are read and how well; add or remove one.",
        description =
                "Without more it lists the languages the shipped codebook has terms for: read in full, or only skimmed (terms,"
                        + " numbers, places, dates), which their statements say. “add” fetches a tagger and a parser from Maven Central,"
                        + " checks them, keeps them in your own folder and needs no network afterwards; Ctrl-C stops, and the same"
                        + " command goes on from there. It is the only command that contacts a host by itself. After adding or"
                        + " removing one, “rebuild CASE” reads a case anew.",
        footer = {
            "  headwater languages",
            "  headwater languages add de",
            "  headwater languages add it --from stanford-corenlp-4.5.10-models-italian.jar",
            "  headwater languages remove de"
        })
final class LanguagesCommand extends Command {
    private static final long MEGABYTE = 1_000_000;
    private static final String CODEBOOK = "transnational-policing";

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "add|remove",
            description = "What to do; without it, list them.")
    private String action = "list";

    @Parameters(index = "1..*", paramLabel = "LANGUAGE", description = "de, fr or it.")
    private List<String> tags = List.of();

    @Option(
            names = "--from",
            paramLabel = "PLACE",
            description = "A jar that was fetched before, or the address of another Maven repository.")
    private String from = "";

    @Override
    ExitCode run(Session session) throws IOException {
        InstalledLanguages installed = InstalledLanguages.usual();
        return switch (action) {
            case "list" -> list(session.screen(), installed);
            case "add" -> add(session, installed);
            case "remove" -> remove(session.screen(), installed);
            default -> throw Refusal.ofUsage("Cannot do “" + action + "” with languages: it is add or remove.");
        };
    }

    // ---- list

    private ExitCode list(Screen screen, InstalledLanguages installed) {
        if (isJson()) {
            screen.print(Json.page(page(installed)));
            return ExitCode.DONE;
        }
        Table table = new Table();
        for (String tag : tags()) {
            table.row(tag, name(tag), level(tag, installed), remark(tag, installed));
        }
        table.printTo(screen);
        screen.print("Added languages are kept in " + installed.folder());
        return ExitCode.DONE;
    }

    private static ObjectNode page(InstalledLanguages installed) {
        ObjectNode page = Json.object().put("folder", installed.folder().toString());
        ArrayNode all = page.putArray("languages");
        for (String tag : tags()) {
            ObjectNode one = all.addObject()
                    .put("tag", tag)
                    .put("name", name(tag))
                    .put("level", level(tag, installed))
                    .put("added", installed.has(tag));
            LanguageModel.of(tag).filter(model -> !model.bundled()).ifPresent(model -> one.put("bytes", model.bytes()));
        }
        return page;
    }

    /** The languages of the shipped codebook, scripts apart. */
    private static Set<String> tags() {
        return new TreeSet<>(Codebooks.shipped(CODEBOOK).languages());
    }

    private static String name(String tag) {
        return Locale.forLanguageTag(tag).getDisplayName(Locale.ENGLISH);
    }

    private static String level(String tag, InstalledLanguages installed) {
        return ReadingLevel.of(tag, installed) == ReadingLevel.FULL ? "in full" : "skimmed";
    }

    private static String remark(String tag, InstalledLanguages installed) {
        Optional<LanguageModel> model = LanguageModel.of(tag).filter(each -> !each.bundled());
        if (model.isEmpty()) {
            return "";
        }
        return installed.has(tag)
                ? "added"
                : "can be read in full: languages add " + tag + " (fetches " + megabytes(model.get()) + " MB)";
    }

    private static long megabytes(LanguageModel model) {
        return (model.bytes() + MEGABYTE - 1) / MEGABYTE;
    }

    // ---- add

    private ExitCode add(Session session, InstalledLanguages installed) {
        List<LanguageModel> wanted = models();
        Optional<Path> jar =
                from.isEmpty() || from.contains("://") ? Optional.empty() : Optional.of(session.path(from));
        if (jar.isPresent() && wanted.size() > 1) {
            throw Refusal.ofUsage("Cannot add " + wanted.size() + " languages from one file: a jar holds one.");
        }
        List<String> added = new ArrayList<>();
        try (Interruption interruption = Interruption.listen()) {
            for (LanguageModel model : wanted) {
                Optional<LanguageDownload.Outcome> outcome = add(session, installed, model, jar, interruption);
                if (outcome.isEmpty()) {
                    return ExitCode.FAILED;
                }
                if (outcome.get() == LanguageDownload.Outcome.STOPPED) {
                    session.screen().say("Stopped. What was fetched is kept; the same command goes on from there.");
                    return ExitCode.INTERRUPTED;
                }
                String present = outcome.get() == LanguageDownload.Outcome.PRESENT ? " was there already" : " is added";
                added.add(model.name() + present + ": it is read in full, without a network.");
            }
        }
        report(session, installed, added);
        return ExitCode.DONE;
    }

    private Optional<LanguageDownload.Outcome> add(
            Session session,
            InstalledLanguages installed,
            LanguageModel model,
            Optional<Path> jar,
            Interruption interruption) {
        LanguageDownload download = LanguageDownload.into(installed);
        if (jar.isPresent()) {
            if (!Files.isRegularFile(jar.get())) {
                throw Refusal.of("Cannot add " + model.name() + ": no file " + jar.get());
            }
            return added(session.screen(), model, () -> download.addFrom(model, jar.get()));
        }
        URI repository = from.isEmpty() ? LanguageDownload.CENTRAL : URI.create(from);
        if (!installed.has(model.language())) {
            session.screen()
                    .say("Fetching " + model.name() + ", " + megabytes(model) + " MB, from " + repository.getHost()
                            + " …");
        }
        try (Progress progress = Progress.on(session.screen(), session.clock())) {
            return added(
                    session.screen(),
                    model,
                    () -> download.fetch(model, repository, new Shown(progress, interruption)));
        }
    }

    /** The same, with what to do about a failure. */
    private Optional<LanguageDownload.Outcome> added(Screen screen, LanguageModel model, Work work) {
        try {
            return Optional.of(work.run());
        } catch (IOException e) {
            screen.say("Cannot add " + model.name() + ": " + e.getMessage() + ".");
            if (from.isEmpty() || from.contains("://")) {
                screen.say(
                        "The same command tries again, and goes on where a transfer broke off. Without a network, fetch");
                screen.say("  " + LanguageDownload.CENTRAL + "/" + model.path());
                screen.say("on another machine and give it by --from FILE.");
            }
            return Optional.empty();
        }
    }

    private interface Work {
        LanguageDownload.Outcome run() throws IOException;
    }

    /** Shows how far a transfer is. */
    private record Shown(Progress progress, Interruption interruption) implements LanguageDownload.Listener {
        @Override
        public void at(long done, long total) {
            progress.show("fetching, MB:", done / MEGABYTE, (total + MEGABYTE - 1) / MEGABYTE, "");
        }

        @Override
        public boolean isStopWanted() {
            return interruption.isRequested();
        }
    }

    // ---- remove

    private ExitCode remove(Screen screen, InstalledLanguages installed) throws IOException {
        List<String> lines = new ArrayList<>();
        for (LanguageModel model : models()) {
            boolean was = LanguageDownload.into(installed).remove(model);
            lines.add(model.name() + (was ? " is removed: it is only skimmed from now on." : " was not there."));
        }
        if (isJson()) {
            screen.print(Json.page(page(installed)));
        } else {
            lines.forEach(screen::print);
        }
        return ExitCode.DONE;
    }

    private List<LanguageModel> models() {
        if (tags.isEmpty()) {
            throw Refusal.ofUsage("Cannot " + action + " a language: none is named.");
        }
        List<LanguageModel> models = new ArrayList<>();
        for (String tag : tags) {
            LanguageModel model = LanguageModel.of(tag.toLowerCase(Locale.ROOT))
                    .orElseThrow(() -> Refusal.of(
                            "Cannot " + action + " “" + tag + "”: there is no parser for it (there is for de, fr, it).",
                            "Every language the codebook has terms for is skimmed as it is: headwater languages"));
            if (model.bundled()) {
                throw Refusal.of("Cannot " + action + " " + model.name() + ": it comes along and is read in full.");
            }
            models.add(model);
        }
        return models;
    }

    private void report(Session session, InstalledLanguages installed, List<String> lines) {
        Screen screen = session.screen();
        if (isJson()) {
            screen.print(Json.page(page(installed)));
            return;
        }
        lines.forEach(screen::print);
        screen.print("A case that was read before is read anew by: " + session.command() + " rebuild CASE");
    }
}
