package org.headwater.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.headwater.casefile.Case;
import org.headwater.casefile.CaseSettings;
import org.headwater.casefile.ReadListener;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** Articles that were written to strike whoever reads them do nothing. */
class HostileContentTest {
    private static final Path ARTICLES = Path.of("src/test/resources/org/headwater/web/hostile");

    private static Served served;
    private static Chromium chromium;

    /** Every page by its address, as a reader gets it. */
    private static final Map<String, String> PAGES = new LinkedHashMap<>();

    @BeforeAll
    static void serve(@TempDir Path folder) throws Exception {
        Path made = folder.resolve("hostile.case");
        try (Case open = Case.openOrCreate(made, CaseSettings.usual(Served.CLOCK, "analyst"))) {
            open.read(List.of(ARTICLES), ReadListener.silent());
        }
        served = Served.again(made);
        chromium = Chromium.open();
        Served.Reader reader = served.reader();
        for (String path : everything(reader)) {
            PAGES.put(path, reader.get(path).body());
        }
    }

    @AfterAll
    static void end() {
        chromium.close();
        served.close();
    }

    private static Set<String> links(Served.Reader reader, String page, String pattern) throws Exception {
        Matcher matcher = Pattern.compile("href=\"(" + pattern + ")[\"#?]")
                .matcher(reader.get(page).body());
        Set<String> links = new LinkedHashSet<>();
        while (matcher.find()) {
            links.add(matcher.group(1));
        }
        return links;
    }

    private static List<String> everything(Served.Reader reader) throws Exception {
        List<String> pages = new ArrayList<>(List.of(
                "/",
                "/findings",
                "/documents",
                "/review",
                "/names",
                "/responses",
                "/timeline",
                "/map",
                "/search?q=stations",
                "/custody",
                "/files"));
        pages.addAll(links(reader, "/documents", "/documents/doc_[0-9a-f]+"));
        pages.addAll(links(reader, "/findings", "/findings/f_[0-9a-f]+"));
        pages.addAll(links(reader, "/names", "/names/en_[0-9a-f]+"));
        return pages;
    }

    /** Scripts, styles, frames, event handlers, SVG and links with scripts, on every page and in the original. */
    @Test
    void markupOfAnArticleNeitherRunsNorLoads() throws Exception {
        List<Request> asked = new CopyOnWriteArrayList<>();
        try (BrowserContext context = chromium.browser().newContext()) {
            context.onRequest(asked::add);
            Page page = context.newPage();
            page.navigate(served.server.oneTimeAddress().toString());
            page.waitForURL(served.server.address().toString());
            for (String path : PAGES.keySet()) {
                page.navigate(served.server.address().resolve(path).toString());
                assertThat(page.evaluate("() => window.struck ?? 0")).as(path).isEqualTo(0);
                assertThat(page.locator(
                                        "main script:not([src]), main style, main [onclick], main [onerror], main [onload],"
                                                + " main a[href^='javascript'], main object, main embed, main form[action*='evil']")
                                .count())
                        .as(path)
                        .isZero();
                if (page.locator("details:has(iframe.original) summary").count() > 0) {
                    page.locator("details:has(iframe.original) summary").click();
                    page.frameLocator("iframe.original").locator("html").waitFor();
                    assertThat(page.evaluate("() => window.struck ?? 0"))
                            .as(path)
                            .isEqualTo(0);
                    assertThat(page.title()).doesNotContain("struck");
                }
            }
        }
        // The browser reports what it kept from being asked as a request that failed by the policy.
        assertThat(asked).isNotEmpty().allSatisfy(request -> {
            boolean isOurs =
                    URI.create(request.url().split("#", 2)[0]).getHost().equals("127.0.0.1");
            assertThat(isOurs ? "" : request.url() + " " + request.failure()).matches("|.* csp|.*BLOCKED_BY_CSP");
        });
    }

