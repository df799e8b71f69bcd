package org.headwater.exchange.bag;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where files lay on the machine of somebody, which often names them: no bag for others says it. */
final class Places {
    /** What an item's bytes were found inside of is told from them by this. */
    private static final String INSIDE = "!/";

    private static final Pattern FOLDERS =
            Pattern.compile("^(bundles:[0-9a-f]+/)?(?:file:/|/|[A-Za-z]:[\\\\/]|\\\\\\\\).*[\\\\/]");

    /** A path from the root, or from a drive, somewhere in other words; no address of the web. */
    private static final Pattern PATH = Pattern.compile(
            "(?:^|[^\\p{L}\\p{N}/:.])(?:file:/+)?(?:/[^/\\s]+/|[A-Za-z]:[\\\\/]|\\\\\\\\[^\\\\])|file:/");

    private Places() {}

    /** Where something comes from without the folders it lay in; addresses, and places inside of archives, stay. */
    static String withoutFolders(String from) {
        int inside = from.indexOf(INSIDE);
        String outer = inside < 0 ? from : from.substring(0, inside);
        Matcher folders = FOLDERS.matcher(outer);
        String file = folders.find()
                ? (folders.group(1) == null ? "" : folders.group(1)) + outer.substring(folders.end())
                : outer;
        return file + from.substring(outer.length());
    }

    /** Whether words name a place on a machine. */
    static boolean isNamedIn(String words) {
        return PATH.matcher(words).find();
    }
}
