package org.headwater.cli.page;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Ids short enough to type: the first digits that tell each from all others of its type, at least four, written {@code
 * f-3a9c} for {@code f_3a9c…}.
 */
public final class ShortIds {
    private static final int LEAST_DIGITS = 4;

    private final Map<String, String> shortened = new HashMap<>();

    private ShortIds() {}

    /** Short forms among these ids, which are of one type. */
    public static ShortIds among(Collection<String> ids) {
        ShortIds all = new ShortIds();
        List<String> sorted = ids.stream().distinct().sorted().toList();
        for (int i = 0; i < sorted.size(); i++) {
            String id = sorted.get(i);
            int digits = id.indexOf('_') + 1 + LEAST_DIGITS;
            if (i > 0) {
                digits = Math.max(digits, shared(id, sorted.get(i - 1)) + 1);
            }
            if (i + 1 < sorted.size()) {
                digits = Math.max(digits, shared(id, sorted.get(i + 1)) + 1);
            }
            all.shortened.put(id, written(id.substring(0, Math.min(digits, id.length()))));
        }
        return all;
    }

    /** The short form; of an id that is not among these, its usual beginning. */
    public String of(String id) {
        return shortened.getOrDefault(id, written(id.substring(0, Math.min(id.indexOf('_') + 9, id.length()))));
    }

    private static String written(String id) {
        return id.replace('_', '-');
    }

    private static int shared(String one, String other) {
        int at = 0;
        while (at < one.length() && at < other.length() && one.charAt(at) == other.charAt(at)) {
            at++;
        }
        return at;
    }
}
