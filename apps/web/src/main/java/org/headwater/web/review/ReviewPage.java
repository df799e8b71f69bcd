package org.headwater.web.review;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.headwater.casefile.CaseException;
import org.headwater.casefile.Decision;
import org.headwater.casefile.Holdings;
import org.headwater.casefile.Listed;
import org.headwater.codebook.Codebook;
import org.headwater.codebook.Pattern;
import org.headwater.model.Document;
import org.headwater.model.Finding;
import org.headwater.model.FindingId;
import org.headwater.model.Polarity;
import org.headwater.model.Span;
import org.headwater.model.Statement;
import org.headwater.model.StatementId;
import org.headwater.web.WebSettings;
import org.headwater.web.intake.Runs;
import org.headwater.web.page.AddressedId;
import org.headwater.web.page.Excerpt;
import org.headwater.web.page.Missing;
import org.headwater.web.page.Moments;
import org.headwater.web.page.OpenCase;
import org.headwater.web.page.StatementView;
import org.headwater.web.page.StatementViews;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * One proposed statement at a time. A decision records what was decided and nothing else: no rule is learnt from it, and no
 * other statement changes with it.
 */
@Controller
class ReviewPage {
    private static final int NEIGHBOURHOOD = 300;
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final OpenCase open;
    private final Runs runs;
    private final StatementViews views;
    private final WebSettings settings;

    ReviewPage(OpenCase open, Runs runs, StatementViews views, WebSettings settings) {
        this.open = open;
        this.runs = runs;
        this.views = views;
        this.settings = settings;
    }

    /** Which statements are gone through, and how many of those that wait were passed over. */
    record Queue(String kind, String finding, long skipped) {
        public String address() {
            UriComponentsBuilder address = UriComponentsBuilder.fromPath("/review");
            if (!kind.isEmpty()) {
                address.queryParam("kind", kind);
            }
            if (!finding.isEmpty()) {
                address.queryParam("finding", finding);
            }
            if (skipped > 0) {
                address.queryParam("skipped", skipped);
            }
            return address.build().encode().toUriString();
        }

        public String skipping() {
            return new Queue(kind, finding, skipped + 1).address();
        }
    }

    private static Queue queue(Map<String, String> given) {
        String kind = given.getOrDefault("kind", "");
        String finding = given.getOrDefault("finding", "");
        String skipped = given.getOrDefault("skipped", "");
        return new Queue(
                kind.matches("[a-z0-9-]{1,60}") ? kind : "",
                finding.matches("f_[0-9a-f]{20}") ? finding : "",
                skipped.matches("\\d{1,9}") ? Long.parseLong(skipped) : 0);
    }

    /** The next one that waits. */
    @GetMapping("/review")
    String next(@RequestParam Map<String, String> given, Model model, Locale locale) {
        Holdings holdings = open.holdings();
        Queue queue = queue(given);
        Listed<StatementId> waiting = holdings.waiting(
                Optional.of(queue.kind()).filter(kind -> !kind.isEmpty()),
                Optional.of(queue.finding()).filter(id -> !id.isEmpty()).map(FindingId::new),
                queue.skipped(),
                1);
        model.addAttribute("queue", queue);
        model.addAttribute("waiting", waiting.total());
        model.addAttribute("kinds", open.codebook().kinds());
        pace(model, holdings);
        Optional<Statement> statement = waiting.rows().stream().findFirst().flatMap(holdings::statement);
        if (statement.isEmpty()) {
            return "reviewed";
        }
        fill(statement.get(), holdings, model, locale);
        return "review";
    }

    /** One certain statement, decided on or not. */
    @GetMapping("/review/{id}")
    String one(@PathVariable("id") String id, @RequestParam Map<String, String> given, Model model, Locale locale) {
        Holdings holdings = open.holdings();
        Queue queue = queue(given);
        model.addAttribute("queue", queue);
        model.addAttribute(
                "waiting",
                holdings.waiting(Optional.empty(), Optional.empty(), 0, 1).total());
        model.addAttribute("kinds", open.codebook().kinds());
        pace(model, holdings);
        fill(statement(id, holdings), holdings, model, locale);
        return "review";
    }

    private static Statement statement(String id, Holdings holdings) {
        return holdings.statement(AddressedId.statement(id)).orElseThrow(() -> Missing.of(id));
    }

    private void pace(Model model, Holdings holdings) {
        model.addAttribute("pace", Pace.of(holdings, Pace.ON_STATEMENTS, settings));
        model.addAttribute("names", holdings.mergesWaiting(0, 0).total());
    }

