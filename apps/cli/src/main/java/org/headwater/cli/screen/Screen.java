package org.headwater.cli.screen;

import java.io.PrintWriter;

/**
 * Where a command prints: results to {@link #print}, messages about the work to {@link #say}. Results can be piped on;
 * messages never mix with them.
 *
 * <p>Not thread-safe, except that {@link Progress} writes only through one thread at a time.
 */
public final class Screen {
    private final PrintWriter results;
    private final PrintWriter messages;
    private final Look look;

    private Screen(PrintWriter results, PrintWriter messages, Look look) {
        this.results = results;
        this.messages = messages;
        this.look = look;
    }

    /** A screen over these two streams. */
    public static Screen over(PrintWriter results, PrintWriter messages, Look look) {
        return new Screen(results, messages, look);
    }

    /** This screen without colours. */
    public Screen plain() {
        return new Screen(results, messages, look.plain());
    }

    /** Prints one line of the result. */
    public void print(String line) {
        results.print(line);
        results.print('\n');
    }

    /** Prints an empty line of the result. */
    public void gap() {
        print("");
    }

    /** Prints one line about the work, apart from the result. */
    public void say(String line) {
        results.flush();
        messages.print(line);
        messages.print('\n');
        messages.flush();
    }

    /** Writes a part of a line about the work, for {@link Progress}. */
    void sayPart(String part) {
        messages.print(part);
        messages.flush();
    }

    /** The stream of results, for forms that are written as a stream. */
    public PrintWriter results() {
        return results;
    }

    /** The stream of messages, for the command-line parser's own. */
    public PrintWriter messages() {
        return messages;
    }

    /** Hands everything printed so far to the system. */
    public void flush() {
        results.flush();
        messages.flush();
    }

    /**
     * Whether the reader of the results has gone, such as {@code head} at the end of a pipe; then there is no use in
     * going on.
     */
    public boolean isAbandoned() {
        return results.checkError();
    }

    public Look look() {
        return look;
    }

    /** How many cells a line of the result has. */
    public int width() {
        return look.width();
    }

    /** The words in bold, where there are colours. */
    public String strong(String words) {
        return styled("1", words);
    }

    /** The words dimmed, where there are colours. */
    public String faint(String words) {
        return styled("2", words);
    }

    /** The words as a warning, where there are colours. */
    public String alert(String words) {
        return styled("33", words);
    }

    private String styled(String code, String words) {
        return look.colours() && !words.isEmpty() ? "\u001b[" + code + "m" + words + "\u001b[0m" : words;
    }
}
