package org.headwater.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.headwater.web.intake.RunState;
import org.headwater.web.intake.Runs;
import org.headwater.web.page.OpenCase;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What stands around every page: name of the case, who is at work, where the reader is, whether a run is in progress. */
@ControllerAdvice
class Frame {
    private static final List<Language> LANGUAGES = List.of(
            new Language("en", "English"),
            new Language("zh-Hans", "简体中文"),
            new Language("zh-Hant", "繁體中文"),
            new Language("es", "Español"));

    private final OpenCase open;
    private final Runs runs;
    private final WebSettings settings;

    Frame(OpenCase open, Runs runs, WebSettings settings) {
        this.open = open;
        this.runs = runs;
        this.settings = settings;
    }

    /** A language of the interface, in its own words. */
    record Language(String tag, String name) {}

    /** The frame of one page. */
    record Around(
            String caseName,
            String who,
            String path,
            String section,
            String language,
            List<Language> languages,
            RunState run) {}

    @ModelAttribute("frame")
    Around frame(HttpServletRequest request, Locale locale) {
        String path = request.getRequestURI();
        String query = request.getQueryString();
        String[] parts = path.split("/", 3);
        return new Around(
                open.name(),
                settings.who(),
                query == null || !request.getMethod().equals("GET") ? path : path + "?" + query,
                parts.length > 1 ? parts[1] : "",
                locale.toLanguageTag(),
                LANGUAGES,
                runs.state());
    }
}
