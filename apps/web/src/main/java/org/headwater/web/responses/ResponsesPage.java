package org.headwater.web.responses;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.headwater.casefile.Holdings;
import org.headwater.codebook.Codebook;
import org.headwater.codebook.Kind;
import org.headwater.codebook.Slot;
import org.headwater.codebook.SlotType;
import org.headwater.codebook.WordList;
import org.headwater.model.PartialDate;
import org.headwater.web.page.Countries;
import org.headwater.web.page.OpenCase;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Countries down, actions across. Works for any kind of the codebook that speaks of a country and a word of a list. */
@Controller
class ResponsesPage {
    private final OpenCase open;

    ResponsesPage(OpenCase open) {
        this.open = open;
    }

    /** A finding in a cell. */
    record Entry(String finding, String date, long origins, boolean denied) {}

    /** A country with its cells, one for each column. */
    record Row(String code, String country, List<List<Entry>> cells) {}

    /** What stands above a column. */
    record Column(String word, String label) {}

    @GetMapping("/responses")
    String show(@RequestParam(name = "kind", defaultValue = "") String chosen, Model model, Locale locale) {
        List<Kind> kinds = crossing(open.codebook());
        Optional<Kind> kind = kinds.stream()
                .filter(each -> each.name().equals(chosen))
                .findFirst()
                .or(() -> kinds.stream().findFirst());
        List<Holdings.Cell> cells =
                kind.map(of -> open.holdings().responses(of.name())).orElse(List.of());
        List<Column> columns = kind.map(of -> columns(of, cells)).orElse(List.of());
        model.addAttribute("kinds", kinds);
        model.addAttribute("kind", kind.map(Kind::name).orElse(""));
        model.addAttribute("label", kind.map(Kind::label).orElse(""));
        model.addAttribute("columns", columns);
        model.addAttribute("rows", rows(cells, columns, locale));
        return "responses";
    }

    private static List<Kind> crossing(Codebook codebook) {
        return codebook.kinds().stream()
                .filter(kind -> has(kind, SlotType.COUNTRY) && has(kind, SlotType.WORD))
                .toList();
    }

    private static boolean has(Kind kind, SlotType type) {
        return kind.slots().stream().anyMatch(slot -> slot.key() && slot.type() == type);
    }

    private List<Column> columns(Kind kind, List<Holdings.Cell> cells) {
        return kind.slots().stream()
                .filter(slot -> slot.key() && slot.type() == SlotType.WORD)
                .map(Slot::words)
                .flatMap(Optional::stream)
                .flatMap(list -> open.codebook().words().get(list).words().stream())
                .filter(word -> cells.stream().anyMatch(cell -> cell.word().equals(word.name())))
                .map((WordList.Word word) -> new Column(word.name(), word.label()))
                .toList();
    }

    private List<Row> rows(List<Holdings.Cell> cells, List<Column> columns, Locale locale) {
        Map<String, Map<String, List<Entry>>> countries = new TreeMap<>();
        for (Holdings.Cell cell : cells) {
            countries
                    .computeIfAbsent(cell.country(), key -> new LinkedHashMap<>())
                    .computeIfAbsent(cell.word(), key -> new ArrayList<>())
                    .add(new Entry(
                            cell.finding().value(),
                            cell.from().isEmpty() ? "" : open.dates().of(PartialDate.parse(cell.from())),
                            cell.origins(),
                            cell.denials() > 0));
        }
        List<Row> rows = new ArrayList<>();
        countries.forEach((code, words) -> rows.add(new Row(
                code,
                Countries.name(code, locale),
                columns.stream()
                        .map(column -> words.getOrDefault(column.word(), List.of()))
                        .toList())));
        rows.sort(Comparator.comparing(Row::country));
        return rows;
    }
}
