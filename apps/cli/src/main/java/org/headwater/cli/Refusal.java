package org.headwater.cli;

import java.util.List;

/** A command was refused: by a rule that its caller can meet. Carries what to print, never a stack trace. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ExitCode code;
    private final transient List<String> hints;

    private Refusal(ExitCode code, String message, List<String> hints) {
        super(message, null, false, false);
        this.code = code;
        this.hints = List.copyOf(hints);
    }

    /** A refusal, with lines that say what to do about it. */
    static Refusal of(String message, String... hints) {
        return new Refusal(ExitCode.REFUSED, message, List.of(hints));
    }

    /** A command line that is well formed and makes no sense. */
    static Refusal ofUsage(String message, String... hints) {
        return new Refusal(ExitCode.USAGE, message, List.of(hints));
    }

    ExitCode code() {
        return code;
    }

    List<String> hints() {
        return hints;
    }
}
