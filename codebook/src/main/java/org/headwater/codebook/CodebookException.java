package org.headwater.codebook;

import java.util.List;
import java.util.stream.Collectors;

/** A codebook cannot be used. Holds every fault that was found, not only the first. */
public final class CodebookException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<Violation> violations;

    CodebookException(String where, List<Violation> violations) {
        super(violations.stream()
                .map(Violation::toString)
                .collect(Collectors.joining("\n  ", "Cannot use codebook " + where + ":\n  ", "")));
        this.violations = List.copyOf(violations);
    }

    /** Every fault, in the order of lines. */
    public List<Violation> violations() {
        return violations;
    }

    /**
     * One fault.
     *
     * @param line line of the file, from 1
     * @param problem what is wrong
     * @param remedy what to do about it
     */
    public record Violation(int line, String problem, String remedy) implements Comparable<Violation> {
        @Override
        public int compareTo(Violation other) {
            return line != other.line ? Integer.compare(line, other.line) : problem.compareTo(other.problem);
        }

        @Override
        public String toString() {
            return "line " + line + ": " + problem + " (" + remedy + ")";
        }
    }
}
