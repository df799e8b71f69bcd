package org.headwater.web.document;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import org.headwater.casefile.CaseException;
import org.headwater.casefile.Decision;
import org.headwater.casefile.Holdings;
import org.headwater.casefile.Redacting;
import org.headwater.model.DocumentId;
import org.headwater.model.Item;
import org.headwater.model.Span;
import org.headwater.web.intake.Runs;
import org.headwater.web.page.AddressedId;
import org.headwater.web.page.Missing;
import org.headwater.web.page.OpenCase;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The archived original, inert: it runs nothing, loads nothing, and is framed by pages of this server only. Where words of the
 * document are redacted it is sealed: it is shown for a reason, which the custody log has before anybody sees it.
 */
@Controller
class OriginalPage {
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    /** An original must do nothing: no script, no style, no request, no form, no way out of its frame. */
    private static final String ORIGINAL_POLICY =
            "sandbox; default-src 'none'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

    private static final Set<String> SHOWN = Set.of(
            "text/html", "text/plain", "image/png", "image/jpeg", "image/gif", "image/webp", "application/xhtml+xml");

    private final OpenCase open;
    private final Runs runs;

    OriginalPage(OpenCase open, Runs runs) {
        this.open = open;
        this.runs = runs;
    }

    static boolean isShown(Item item) {
        return SHOWN.contains(item.mediaType().split(";", 2)[0].strip());
    }

    @GetMapping("/documents/{id}/original")
    ResponseEntity<InputStreamResource> original(
            @PathVariable("id") String id, @RequestParam(name = "save", defaultValue = "no") String save)
            throws CaseException {
        DocumentId document = AddressedId.document(id);
        Item item = item(document);
        return answer(item, open.original(document, item), !isShown(item) || save.equals("yes"));
    }

    @PostMapping("/documents/{id}/original")
    ResponseEntity<InputStreamResource> unsealed(@PathVariable("id") String id, @RequestParam("why") String why)
            throws CaseException {
        DocumentId document = AddressedId.document(id);
        Item item = item(document);
        return answer(item, open.unsealed(document, item, why), !isShown(item));
    }

    /** Words that nobody is to see from now on. */
    @PostMapping("/documents/{id}/redact")
    String redact(@PathVariable("id") String id, @RequestParam("quote") String quote, @RequestParam("why") String why)
            throws CaseException {
        DocumentId document = AddressedId.document(id);
        Span place = open.redactable(document, quote);
        runs.giveWayTo(() -> open.record(
                Decision.Action.REDACT,
                id,
                Redacting.changes(place),
                why.strip(),
                open.holdings().lastDecisionOn(id)));
        runs.goAndWait(PATIENCE);
        return "redirect:/documents/" + id + "#text";
    }

    private Item item(DocumentId document) {
        return open.holdings().itemOf(document).orElseThrow(() -> Missing.of(document.value()));
    }

    private ResponseEntity<InputStreamResource> answer(Item item, InputStream bytes, boolean asFile) {
        Holdings holdings = open.holdings();
        return ResponseEntity.ok()
                .header("Content-Security-Policy", ORIGINAL_POLICY)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        (asFile ? ContentDisposition.attachment() : ContentDisposition.inline())
                                .filename(holdings.masked(item.name()), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .contentType(asFile ? MediaType.APPLICATION_OCTET_STREAM : MediaType.parseMediaType(item.mediaType()))
                .contentLength(item.size())
                .body(new InputStreamResource(bytes));
    }
}
