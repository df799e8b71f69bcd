package org.headwater.reading;

import java.util.Locale;

/** Names of files and entries as they can be shown, whatever their makers put into them. */
final class Names {
    /** Most units of a path; no file system has longer ones. */
    static final int PATH_MAX = 4096;

    private static final int LENGTH_MAX = 255;

    private Names() {}

    /** Control, invisible and direction-changing characters spelled out, so that no name can pretend to be another. */
    static String shown(String name) {
        StringBuilder shown = new StringBuilder(name.length());
        name.codePoints().forEach(point -> {
            switch (Character.getType(point)) {
                case Character.CONTROL,
                        Character.FORMAT,
                        Character.SURROGATE,
                        Character.PRIVATE_USE,
                        Character.LINE_SEPARATOR,
                        Character.PARAGRAPH_SEPARATOR -> shown.append(String.format(Locale.ROOT, "[U+%04X]", point));
                default -> shown.appendCodePoint(point);
            }
        });
        return shown.toString();
    }

    /** The last part of a path. */
    static String last(String path) {
        String whole = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        String last = whole.substring(Math.max(whole.lastIndexOf('/'), whole.lastIndexOf('\\')) + 1);
        if (last.isBlank()) {
            return "unnamed";
        }
        return last.length() > LENGTH_MAX ? last.substring(last.length() - LENGTH_MAX) : last;
    }

    /** Whether an entry's name leads nowhere but below the folder it is unpacked to. */
    static boolean isSafe(String name) {
        if (name.startsWith("/") || name.startsWith("\\") || name.matches("^[A-Za-z]:.*") || name.indexOf('\0') >= 0) {
            return false;
        }
        for (String part : name.split("[/\\\\]", -1)) {
            if (part.equals("..")) {
                return false;
            }
        }
        return true;
    }
}
