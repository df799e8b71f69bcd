package org.headwater.web.review;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.headwater.casefile.Addition;
import org.headwater.casefile.CaseException;
import org.headwater.casefile.Decision;
import org.headwater.codebook.Kind;
import org.headwater.model.DocumentId;
import org.headwater.model.Polarity;
import org.headwater.web.intake.Runs;
import org.headwater.web.page.AddressedId;
import org.headwater.web.page.Missing;
import org.headwater.web.page.OpenCase;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * A statement that the software did not propose: words of a document, a kind, and what they say. What is refused comes back
 * with the reason and with everything that was typed.
 */
@Controller
class AdditionPage {
    private static final Duration PATIENCE = Duration.ofSeconds(4);
    private static final String SLOT = "slot.";

    private final OpenCase open;
    private final Runs runs;

    AdditionPage(OpenCase open, Runs runs) {
        this.open = open;
        this.runs = runs;
    }

    @GetMapping("/documents/{id}/add")
    ModelAndView show(@PathVariable("id") String id, @RequestParam Map<String, String> given) {
        DocumentId document = document(id);
        try {
            open.locate(document, given.getOrDefault("quote", ""));
        } catch (CaseException e) {
            return refused(document, given, e);
        }
        return form(document, given);
    }

    private DocumentId document(String id) {
        DocumentId document = AddressedId.document(id);
        if (open.holdings().headings(List.of(document)).isEmpty()) {
            throw Missing.of(id);
        }
        return document;
    }

    private ModelAndView refused(DocumentId document, Map<String, String> given, CaseException refusal) {
        ModelAndView form = form(document, given);
        form.addObject("refusal", refusal.getMessage());
        form.setStatus(
                refusal.result() == CaseException.Result.REFUSED
                        ? HttpStatus.UNPROCESSABLE_CONTENT
                        : HttpStatus.INTERNAL_SERVER_ERROR);
        return form;
    }

    private ModelAndView form(DocumentId document, Map<String, String> given) {
        String wanted = given.getOrDefault("kind", "");
        Kind kind = open.codebook().kind(wanted).orElseThrow(() -> Missing.of(wanted));
        return new ModelAndView("addition")
                .addObject("id", document.value())
                .addObject(
                        "label",
                        open.holdings()
                                .headings(List.of(document))
                                .get(document)
                                .label())
                .addObject("quote", given.getOrDefault("quote", "").strip())
                .addObject("kind", kind.name())
                .addObject("kindLabel", kind.label())
                .addObject("description", kind.description())
                .addObject("fields", EntryField.of(kind, open.codebook()))
                .addObject("polarities", List.of(Polarity.ASSERTS.word(), Polarity.DENIES.word()))
                .addObject("given", given);
    }

    @PostMapping("/documents/{id}/add")
    ModelAndView add(@PathVariable("id") String id, @RequestParam Map<String, String> given) {
        DocumentId document = document(id);
        Decision[] made = new Decision[1];
        try {
            Addition addition = new Addition(
                    document,
                    given.getOrDefault("kind", ""),
                    open.locate(document, given.getOrDefault("quote", "")),
                    values(given));
            runs.giveWayTo(() ->
                    made[0] = open.add(addition, given.getOrDefault("why", "").strip()));
        } catch (CaseException e) {
            return refused(document, given, e);
        }
        runs.goAndWait(PATIENCE);
        return new ModelAndView("redirect:/documents/" + id + "#" + made[0].target());
    }

    private static Map<String, String> values(Map<String, String> given) {
        Map<String, String> values = new HashMap<>();
        given.forEach((name, value) -> {
            Optional<String> slot = name.startsWith(SLOT)
                    ? Optional.of(name.substring(SLOT.length()))
                    : Optional.of(name).filter(List.of("speaker", "polarity")::contains);
            if (slot.isPresent() && !value.isBlank()) {
                values.put(slot.get(), value.strip());
            }
        });
        return values;
    }
}
