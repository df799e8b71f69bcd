package org.headwater.web.page;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.headwater.casefile.words.Phrase;
import org.headwater.casefile.words.Phrasing;
import org.headwater.model.SlotValue;
import org.springframework.context.MessageSource;
import org.springframework.context.support.ResourceBundleMessageSource;

/** One of the languages of the interface, for what is said about findings. Safe for use by several threads. */
public final class Language implements Phrasing {
    static final String WORDS = "org/headwater/web/words/words";

    private final MessageSource messages;
    private final Locale locale;

    /** Phrases that nothing is filled into: a page says some of them thousands of times. */
    private final Map<Phrase, String> plain = new ConcurrentHashMap<>();

    Language(MessageSource messages, Locale locale) {
        this.messages = messages;
        this.locale = locale;
    }

    /** The words of the interface in all its languages. */
    public static MessageSource messages() {
        ResourceBundleMessageSource words = new ResourceBundleMessageSource();
        words.setBasename(WORDS);
        words.setDefaultEncoding("UTF-8");
        words.setFallbackToSystemLocale(false);
        words.setAlwaysUseMessageFormat(true);
        return words;
    }

    @Override
    public String say(Phrase phrase, String... parts) {
        return parts.length == 0
                ? plain.computeIfAbsent(phrase, key -> messages.getMessage(key.key(), new Object[0], locale))
                : messages.getMessage(phrase.key(), parts, locale);
    }

    /** A country by its name in the language; other places as the case writes them. */
    @Override
    public String place(SlotValue.Place place) {
        boolean isCountry = place.id().filter(id -> id.matches("iso:[A-Z]{2}")).isPresent();
        return isCountry && !locale.getLanguage().equals(Locale.ENGLISH.getLanguage())
                ? Countries.name(place.country().orElse(""), locale)
                : place.name();
    }
}
