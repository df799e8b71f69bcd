package org.headwater.model;

import java.util.regex.Pattern;

/** The one form that all identifiers share. */
final class Ids {
    private static final Pattern DIGITS = Pattern.compile("[0-9a-f]{20}");

    private Ids() {}

    static void check(String prefix, String value) {
        int cut = prefix.length() + 1;
        if (!value.startsWith(prefix + "_")
                || !DIGITS.matcher(value.substring(cut)).matches()) {
            throw new IllegalArgumentException(
                    "Invalid identifier: '" + value + "' (must be " + prefix + "_ and 20 lower-case hex digits)");
        }
    }
}
