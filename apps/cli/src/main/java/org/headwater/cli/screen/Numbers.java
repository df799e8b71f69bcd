package org.headwater.cli.screen;

/** Numbers as they are printed for people. A format of Java's own would read the tables of every language first. */
public final class Numbers {
    private Numbers() {}

    /** A count with a comma before every three digits: {@code 1,234,567}. */
    public static String grouped(long count) {
        StringBuilder digits = new StringBuilder().append(count);
        int first = count < 0 ? 1 : 0;
        for (int at = digits.length() - 3; at > first; at -= 3) {
            digits.insert(at, ',');
        }
        return digits.toString();
    }
}
