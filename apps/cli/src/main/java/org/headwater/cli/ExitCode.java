package org.headwater.cli;

/** What a command tells the script that started it. Every command uses this one table; the help of every command can show it. */
enum ExitCode {
    DONE(0, "done"),
    FAILED(1, "failed; nothing was written by the step that failed"),
    USAGE(2, "the command line could not be understood"),
    REFUSED(3, "refused by a rule, such as a case that is not there; mend it and try again"),
    UNKNOWN(4, "the outcome is not known; look (verify CASE) before trying again"),
    PROBLEMS(5, "done, and problems were found that are recorded and listed"),
    INTERRUPTED(130, "stopped by Ctrl-C; the same command goes on where it stopped");

    private final int number;
    private final String meaning;

    ExitCode(int number, String meaning) {
        this.number = number;
        this.meaning = meaning;
    }

    int number() {
        return number;
    }

    String meaning() {
        return meaning;
    }
}
