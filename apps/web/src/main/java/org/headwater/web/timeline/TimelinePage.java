package org.headwater.web.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.headwater.casefile.FindingOutline;
import org.headwater.casefile.FindingQuery;
import org.headwater.casefile.Holdings;
import org.headwater.casefile.Listed;
import org.headwater.web.finding.FindingRow;
import org.headwater.web.finding.FindingRows;
import org.headwater.web.page.Moments;
import org.headwater.web.page.OpenCase;
import org.headwater.web.page.Sheets;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** Findings month by month. */
@Controller
class TimelinePage {
    private static final int ROWS = 60;
    private static final int BARS_MOST = 96;
    private static final double HIGHEST = 78;
    private static final double WIDEST = 110;

    /** A bar that is narrower has no room for the name of its month. */
    private static final double NAMED = 34;

    private static final double ROOM_OF_A_YEAR = 42;

    private final OpenCase open;
    private final FindingRows rows;

    TimelinePage(OpenCase open, FindingRows rows) {
        this.open = open;
        this.rows = rows;
    }

    /** A month as a bar, in units of the drawing; what stands below it is empty where there is no room. */
    record Bar(
            String month,
            String label,
            long count,
            double x,
            double width,
            double height,
            String mark,
            String year,
            boolean chosen) {}

    /** Findings of one month. */
    record Month(String month, String label, List<FindingRow> rows) {}

    @GetMapping("/timeline")
    String show(
            @RequestParam(name = "kind", defaultValue = "") String kind,
            @RequestParam(name = "month", defaultValue = "") String chosen,
            @RequestParam(name = "page", defaultValue = "1") long page,
            Model model,
            Locale locale) {
        Holdings holdings = open.holdings();
        Optional<String> ofKind = open.codebook().kind(kind).map(each -> each.name());
        Optional<String> month = Optional.of(chosen).filter(text -> text.matches("\\d{4}(-\\d{2})?"));
        FindingQuery query = new FindingQuery(
                ofKind,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                month.or(() -> Optional.of("0001")),
                month,
                Optional.empty(),
                Optional.empty(),
                FindingQuery.Order.EARLIEST);
        Listed<FindingOutline> listed = holdings.findings(query, (Math.max(1, page) - 1) * ROWS, ROWS);
        model.addAttribute("bars", bars(holdings.months(ofKind), month.orElse(""), locale));
        model.addAttribute("months", months(listed.rows(), holdings, locale));
        model.addAttribute("kinds", open.codebook().kinds());
        model.addAttribute("kind", ofKind.orElse(""));
        model.addAttribute("month", month.orElse(""));
        String address = UriComponentsBuilder.fromPath("/timeline")
                .queryParam("kind", ofKind.orElse(""))
                .queryParam("month", month.orElse(""))
                .build()
                .toUriString();
        model.addAttribute("sheets", Sheets.at(address, page, listed.total(), ROWS));
        return "timeline";
    }

    /** The latest months that have any, so that a date far back does not flatten the rest. */
    private static List<Bar> bars(Map<String, Long> counts, String chosen, Locale locale) {
        List<String> months = new ArrayList<>(counts.keySet());
        List<String> shown = months.subList(Math.max(0, months.size() - BARS_MOST), months.size());
        long most = shown.stream().mapToLong(counts::get).max().orElse(1);
        double width = shown.isEmpty() ? 0 : Math.min(WIDEST, 1_000.0 / shown.size());
        List<Bar> bars = new ArrayList<>();
        String year = "";
        double free = 0;
        for (int i = 0; i < shown.size(); i++) {
            String month = shown.get(i);
            boolean newYear = !month.startsWith(year) || year.isEmpty();
            boolean room = i * width >= free;
            year = month.substring(0, 4);
            free = newYear && room ? i * width + ROOM_OF_A_YEAR : free;
            bars.add(new Bar(
                    month,
                    Moments.month(month, locale),
                    counts.get(month),
                    i * width,
                    Math.max(2, width - 3),
                    Math.max(3, HIGHEST * counts.get(month) / most),
                    width >= NAMED ? Moments.monthOfYear(month, locale) : "",
                    newYear && room ? year : "",
                    month.equals(chosen)));
        }
        return bars;
    }

    private List<Month> months(List<FindingOutline> findings, Holdings holdings, Locale locale) {
        List<FindingRow> all = rows.of(findings, holdings);
        List<Month> months = new ArrayList<>();
        for (int i = 0; i < findings.size(); i++) {
            String month = month(findings.get(i));
            if (months.isEmpty() || !months.get(months.size() - 1).month().equals(month)) {
                months.add(new Month(month, Moments.month(month, locale), new ArrayList<>()));
            }
            months.get(months.size() - 1).rows().add(all.get(i));
        }
        return months;
    }

    private static String month(FindingOutline outline) {
        String date = outline.finding()
                .current()
                .when()
                .flatMap(when -> when.from())
                .map(Object::toString)
                .orElse("");
        return date.substring(0, Math.min(7, date.length()));
    }
}
