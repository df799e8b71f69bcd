package org.headwater.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.UsageMessageSpec;

/** One form for all help pages: what it does, how it is called, options, examples, and at the root the exit codes. */
final class HelpPages {
    /** The commands in the order in which an investigation meets them. */
    private static final Map<String, List<String>> CHAPTERS = new LinkedHashMap<>();

    static {
        CHAPTERS.put("Start", List.of("demo", "read", "capture", "watch", "serve"));
        CHAPTERS.put(
                "Look", List.of("findings", "show", "search", "statements", "origins", "derivations", "attributions"));
        CHAPTERS.put(
                "Decide",
                List.of(
                        "accept",
                        "reject",
                        "edit",
                        "add",
                        "merge",
                        "split",
                        "reveal",
                        "withhold",
                        "redact",
                        "undo",
                        "decisions"));
        CHAPTERS.put(
                "Keep", List.of("verify", "custody", "timestamp", "backup", "restore", "rebuild", "seal", "erase"));
        CHAPTERS.put("Hand on", List.of("export", "import"));
        CHAPTERS.put("Without a case", List.of("codebook", "trace", "names", "languages"));
    }

    private HelpPages() {}

    /** Arranges the pages of this command and of all below it. */
    static void arrange(CommandLine root) {
        root.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST, HelpPages::chapters);
        UsageMessageSpec usage = root.getCommandSpec().usageMessage();
        usage.commandListHeading("");
        Map<String, String> codes = new LinkedHashMap<>();
        for (ExitCode code : ExitCode.values()) {
            codes.put(Integer.toString(code.number()), code.meaning());
        }
        usage.exitCodeListHeading("%nExit codes%n");
        usage.exitCodeList(codes);
        form(root);
        below(root);
    }

    private static void below(CommandLine command) {
        command.getSubcommands().values().forEach(each -> {
            form(each);
            below(each);
        });
    }

    private static void form(CommandLine command) {
        UsageMessageSpec usage = command.getCommandSpec().usageMessage();
        usage.synopsisHeading("%nUsage: ");
        usage.optionListHeading("%nOptions%n");
        usage.parameterListHeading(
                command.getCommandSpec().positionalParameters().isEmpty() ? "" : "%n");
        usage.descriptionHeading(usage.description().length == 0 ? "" : "%n");
        usage.footerHeading(usage.footer().length > 0 ? "%nExamples%n" : "");
        usage.sortOptions(false);
    }

    private static String chapters(Help help) {
        StringBuilder page = new StringBuilder();
        int widest = help.subcommands().keySet().stream()
                .mapToInt(String::length)
                .max()
                .orElse(0);
        Map<String, Help> commands = help.subcommands();
        CHAPTERS.forEach((chapter, names) -> {
            List<String> there = new ArrayList<>(names);
            there.retainAll(commands.keySet());
            if (!there.isEmpty()) {
                page.append(String.format("%n%s%n", chapter));
            }
            for (String name : there) {
                String[] header =
                        commands.get(name).commandSpec().usageMessage().header();
                page.append(String.format("  %-" + widest + "s   %s%n", name, header.length == 0 ? "" : header[0]));
            }
        });
        return page.toString();
    }
}
