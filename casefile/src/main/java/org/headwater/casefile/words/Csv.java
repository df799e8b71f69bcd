package org.headwater.casefile.words;

import java.util.List;
import java.util.stream.Collectors;

/** Lines of comma-separated values (RFC 4180). A value that a spreadsheet would run as a formula is marked as text. */
public final class Csv {
    /** What a formula may begin with, wide signs as well, and what is skipped before one. */
    private static final String FORMULAS = "=+-@\t\r\n＝＋－＠";

    private Csv() {}

    /** One line, without its end. */
    public static String line(List<String> values) {
        return values.stream().map(Csv::quoted).collect(Collectors.joining(","));
    }

    /** Whether a spreadsheet would run the value, so that it is written with a mark before it. */
    public static boolean isFormula(String value) {
        return !value.isEmpty() && FORMULAS.indexOf(value.charAt(0)) >= 0;
    }

    private static String quoted(String value) {
        String safe = isFormula(value) ? "'" + value : value;
        boolean needsQuotes = safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return needsQuotes ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
