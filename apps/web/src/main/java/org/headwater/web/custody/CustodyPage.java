package org.headwater.web.custody;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.headwater.casefile.CaseException;
import org.headwater.casefile.Holdings;
import org.headwater.casefile.Listed;
import org.headwater.evidence.CustodyEntry;
import org.headwater.model.DocumentId;
import org.headwater.model.StatementId;
import org.headwater.web.intake.Runs;
import org.headwater.web.page.Moments;
import org.headwater.web.page.OpenCase;
import org.headwater.web.page.Sheets;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Everything that was done, in its order, and whether it still holds. */
@Controller
class CustodyPage {
    private static final int DIGEST_SHOWN = 15;
    private static final int DETAIL_SHOWN = 160;
    private static final int ROWS = 60;

    private final OpenCase open;
    private final Runs runs;
    private final MessageSource messages;

    CustodyPage(OpenCase open, Runs runs, MessageSource messages) {
        this.open = open;
        this.messages = messages;
        this.runs = runs;
    }

    /** What an entry says beside its subject; a digest is shown by its beginning, and whole where one points. */
    record Detail(String name, String value) {
        public int longest() {
            return value.matches("[0-9a-f]{64}") ? DIGEST_SHOWN : DETAIL_SHOWN;
        }
    }

    /** An entry as a line. */
    record Line(
            long number,
            String at,
            String who,
            String action,
            String subject,
            String address,
            List<Detail> details,
            String digest) {}

    @GetMapping("/custody")
    String show(@RequestParam(name = "page", defaultValue = "1") long page, Model model, Locale locale)
            throws CaseException {
        Holdings holdings = open.holdings();
        Listed<CustodyEntry> entries = open.custody((Math.max(1, page) - 1) * ROWS, ROWS);
        Map<String, String> addresses = addresses(entries.rows(), holdings);
        model.addAttribute(
                "lines",
                entries.rows().stream()
                        .map(entry -> line(entry, addresses, holdings, locale))
                        .toList());
        model.addAttribute("sheets", Sheets.at("/custody", page, entries.total(), ROWS));
        model.addAttribute("verified", runs.verified());
        return "custody";
    }

    /** Where statements and documents that the log speaks of are shown, as far as the case still has them. */
    private static Map<String, String> addresses(List<CustodyEntry> entries, Holdings holdings) {
        List<String> subjects = entries.stream()
                .map(entry -> entry.event().subject())
                .distinct()
                .toList();
        Map<String, String> addresses = new HashMap<>();
        holdings.statements(subjects.stream()
                        .filter(each -> each.matches("st_[0-9a-f]{20}"))
                        .map(StatementId::new)
                        .toList())
                .keySet()
                .forEach(id -> addresses.put(id.value(), "/statements/" + id));
        holdings.headings(subjects.stream()
                        .filter(each -> each.matches("doc_[0-9a-f]{20}"))
                        .map(DocumentId::new)
                        .toList())
                .keySet()
                .forEach(id -> addresses.put(id.value(), "/documents/" + id));
        return addresses;
    }

    private Line line(CustodyEntry entry, Map<String, String> addresses, Holdings holdings, Locale locale) {
        List<Detail> details = new ArrayList<>();
        entry.event().details().forEach((name, value) -> details.add(new Detail(name, holdings.masked(value))));
        return new Line(
                entry.sequence(),
                entry.isClosed() ? "" : Moments.of(entry.time(), locale),
                entry.who(),
                action(entry.event().action(), locale),
                holdings.masked(entry.event().subject()),
                addresses.getOrDefault(entry.event().subject(), ""),
                details,
                entry.digest().hex());
    }

    /** In words; as the log has it where it is newer than the words. */
    private String action(String word, Locale locale) {
        String ofDecisions = messages.getMessage("action." + word, new Object[0], word, locale);
        return messages.getMessage("custody.action." + word, new Object[0], ofDecisions, locale);
    }

    @PostMapping("/custody/verify")
    String verify() {
        runs.verify();
        return "redirect:/custody";
    }
}
