package org.headwater.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.web.servlet.LocaleResolver;

/** The language of the interface: the one chosen on a page, else the first the browser asks for that there is. */
final class ChosenLanguage implements LocaleResolver {
    static final String COOKIE = "language";

    /** The languages there are, by their tags. */
    static final List<String> TAGS = List.of("en", "zh-Hans", "zh-Hant", "es");

    private final Locale otherwise;

    ChosenLanguage(Locale otherwise) {
        this.otherwise = otherwise;
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return chosen(request).or(() -> asked(request)).orElse(otherwise);
    }

    private static Optional<Locale> chosen(HttpServletRequest request) {
        return Optional.ofNullable(request.getCookies()).stream()
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .map(Cookie::getValue)
                .filter(TAGS::contains)
                .map(Locale::forLanguageTag)
                .findFirst();
    }

    private static Optional<Locale> asked(HttpServletRequest request) {
        return Collections.list(request.getLocales()).stream()
                .map(ChosenLanguage::nearest)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Chinese is written in two ways: which one a region reads is known, and simplified is meant where none is named. */
    private static Optional<Locale> nearest(Locale asked) {
        if (asked.getLanguage().equals("zh")) {
            boolean traditional = asked.getScript().equals("Hant")
                    || (asked.getScript().isEmpty() && List.of("TW", "HK", "MO").contains(asked.getCountry()));
            return Optional.of(Locale.forLanguageTag(traditional ? "zh-Hant" : "zh-Hans"));
        }
        return TAGS.contains(asked.getLanguage())
                ? Optional.of(Locale.forLanguageTag(asked.getLanguage()))
                : Optional.empty();
    }

    @Override
    public void setLocale(HttpServletRequest request, HttpServletResponse response, Locale locale) {
        throw new UnsupportedOperationException("Cannot set the language here: a page sets it with its own form");
    }
}
