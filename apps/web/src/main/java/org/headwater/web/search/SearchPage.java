package org.headwater.web.search;

import java.util.ArrayList;
import java.util.List;
import org.headwater.casefile.CaseException;
import org.headwater.casefile.SearchHit;
import org.headwater.model.Document;
import org.headwater.model.Span;
import org.headwater.web.page.Excerpt;
import org.headwater.web.page.Languages;
import org.headwater.web.page.OpenCase;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Finds documents by their words. */
@Controller
class SearchPage {
    private static final int HITS = 30;
    private static final int STRETCHES = 3;
    private static final int AROUND = 110;

    private final OpenCase open;

    SearchPage(OpenCase open) {
        this.open = open;
    }

    /** A document that was found. */
    record Hit(String id, String label, String title, String date, String language, List<Excerpt> stretches) {}

    @GetMapping("/search")
    String show(@RequestParam(name = "q", defaultValue = "") String query, Model model) {
        List<Hit> hits = List.of();
        String message = "";
        if (!query.isBlank()) {
            try {
                hits = open.find(query, HITS).stream().map(this::hit).toList();
            } catch (CaseException e) {
                // A mistake in the query is said beside it rather than instead of the page.
                message = e.getMessage();
            }
        }
        model.addAttribute("query", query);
        model.addAttribute("hits", hits);
        model.addAttribute("message", message);
        return "search";
    }

    private Hit hit(SearchHit hit) {
        Document document = hit.document();
        return new Hit(
                document.id().value(),
                document.label(),
                document.title().orElse(document.file()),
                document.published().value().map(open.dates()::of).orElse(""),
                document.language().map(Languages::name).orElse(""),
                stretches(document.text(), hit.matches()));
    }

    /** The first places where words were found, each with what stands around it; places close to each other are one. */
    private static List<Excerpt> stretches(String text, List<Span> matches) {
        List<Excerpt> stretches = new ArrayList<>();
        int next = 0;
        while (next < matches.size() && stretches.size() < STRETCHES) {
            Span place = matches.get(next);
            int end = Math.min(text.length(), place.end() + AROUND);
            List<Span> here = new ArrayList<>();
            while (next < matches.size() && matches.get(next).end() <= end) {
                here.add(matches.get(next));
                next++;
            }
            if (here.isEmpty()) {
                next++;
                continue;
            }
            stretches.add(Excerpt.of(text, place, here, AROUND));
        }
        return stretches;
    }
}
