package org.headwater.cli;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.headwater.cli.screen.Screen;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Option;
import picocli.CommandLine.UnmatchedArgumentException;

/** The root of the commands. */
@CommandLine.Command(
        name = "headwater",
        header = "Headwater follows published claims upstream to the independent origins they rest on.",
        synopsisSubcommandLabel = "COMMAND",
        versionProvider = Headwater.Version.class,
        subcommands = {
            DemoCommand.class,
            ReadCommand.class,
            CaptureCommand.class,
            WatchCommand.class,
            ServeCommand.class,
            FindingsCommand.class,
            ShowCommand.class,
            SearchCommand.class,
            StatementsCommand.class,
            OriginsCommand.class,
            DerivationsCommand.class,
            AttributionsCommand.class,
            AcceptCommand.class,
            RejectCommand.class,
            EditCommand.class,
            AddCommand.class,
            MergeCommand.class,
            SplitCommand.class,
            RevealCommand.class,
            WithholdCommand.class,
            RedactCommand.class,
            UndoCommand.class,
            DecisionsCommand.class,
            CustodyCommand.class,
            VerifyCommand.class,
            TimestampCommand.class,
            ExportCommand.class,
            ImportCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            EraseCommand.class,
            SealCommand.class,
            RebuildCommand.class,
            CodebookCommand.class,
            TraceCommand.class,
            NamesCommand.class,
            LanguagesCommand.class,
            WarmUpCommand.class
        })
final class Headwater implements CommandRoot {
    private static final int WIDEST_HELP = 100;

    private static final Pattern CHOICE =
            Pattern.compile("expected one of \\[([A-Z_, ]+)] \\(case-insensitive\\) but was");

    private final Session session;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    @SuppressWarnings("UnusedVariable") // picocli looks at the option, not at the field
    private boolean helpWanted;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Show the version.")
    @SuppressWarnings("UnusedVariable") // picocli looks at the option, not at the field
    private boolean versionWanted;

    private Headwater(Session session) {
        this.session = session;
    }

    @Override
    public Session session() {
        return session;
    }

    /** The root with only the one command that is wanted, for a start that does not wait for all others to be described. */
    @CommandLine.Command(name = "headwater", versionProvider = Headwater.Version.class)
    private record Only(Session session) implements CommandRoot {}

    private static CommandLine commandLine(Session session, String[] arguments) {
        if (arguments.length > 0) {
            for (Class<?> command :
                    Headwater.class.getAnnotation(CommandLine.Command.class).subcommands()) {
                if (command.getAnnotation(CommandLine.Command.class).name().equals(arguments[0])) {
                    return new CommandLine(new Only(session)).addSubcommand(command);
                }
            }
        }
        return new CommandLine(new Headwater(session));
    }

    /** Runs the command that the arguments name, and says how it went. */
    static int run(Session session, String... arguments) {
        Screen screen = session.screen();
        CommandLine line = commandLine(session, arguments)
                .setExpandAtFiles(false)
                .setOut(screen.results())
                .setErr(screen.messages())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpWidth(Math.min(WIDEST_HELP, Math.max(60, screen.width())))
                .setColorScheme(Help.defaultColorScheme(screen.look().colours() ? Help.Ansi.ON : Help.Ansi.OFF))
                .setParameterExceptionHandler((mistake, given) -> explain(screen, mistake))
                .setExecutionExceptionHandler((error, command, parsed) -> Mishap.explain(error, command, screen));
        HelpPages.arrange(line);
        if (arguments.length == 0) {
            line.usage(screen.results());
            return ExitCode.DONE.number();
        }
        return line.execute(arguments);
    }

    private static int explain(Screen screen, CommandLine.ParameterException mistake) {
        screen.say("Cannot understand the command line: " + inWords(mistake));
        if (mistake instanceof UnmatchedArgumentException unmatched) {
            unmatched.getSuggestions().stream().findFirst().ifPresent(like -> screen.say("Did you mean: " + like));
        }
        screen.say("Help: " + mistake.getCommandLine().getCommandSpec().qualifiedName() + " --help");
        return ExitCode.USAGE.number();
    }

    /** The parser names the values of an option as Java does; they are typed and documented in small letters. */
    private static String inWords(CommandLine.ParameterException mistake) {
        Matcher choice = CHOICE.matcher(mistake.getMessage());
        return choice.find()
                ? choice.replaceFirst(Matcher.quoteReplacement("expected "
                        + choice.group(1).toLowerCase(Locale.ROOT).replaceAll(", ([^,]+)$", " or $1") + " but was"))
                : mistake.getMessage();
    }

    /** The version of the jar, as the build wrote it. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Headwater.class.getPackage().getImplementationVersion();
            return new String[] {"headwater " + (version == null ? "(from classes)" : version)};
        }
    }
}
