package org.headwater.web.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.headwater.casefile.Decision;
import org.headwater.casefile.Heading;
import org.headwater.casefile.Holdings;
import org.headwater.casefile.Listed;
import org.headwater.model.Derivation;
import org.headwater.model.Document;
import org.headwater.model.DocumentId;
import org.headwater.model.Known;
import org.headwater.model.Passage;
import org.headwater.model.Polarity;
import org.headwater.model.Statement;
import org.headwater.model.StatementId;
import org.headwater.web.page.AddressedId;
import org.headwater.web.page.Languages;
import org.headwater.web.page.Missing;
import org.headwater.web.page.Moments;
import org.headwater.web.page.OpenCase;
import org.headwater.web.page.Sheets;
import org.headwater.web.page.StatementView;
import org.headwater.web.page.StatementViews;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Documents as a list and one by one. */
@Controller
class DocumentPage {
    private static final int ROWS = 50;
    private static final int PARAGRAPHS_MOST = 2_000;

    private final OpenCase open;
    private final StatementViews views;

    DocumentPage(OpenCase open, StatementViews views) {
        this.open = open;
        this.views = views;
    }

    /** A document as a line. */
    record Line(String id, String label, String title, String date, String language, String file) {}

    /** What is known of a document and how. */
    record Fact(String key, String value, String how) {}

    /** A document this one took words of, or the other way round. */
    record Copy(
            String derivation, String document, String label, String date, String kind, String reason, long percent) {}

    /** A decision by which words of a document are shown to nobody. */
    record Redacted(long number, String at, String who, String why) {}

    @GetMapping("/documents")
    String list(@RequestParam(name = "page", defaultValue = "1") long page, Model model) {
        Listed<Heading> listed = open.holdings().headings((Math.max(1, page) - 1) * ROWS, ROWS);
        model.addAttribute("lines", listed.rows().stream().map(this::line).toList());
        model.addAttribute("sheets", Sheets.at("/documents", page, listed.total(), ROWS));
        return "documents";
    }

    private Line line(Heading heading) {
        return new Line(
                heading.document().value(),
                heading.label(),
                heading.title().orElse(""),
                heading.published().map(open.dates()::of).orElse(""),
                heading.language().map(Languages::name).orElse(""),
                heading.file());
    }

    @GetMapping("/documents/{id}")
    String show(@PathVariable("id") String id, Model model, Locale locale) {
        Holdings holdings = open.holdings();
        Holdings.Shown shown = shown(id, holdings);
        Document document = shown.document();
        List<Statement> statements = holdings.statementsOf(document.id());
        Map<StatementId, StatementView> byId = views.of(statements, holdings);
        List<Derivation> derivations = holdings.derivations(List.of(document.id()));
        List<Passage> copied = derivations.stream()
                .filter(each -> each.derived().equals(document.id()))
                .flatMap(each -> each.passages().stream())
                .toList();
        List<TextRow> rows = TextRow.of(
                document.text(),
                new TextRow.Marks(statements, this::denies, copied, holdings.namesIn(document.id())),
                statements.stream().map(each -> byId.get(each.id())).toList(),
                PARAGRAPHS_MOST);
        model.addAttribute("id", id);
        model.addAttribute("label", document.label());
        model.addAttribute("title", document.title().orElse(document.file()));
        model.addAttribute("language", document.language().orElse(""));
        model.addAttribute("facts", facts(document, holdings, locale));
        model.addAttribute("blocks", TextBlock.of(rows));
        model.addAttribute("numbers", TextBlock.numbers(rows));
        model.addAttribute("cut", rows.size() >= PARAGRAPHS_MOST);
        model.addAttribute("statements", statements.size());
        model.addAttribute("upstream", copies(derivations, document.id(), true, holdings));
        model.addAttribute("downstream", copies(derivations, document.id(), false, holdings));
        model.addAttribute("kinds", open.codebook().kinds());
        model.addAttribute("sealed", shown.isSealed());
        model.addAttribute("redactions", redactions(id, holdings, locale));
        model.addAttribute(
                "shown",
                holdings.itemOf(document.id()).filter(OriginalPage::isShown).isPresent());
        return "document";
    }

    /** What was redacted here and still is. */
    private static List<Redacted> redactions(String id, Holdings holdings, Locale locale) {
        List<Decision> here = holdings.decisions().stream()
                .filter(each ->
                        each.action() == Decision.Action.REDACT && each.target().equals(id))
                .toList();
        Set<Long> undone = here.isEmpty() ? Set.of() : holdings.undone();
        return here.stream()
                .filter(each -> !undone.contains(each.sequence()))
                .map(each -> new Redacted(
                        each.sequence(), Moments.of(each.at(), locale), each.who(), holdings.masked(each.why())))
                .toList();
    }

    /** Leads to a statement in its document, wherever it is spoken of. */
    @GetMapping("/statements/{id}")
    String statement(@PathVariable("id") String id) {
        Statement statement =
                open.holdings().statement(AddressedId.statement(id)).orElseThrow(() -> Missing.of(id));
        return "redirect:/documents/" + statement.document() + "#" + id;
    }

    private boolean denies(Statement statement) {
        return statement.polarity() == Polarity.DENIES || open.words().isDenial(statement.kind());
    }

    private static Holdings.Shown shown(String id, Holdings holdings) {
        return holdings.shown(AddressedId.document(id)).orElseThrow(() -> Missing.of(id));
    }

    private List<Fact> facts(Document document, Holdings holdings, Locale locale) {
        List<Fact> facts = new ArrayList<>();
        add(facts, "outlet", document.outlet());
        add(facts, "published", document.published().map(open.dates()::of));
        add(facts, "byline", document.byline());
        add(facts, "language", document.language().map(Languages::name));
        add(facts, "address", document.address());
        facts.add(new Fact(
                "file",
                holdings.masked(document.file()) + (document.part().isEmpty() ? "" : " · " + document.part()),
                ""));
        holdings.itemOf(document.id()).ifPresent(item -> {
            facts.add(new Fact("taken", Moments.of(item.takenAt(), locale), item.takenBy()));
            facts.add(new Fact("sha256", item.sha256().hex(), item.mediaType() + ", " + item.size() + " B"));
        });
        return facts;
    }

    private static void add(List<Fact> facts, String key, Known<String> known) {
        known.value().ifPresent(value -> facts.add(new Fact(key, value, known.how())));
    }

    private List<Copy> copies(List<Derivation> derivations, DocumentId here, boolean upstream, Holdings holdings) {
        List<Derivation> wanted = derivations.stream()
                .filter(each -> (upstream ? each.derived() : each.source()).equals(here))
                .toList();
        Map<DocumentId, Heading> headings = holdings.headings(wanted.stream()
                .map(each -> upstream ? each.source() : each.derived())
                .toList());
        List<Copy> copies = new ArrayList<>();
        for (Derivation each : wanted) {
            Heading other = headings.get(upstream ? each.source() : each.derived());
            if (other != null) {
                copies.add(new Copy(
                        each.id().value(),
                        other.document().value(),
                        other.label(),
                        other.published().map(open.dates()::of).orElse(""),
                        each.kind().word(),
                        each.reason(),
                        Math.round(100 * each.shareOfDerived())));
            }
        }
        return copies;
    }
}
