package org.headwater.reading.article;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.headwater.model.Known;
import org.headwater.model.PartialDate;

/**
 * What an article says about itself.
 *
 * @param title headline
 * @param outlet who published it
 * @param byline who wrote it, as printed
 * @param published when it was published
 * @param language BCP 47 tag it declares for itself
 * @param address where it was published
 */
public record Facts(
        Known<String> title,
        Known<String> outlet,
        Known<String> byline,
        Known<PartialDate> published,
        Known<String> language,
        Known<String> address) {

    /** Nothing is known. */
    public static Facts none() {
        return new Facts(
                Known.unknown(), Known.unknown(), Known.unknown(), Known.unknown(), Known.unknown(), Known.unknown());
    }

    /** These facts, and the other's where these know nothing. */
    public Facts orElse(Facts other) {
        return new Facts(
                first(title, other.title),
                first(outlet, other.outlet),
                first(byline, other.byline),
                first(published, other.published),
                first(language, other.language),
                first(address, other.address));
    }

    public Facts withTitle(Known<String> known) {
        return new Facts(known, outlet, byline, published, language, address);
    }

    public Facts withOutlet(Known<String> known) {
        return new Facts(title, known, byline, published, language, address);
    }

    public Facts withByline(Known<String> known) {
        return new Facts(title, outlet, known, published, language, address);
    }

    public Facts withPublished(Known<PartialDate> known) {
        return new Facts(title, outlet, byline, known, language, address);
    }

    public Facts withLanguage(Known<String> known) {
        return new Facts(title, outlet, byline, published, known, address);
    }

    public Facts withAddress(Known<String> known) {
        return new Facts(title, outlet, byline, published, language, known);
    }

    /** Which of these facts, by name, have more units than so many. */
    public List<String> longerThan(int units) {
        Map<String, Known<String>> all = new LinkedHashMap<>();
        all.put("title", title);
        all.put("outlet", outlet);
        all.put("byline", byline);
        all.put("language", language);
        all.put("address", address);
        return all.entrySet().stream()
                .filter(each -> each.getValue().orElse("").length() > units)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** These facts, each with no more units than so many. */
    public Facts cutTo(int units) {
        return new Facts(
                cut(title, units),
                cut(outlet, units),
                cut(byline, units),
                published,
                cut(language, units),
                cut(address, units));
    }

    private static Known<String> cut(Known<String> fact, int units) {
        return fact.map(words -> {
            int end = Math.min(words.length(), units);
            // No half of a pair.
            return words.substring(0, end > 0 && Character.isHighSurrogate(words.charAt(end - 1)) ? end - 1 : end);
        });
    }

    /** The first that is known. */
    public static <T> Known<T> first(Known<T> one, Known<T> other) {
        return one.isKnown() ? one : other;
    }
}
