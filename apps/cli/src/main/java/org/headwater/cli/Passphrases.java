package org.headwater.cli;

import java.io.Console;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import org.headwater.evidence.PassphraseSource;

/**
 * Where a command has a passphrase from: the file that was named, else the environment, else whoever sits at the terminal.
 * It is asked for once in a process. Never an argument: arguments can be read by other users of the machine.
 */
final class Passphrases implements PassphraseSource {
    private final Optional<Path> file;
    private final Optional<String> environment;
    private final Supplier<Optional<char[]>> terminal;
    private Optional<char[]> known = Optional.empty();

    Passphrases(Optional<Path> file, Optional<String> environment, Supplier<Optional<char[]>> terminal) {
        this.file = file;
        this.environment = environment.filter(words -> !words.isEmpty());
        this.terminal = terminal;
    }

    /** The passphrase of a file: its first line. */
    static PassphraseSource ofFile(Path file) {
        return new Passphrases(Optional.of(file), Optional.empty(), Optional::empty);
    }

    /** Asks at the terminal; empty where there is none. */
    @SuppressWarnings("SystemConsoleNull") // newer Java has one without a terminal: whoever calls this has looked
    static Optional<char[]> typed(String question) {
        Console console = System.console();
        return console == null ? Optional.empty() : Optional.ofNullable(console.readPassword("%s: ", question));
    }

    @Override
    public synchronized Optional<char[]> ask() throws IOException {
        if (known.isEmpty()) {
            known = file.isPresent()
                    ? Optional.of(firstLine(file.get()))
                    : environment.isPresent() ? environment.map(String::toCharArray) : terminal.get();
        }
        return known.map(char[]::clone);
    }

    /** Has what was typed typed once more: nobody could open with a slip of the fingers. */
    void confirm() throws IOException {
        Optional<char[]> first = ask();
        if (file.isEmpty() && environment.isEmpty() && first.isPresent()) {
            again(first.get(), "Cannot use the passphrase");
        }
    }

    /** Has a passphrase typed again, and refuses it if the two differ. */
    static void again(char[] first, String refused) {
        if (typed("The same again").filter(words -> Arrays.equals(words, first)).isEmpty()) {
            throw Refusal.of(refused + ": the two are not the same");
        }
    }

    private static char[] firstLine(Path file) throws IOException {
        char[] all = StandardCharsets.UTF_8
                .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                .array();
        int end = 0;
        while (end < all.length && all[end] != '\n' && all[end] != '\r' && all[end] != 0) {
            end++;
        }
        char[] line = Arrays.copyOf(all, end);
        Arrays.fill(all, '\0');
        return line;
    }
}