    /** Each sort of markup by itself: it is on no page, and what an article has of it as words can be read on one. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "script|main script:not([src^='/static/']):not([src^='/jars/'])|<script>window.struck=21</script>",
                "style|style, main [style]|<style>*{display:none}</style>",
                "frame|main iframe:not(.original), main iframe[srcdoc], frame, object, embed|<iframe src=http://evil.example/text></iframe>",
                "event handler|[onload], [onclick], [onerror], [onfocus], [onmouseover]|<img src=x onerror=window.struck=7>",
                "svg|main svg:not(.river):not(.world):not(.bars), main svg script, main svg [onload]|<svg onload=window.struck=22></svg>",
                "link with a script|[href^=javascript], [src^=javascript], [action^=javascript]|<a href=javascript:window.struck=23>opened</a>",
                "base and refresh|base, meta[http-equiv]|<base href=http://evil.example/>",
                "form to elsewhere|form[action*=evil], [formaction]|<form action=http://evil.example/></form>"
            })
    void noPageHasMarkupOfAnArticle(String sort, String selector, String asText) {
        boolean read = false;
        for (Map.Entry<String, String> each : PAGES.entrySet()) {
            Document page = Jsoup.parse(each.getValue());

            assertThat(page.select(selector)).as(each.getKey()).isEmpty();
            read |= page.select("main").text().contains(asText);
        }
        assertThat(read).isTrue();
    }

    @Test
    void anOriginalIsServedInASandbox() throws Exception {
        Served.Reader reader = served.reader();
        for (String document : links(reader, "/documents", "/documents/doc_[0-9a-f]+")) {
            HttpResponse<String> original = reader.get(document + "/original");

            assertThat(original.headers().firstValue("content-security-policy").orElse(""))
                    .startsWith("sandbox; default-src 'none'")
                    .doesNotContain("allow-", "unsafe");
            assertThat(original.headers().firstValue("x-content-type-options")).contains("nosniff");
        }
    }

    @Test
    void controlsThatTurnTheDirectionOfTextAreShownAsSigns() {
        boolean sawSign = false;
        for (Map.Entry<String, String> each : PAGES.entrySet()) {
            String body = each.getValue();

            assertThat(body.chars()
                            .filter(unit -> (unit >= 0x202A && unit <= 0x202E) || (unit >= 0x2066 && unit <= 0x2069)))
                    .as(each.getKey())
                    .isEmpty();
            sawSign |= body.indexOf('\uFFFD') >= 0;
        }
        assertThat(sawSign).isTrue();
    }

    @Test
    void aSpreadsheetRunsNoFormulaOfTheList() throws Exception {
        Served.Reader reader = served.reader();
        Matcher denial = Pattern.compile("action=\"(/review/st_[0-9a-f]+)\"")
                .matcher(reader.get("/review?kind=denial").body());
        assertThat(denial.find()).isTrue();
        reader.post(
                denial.group(1),
                Map.of("action", "edit", "seen", "0", "slot.party", "=HYPERLINK(\"http://evil.example\")"));

        String csv = reader.get("/findings.csv").body();

        assertThat(csv).contains("\"'=HYPERLINK(\"\"http://evil.example\"\")\"");
        for (String line : csv.lines().toList()) {
            for (String value : line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1)) {
                assertThat(value.replaceFirst("^\"", ""))
                        .doesNotStartWith("=")
                        .doesNotStartWith("+")
                        .doesNotStartWith("@");
            }
        }
    }

    @Test
    void theRiverAsAFileHoldsNoMarkupOfAnArticle() throws Exception {
        Served.Reader reader = served.reader();
        for (String finding : links(reader, "/findings", "/findings/f_[0-9a-f]+")) {
            HttpResponse<String> file = reader.get(finding + "/river.svg");

            assertThat(file.headers().firstValue("content-disposition").orElse(""))
                    .startsWith("attachment");
            NodeList elements = DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(file.body())))
                    .getElementsByTagName("*");
            for (int i = 0; i < elements.getLength(); i++) {
                assertThat(elements.item(i).getNodeName())
                        .isIn("svg", "title", "rect", "text", "tspan", "line", "path", "g", "circle", "a");
                NamedNodeMap attributes = elements.item(i).getAttributes();
                for (int k = 0; k < attributes.getLength(); k++) {
                    assertThat(attributes.item(k).getNodeName())
                            .doesNotStartWith("on")
                            .isNotEqualTo("style");
                }
                if (attributes.getNamedItem("href") != null) {
                    assertThat(attributes.getNamedItem("href").getNodeValue()).startsWith("/documents/doc_");
                }
            }
        }
    }
}