    private void fill(Statement statement, Holdings holdings, Model model, Locale locale) {
        StatementView view = views.of(List.of(statement), holdings).get(statement.id());
        model.addAttribute("statement", view);
        model.addAttribute("fields", EntryField.of(statement, open.codebook()));
        model.addAttribute("speaker", statement.attribution().speaker().name());
        model.addAttribute("polarity", statement.polarity().word());
        model.addAttribute("polarities", List.of(Polarity.ASSERTS.word(), Polarity.DENIES.word()));
        model.addAttribute("seen", holdings.lastDecisionOn(statement.id().value()));
        model.addAttribute("pattern", pattern(statement, open.codebook()));
        model.addAttribute("past", past(statement, holdings, locale));
        model.addAttribute(
                "findings",
                holdings.findingsOf(statement.id()).stream().map(this::finding).toList());
        Optional<Document> document = holdings.document(statement.document());
        model.addAttribute(
                "before", document.map(of -> before(of, statement.span())).orElse(""));
        model.addAttribute(
                "after", document.map(of -> after(of, statement.span())).orElse(""));
    }

    /** A finding the statement belongs to. */
    record Belonging(String id, String words) {}

    private Belonging finding(Finding finding) {
        return new Belonging(finding.id().value(), open.words().title(finding));
    }

    private static String before(Document document, Span span) {
        return closed(Excerpt.before(document.text(), span.begin(), NEIGHBOURHOOD));
    }

    private static String after(Document document, Span span) {
        return closed(Excerpt.after(document.text(), span.end(), NEIGHBOURHOOD));
    }

    /** Without empty lines. */
    private static String closed(String text) {
        return text.replaceAll("\\n\\s*\\n", "\n");
    }

    /** The pattern's examples say why a sentence like this is proposed. */
    private static List<String> pattern(Statement statement, Codebook codebook) {
        String id = statement.by().split("@", 2)[0];
        return codebook.patterns().stream()
                .filter(pattern -> (pattern.kind() + "/" + pattern.name()).equals(id))
                .findFirst()
                .map(Pattern::examples)
                .map(examples -> examples.subList(0, Math.min(2, examples.size())))
                .orElse(List.of());
    }

    /** An earlier decision on the statement. */
    record Past(long number, String at, String who, String action, String why, boolean undone) {}

    private static List<Past> past(Statement statement, Holdings holdings, Locale locale) {
        List<Past> past = new ArrayList<>();
        for (Decision decision : holdings.decisions()) {
            if (decision.target().equals(statement.id().value())) {
                past.add(new Past(
                        decision.sequence(),
                        Moments.of(decision.at(), locale),
                        decision.who(),
                        decision.action().word(),
                        holdings.masked(decision.why()),
                        holdings.undone().contains(decision.sequence())));
            }
        }
        return past;
    }

    /** Records what was decided on one statement, and shows the next. */
    @PostMapping("/review/{id}")
    String decide(@PathVariable("id") String id, @RequestParam Map<String, String> given) throws CaseException {
        Statement statement = statement(id, open.holdings());
        String seen = given.getOrDefault("seen", "");
        long known = seen.matches("\\d{1,18}") ? Long.parseLong(seen) : 0;
        String why = given.getOrDefault("why", "").strip();
        switch (given.getOrDefault("action", "")) {
            case "accept" -> record(Decision.Action.ACCEPT, id, Map.of(), why, known);
            case "reject" -> record(Decision.Action.REJECT, id, Map.of(), why, known);
            case "edit" -> record(Decision.Action.EDIT, id, changes(statement, given), why, known);
            default ->
                throw CaseException.refused("Cannot decide on " + id + ": neither accept, reject nor edit was chosen");
        }
        Queue queue = queue(given);
        if (given.getOrDefault("stay", "").equals("yes")) {
            return "redirect:/review/" + id;
        }
        return "redirect:" + queue.address();
    }

    private void record(Decision.Action action, String id, Map<String, String> changes, String why, long seen)
            throws CaseException {
        runs.giveWayTo(() -> open.record(action, id, changes, why, seen));
        if (action == Decision.Action.ACCEPT) {
            return;
        }
        if (action == Decision.Action.EDIT) {
            runs.goAndWait(PATIENCE);
        } else {
            runs.go();
        }
    }

    /** What the form says otherwise than the statement. */
    private Map<String, String> changes(Statement statement, Map<String, String> given) {
        Map<String, String> changes = new HashMap<>();
        for (EntryField field : EntryField.of(statement, open.codebook())) {
            String typed =
                    given.getOrDefault("slot." + field.name(), field.value()).strip();
            if (!typed.equals(field.value())) {
                changes.put(field.name(), typed);
            }
        }
        String speaker = given.getOrDefault("speaker", "").strip();
        if (!speaker.isEmpty()
                && !speaker.equals(statement.attribution().speaker().name())) {
            changes.put("speaker", speaker);
        }
        String polarity = given.getOrDefault("polarity", "");
        if (!polarity.isEmpty() && !polarity.equals(statement.polarity().word())) {
            changes.put("polarity", polarity);
        }
        return changes;
    }
}
