package org.headwater.evidence;

import java.util.Collection;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.headwater.model.Sha256;

/**
 * Something done to an item or a decision, before the custody log gives it its place, time and seal.
 *
 * @param action what was done, one word such as {@code intake}
 * @param subject what it was done to, such as an item's id
 * @param details whatever else a reader of the log needs, by name, in the order of the names. The detail {@link #SHA256}
 *     means that the store must have this original from now on
 */
public record CustodyEvent(String action, String subject, Map<String, String> details) {
    /** Name of the detail that holds an original's digest. */
    public static final String SHA256 = "sha256";

    /** Name of the detail that holds the numbers of entries whose words are taken out because of this one. */
    public static final String CLOSES = "closes";

    /** What an entry has as its action whose words were taken out. */
    public static final String CLOSED = "closed";

    public CustodyEvent {
        if (action.isBlank()) {
            throw new IllegalArgumentException("Invalid custody event: no action");
        }
        if (details.containsKey(SHA256)) {
            new Sha256(details.get(SHA256));
        }
        action = wellFormed(action);
        subject = wellFormed(subject);
        Map<String, String> sorted = new TreeMap<>();
        details.forEach((name, value) -> sorted.put(wellFormed(name), wellFormed(value)));
        details = Collections.unmodifiableMap(sorted);
    }

    /** Half of a surrogate pair, as some file names have it, cannot be written as UTF-8: it is spelled out instead. */
    private static String wellFormed(String text) {
        StringBuilder whole = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            if (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
                whole.append("\\u").append(Integer.toHexString(point).toUpperCase(Locale.ROOT));
            } else {
                whole.appendCodePoint(point);
            }
        });
        return whole.toString();
    }

    /** An event that says all with its action and subject. */
    public static CustodyEvent of(String action, String subject) {
        return new CustodyEvent(action, subject, Map.of());
    }

    /** This event with one more detail. */
    public CustodyEvent with(String name, String value) {
        Map<String, String> more = new TreeMap<>(details);
        more.put(name, value);
        return new CustodyEvent(action, subject, more);
    }

    /** This event as one because of which the words of earlier entries are taken out. */
    public CustodyEvent closing(Collection<Long> entries) {
        return entries.isEmpty()
                ? this
                : with(
                        CLOSES,
                        entries.stream()
                                .sorted()
                                .distinct()
                                .map(String::valueOf)
                                .collect(Collectors.joining(" ")));
    }

    /** This event as one that the store must have the original for. */
    public CustodyEvent withOriginal(Sha256 sha256) {
        return with(SHA256, sha256.hex());
    }
}
