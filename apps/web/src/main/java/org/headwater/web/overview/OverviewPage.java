package org.headwater.web.overview;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.headwater.casefile.CaseTally;
import org.headwater.casefile.Decision;
import org.headwater.casefile.FindingQuery;
import org.headwater.casefile.Holdings;
import org.headwater.web.WebSettings;
import org.headwater.web.finding.FindingRow;
import org.headwater.web.finding.FindingRows;
import org.headwater.web.page.Moments;
import org.headwater.web.page.OpenCase;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Shows at a glance how the case stands. */
@Controller
class OverviewPage {
    private static final int SHOWN = 6;

    private static final String BEFORE = "visit-before";

    private final OpenCase open;
    private final FindingRows rows;
    private final WebSettings settings;

    OverviewPage(OpenCase open, FindingRows rows, WebSettings settings) {
        this.open = open;
        this.rows = rows;
        this.settings = settings;
    }

    /** A decision among the latest ones. */
    record Latest(String at, String who, String action, String target, String why) {}

    @GetMapping("/")
    String show(HttpServletRequest request, HttpServletResponse response, Model model, Locale locale) {
        Holdings holdings = open.holdings();
        CaseTally tally = holdings.tally();
        Visit now = Visit.now(
                settings.clock().instant(), tally, holdings.decisions().size());
        Optional<Visit> before = before(now, request, response);
        model.addAttribute("since", before.map(now::since));
        model.addAttribute(
                "sinceWhen", before.map(visit -> Moments.of(visit.at(), locale)).orElse(""));
        model.addAttribute("tally", tally);
        model.addAttribute("waiting", tally.statements("proposed"));
        model.addAttribute("decided", tally.allStatements() - tally.statements("proposed"));
        model.addAttribute("strongest", best(holdings, FindingQuery.all().by(FindingQuery.Order.ORIGINS)));
        model.addAttribute("weakest", best(holdings, FindingQuery.all().with(FindingQuery.Trait.ONE_ORIGIN)));
        model.addAttribute("latest", latest(holdings, locale));
        return "overview";
    }

    /** The visit before this session, which the browser keeps; the first look in a session notes the present one. */
    private Optional<Visit> before(Visit now, HttpServletRequest request, HttpServletResponse response) {
        HttpSession session = request.getSession();
        if (session.getAttribute(BEFORE) instanceof String known) {
            return Visit.read(known);
        }
        String name = "visit-" + open.mark();
        String kept = Optional.ofNullable(request.getCookies()).stream()
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(name))
                .map(Cookie::getValue)
                .findFirst()
                .orElse("");
        session.setAttribute(BEFORE, kept);
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(name, now.written())
                        .path("/")
                        .maxAge(Duration.ofDays(365))
                        .httpOnly(true)
                        .sameSite("Strict")
                        .build()
                        .toString());
        return Visit.read(kept);
    }

    private List<FindingRow> best(Holdings holdings, FindingQuery query) {
        return rows.of(holdings.findings(query, 0, SHOWN).rows(), holdings);
    }

    private static List<Latest> latest(Holdings holdings, Locale locale) {
        List<Decision> decisions = holdings.decisions();
        return decisions.subList(Math.max(0, decisions.size() - SHOWN), decisions.size()).stream()
                .sorted((one, other) -> Long.compare(other.sequence(), one.sequence()))
                .map(decision -> new Latest(
                        Moments.of(decision.at(), locale),
                        decision.who(),
                        decision.action().word(),
                        holdings.masked(decision.target()),
                        holdings.masked(decision.why())))
                .toList();
    }
}
