package org.headwater.web.document;

import java.util.List;
import org.headwater.casefile.Holdings;
import org.headwater.model.Derivation;
import org.headwater.model.Document;
import org.headwater.model.DocumentId;
import org.headwater.web.page.AddressedId;
import org.headwater.web.page.Excerpt;
import org.headwater.web.page.Missing;
import org.headwater.web.page.OpenCase;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What one document took from another, side by side. */
@Controller
class ComparisonPage {
    private static final int CONTEXT = 120;

    private final OpenCase open;

    ComparisonPage(OpenCase open) {
        this.open = open;
    }

    /** A stretch of a text with what stands around it. */
    record Stretch(String before, String taken, String after) {}

    /** One aligned pair. */
    record Pair(Stretch derived, Stretch source) {}

    /** One of the two documents. */
    record Side(String id, String label, String title, String date) {}

    @GetMapping("/documents/{id}/copied/{source}")
    String show(@PathVariable("id") String id, @PathVariable("source") String source, Model model) {
        DocumentId here = AddressedId.document(id);
        DocumentId there = AddressedId.document(source);
        Holdings holdings = open.holdings();
        Derivation derivation = holdings.derivations(List.of(here)).stream()
                .filter(each -> each.derived().equals(here) && each.source().equals(there))
                .findFirst()
                .orElseThrow(() -> Missing.of(id + " ← " + source));
        Document derived = holdings.document(derivation.derived()).orElseThrow(() -> Missing.of(id));
        Document from = holdings.document(derivation.source()).orElseThrow(() -> Missing.of(source));
        model.addAttribute("derived", side(derived));
        model.addAttribute("source", side(from));
        model.addAttribute("kind", derivation.kind().word());
        model.addAttribute("reason", derivation.reason());
        model.addAttribute("share", Math.round(100 * derivation.shareOfDerived()));
        model.addAttribute(
                "pairs",
                derivation.passages().stream()
                        .map(passage -> new Pair(
                                stretch(
                                        derived.text(),
                                        passage.derived().begin(),
                                        passage.derived().end()),
                                stretch(
                                        from.text(),
                                        passage.source().begin(),
                                        passage.source().end())))
                        .toList());
        return "comparison";
    }

    private Side side(Document document) {
        return new Side(
                document.id().value(),
                document.label(),
                document.title().orElse(document.file()),
                document.published().map(open.dates()::of).orElse(""));
    }

    private static Stretch stretch(String text, int begin, int end) {
        int stop = Math.min(text.length(), end);
        int start = Math.min(begin, stop);
        return new Stretch(
                Excerpt.before(text, start, CONTEXT), text.substring(start, stop), Excerpt.after(text, stop, CONTEXT));
    }
}
