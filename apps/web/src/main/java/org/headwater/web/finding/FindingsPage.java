package org.headwater.web.finding;

import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.headwater.casefile.FindingOutline;
import org.headwater.casefile.FindingQuery;
import org.headwater.casefile.Holdings;
import org.headwater.casefile.Listed;
import org.headwater.casefile.words.Csv;
import org.headwater.web.page.Countries;
import org.headwater.web.page.OpenCase;
import org.headwater.web.page.Sheets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import org.springframework.web.util.UriComponentsBuilder;

/** The list of findings with its filters. */
@Controller
class FindingsPage {
    private static final int ROWS = 40;
    private static final int PARTIES_OFFERED = 60;
    private static final int LINES_AT_ONCE = 500;
    private static final List<String> COLUMNS =
            List.of("id", "kind", "about", "said", "when", "origins", "documents", "denied by", "in conflict", "grade");

    private final OpenCase open;
    private final FindingRows rows;

    FindingsPage(OpenCase open, FindingRows rows) {
        this.open = open;
        this.rows = rows;
    }

    /** Something to choose in a filter. */
    record Choice(String value, String label, long count) {}

    @GetMapping("/findings")
    String show(@RequestParam Map<String, String> chosen, Model model, Locale locale) {
        Holdings holdings = open.holdings();
        FindingQuery query = query(chosen);
        long number = number(chosen.getOrDefault("page", "1"));
        Listed<FindingOutline> page = holdings.findings(query, (number - 1) * ROWS, ROWS);
        model.addAttribute("rows", rows.of(page.rows(), holdings));
        model.addAttribute("sheets", Sheets.at(address(chosen), number, page.total(), ROWS));
        model.addAttribute("chosen", chosen);
        model.addAttribute("file", address(chosen).replaceFirst("^/findings", "/findings.csv"));
        model.addAttribute(
                "filtered",
                chosen.keySet().stream()
                        .anyMatch(key -> !List.of("page", "sort").contains(key)
                                && !chosen.get(key).isBlank()));
        model.addAttribute("kinds", kinds(holdings));
        model.addAttribute("countries", countries(holdings, locale));
        model.addAttribute("parties", parties(holdings));
        model.addAttribute("traits", names(FindingQuery.Trait.values()));
        model.addAttribute("orders", names(FindingQuery.Order.values()));
        return "findings";
    }

    /** The list with the same filters as a table for a spreadsheet; what it would run as a formula is marked as text. */
    @GetMapping("/findings.csv")
    ResponseEntity<StreamingResponseBody> file(@RequestParam Map<String, String> chosen) {
        Holdings holdings = open.holdings();
        FindingQuery query = query(chosen);
        StreamingResponseBody lines = out -> {
            PrintWriter writer = new PrintWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
            writer.print(Csv.line(COLUMNS) + "\r\n");
            long offset = 0;
            Listed<FindingOutline> page = holdings.findings(query, offset, LINES_AT_ONCE);
            while (!page.rows().isEmpty()) {
                rows.of(page.rows(), holdings).forEach(row -> writer.print(Csv.line(line(row)) + "\r\n"));
                offset += page.rows().size();
                page = holdings.findings(query, offset, LINES_AT_ONCE);
            }
            writer.flush();
        };
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"findings.csv\"")
                .body(lines);
    }

    private static List<String> line(FindingRow row) {
        return List.of(
                row.id(),
                row.kind(),
                row.subject(),
                row.value(),
                row.when(),
                Integer.toString(row.origins()),
                Integer.toString(row.documents()),
                String.join("; ", row.deniers()),
                String.join("; ", row.conflicts()),
                row.grade());
    }

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(FindingsPage::name).toList();
    }

    private static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static long number(String text) {
        return text.matches("[1-9]\\d{0,8}") ? Long.parseLong(text) : 1;
    }

    private static String address(Map<String, String> chosen) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/findings");
        chosen.forEach((name, value) -> {
            if (!value.isBlank() && !name.equals("page")) {
                address.queryParam(name, "{" + name + "}");
            }
        });
        return address.encode().buildAndExpand(chosen).toUriString();
    }

    private static FindingQuery query(Map<String, String> chosen) {
        return new FindingQuery(
                given(chosen, "kind"),
                given(chosen, "country").map(code -> code.toUpperCase(Locale.ROOT)),
                given(chosen, "party"),
                given(chosen, "words"),
                given(chosen, "from").filter(FindingsPage::isDate),
                given(chosen, "to").filter(FindingsPage::isDate),
                given(chosen, "trait").flatMap(name -> named(FindingQuery.Trait.values(), name)),
                given(chosen, "place"),
                given(chosen, "sort")
                        .flatMap(name -> named(FindingQuery.Order.values(), name))
                        .orElse(FindingQuery.Order.STRONGEST));
    }

    private static boolean isDate(String text) {
        return text.matches("\\d{4}(-\\d{2}(-\\d{2})?)?");
    }

    private static Optional<String> given(Map<String, String> chosen, String name) {
        return Optional.ofNullable(chosen.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    private static <E extends Enum<E>> Optional<E> named(E[] values, String name) {
        return Arrays.stream(values).filter(value -> name(value).equals(name)).findFirst();
    }

    private List<Choice> kinds(Holdings holdings) {
        List<Choice> choices = new ArrayList<>();
        holdings.kinds()
                .forEach((kind, count) ->
                        choices.add(new Choice(kind, open.words().slots().kind(kind), count)));
        return choices;
    }

    private static List<Choice> countries(Holdings holdings, Locale locale) {
        List<Choice> choices = new ArrayList<>();
        holdings.countries()
                .forEach((code, count) -> choices.add(new Choice(code, Countries.name(code, locale), count)));
        choices.sort((one, other) -> one.label().compareTo(other.label()));
        return choices;
    }

    private static List<Choice> parties(Holdings holdings) {
        List<Choice> choices = new ArrayList<>();
        holdings.parties(PARTIES_OFFERED).forEach((name, count) -> choices.add(new Choice(name, name, count)));
        choices.sort((one, other) -> one.label().compareTo(other.label()));
        return choices;
    }
}
