package org.headwater.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.headwater.casefile.Case;
import org.headwater.casefile.CaseException;
import org.headwater.casefile.CaseSettings;
import org.headwater.casefile.ReadListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Takes a picture of every page of the sample case, in both colour schemes, on a narrow screen and of a printed finding, into
 * {@code target/screenshots}, and renews those of {@code docs/screenshots}. By its name it runs only when asked for: see
 * {@code docs/browser.md}.
 */
class Screenshots {
    private static final Path DOCS = Path.of("..", "..", "docs", "screenshots");
    private static final long BYTES_MOST = 300_000;

    /** Pictures beside the light ones of every page that the documentation shows. */
    private static final Set<String> ALSO_IN_DOCS = Set.of("finding-dark", "findings-narrow", "finding-print-1");

    private static final int WIDE = 1280;
    private static final int NARROW = 390;
    private static final int SHEETS_MOST = 3;
    private static final float DOTS_AN_INCH = 90;

    @TempDir
    Path folder;

    @Test
    void everyPage() throws Exception {
        Path pictures = Files.createDirectories(Path.of("target", "screenshots"));
        try (Served served = Served.again(wholeSampleCase());
                Chromium chromium = Chromium.open()) {
            decide(served.reader());
            String state = enter(served, chromium.browser());
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                Browser.NewContextOptions wide = new Browser.NewContextOptions()
                        .setStorageState(state)
                        .setViewportSize(WIDE, 900)
                        .setColorScheme(scheme);
                try (BrowserContext context = chromium.browser().newContext(wide)) {
                    take(context, served, pictures, scheme.name().toLowerCase(Locale.ROOT));
                    print(context, served, pictures, scheme == ColorScheme.LIGHT ? "print" : "print-dark");
                }
            }
            Browser.NewContextOptions narrow = new Browser.NewContextOptions()
                    .setStorageState(state)
                    .setViewportSize(NARROW, 844)
                    .setDeviceScaleFactor(1.5);
            try (BrowserContext context = chromium.browser().newContext(narrow)) {
                take(context, served, pictures, "narrow");
            }
        }
        renew(pictures);
    }

    private Path wholeSampleCase() throws CaseException {
        Path made = folder.resolve("overseas-stations.case");
        try (Case open = Case.openOrCreate(made, CaseSettings.usual(Served.CLOCK, "analyst"))) {
            open.read(List.of(Path.of("..", "..", "samples", "overseas-stations", "articles")), ReadListener.silent());
        }
        return made;
    }

    /** A case at work: some statements are decided on. */
    private static void decide(Served.Reader reader) throws IOException, InterruptedException {
        for (int i = 0; i < 12; i++) {
            Matcher statement = Pattern.compile("action=\"/review/(st_[0-9a-f]{20})\"")
                    .matcher(reader.get("/review").body());
            assertThat(statement.find()).isTrue();
            reader.post("/review/" + statement.group(1), Map.of("action", "accept", "why", "read in the original"));
        }
    }

    private static String enter(Served served, Browser browser) {
        try (BrowserContext context = browser.newContext()) {
            Page page = context.newPage();
            page.navigate(served.server.oneTimeAddress().toString());
            page.waitForURL(served.server.address().toString());
            return context.storageState();
        }
    }

    private static void take(BrowserContext context, Served served, Path pictures, String kind) {
        Page page = context.newPage();
        pages(page, served).forEach((name, path) -> {
            page.setViewportSize(
                    kind.equals("narrow") ? NARROW : WIDE,
                    kind.equals("narrow") ? 844 : name.equals("finding") ? 1_360 : 900);
            page.navigate(at(served, path));
            if (name.equals("network")) {
                page.locator("#network[data-drawn]").waitFor();
            }
            page.screenshot(new Page.ScreenshotOptions().setPath(pictures.resolve(name + "-" + kind + ".png")));
        });
    }

    /** The finding as it comes out of a printer, sheet by sheet. */
    private static void print(BrowserContext context, Served served, Path pictures, String kind) throws IOException {
        Page page = context.newPage();
        page.navigate(at(served, first(page, at(served, "/findings"), "[data-rows] tbody a.strong")));
        try (PDDocument printed = Loader.loadPDF(page.pdf(new Page.PdfOptions().setFormat("A4")))) {
            PDFRenderer sheets = new PDFRenderer(printed);
            for (int i = 0; i < Math.min(SHEETS_MOST, printed.getNumberOfPages()); i++) {
                ImageIO.write(
                        sheets.renderImageWithDPI(i, DOTS_AN_INCH),
                        "png",
                        pictures.resolve("finding-" + kind + "-" + (i + 1) + ".png")
                                .toFile());
            }
        }
    }

    private static String at(Served served, String path) {
        return served.server.address().resolve(path).toString();
    }

    /** Every page by name; those of one finding, document or name are found by going there. */
    private static Map<String, String> pages(Page page, Served served) {
        Map<String, String> pages = new LinkedHashMap<>();
        for (String name : List.of(
                "findings",
                "responses",
                "timeline",
                "map",
                "network",
                "documents",
                "review",
                "names",
                "files",
                "custody")) {
            pages.put(name, "/" + name);
        }
        pages.put("overview", "/");
        pages.put("search", "/search?q=station");
        pages.put("review-names", "/review/names");
        pages.put("finding", first(page, at(served, "/findings"), "[data-rows] tbody a.strong"));
        pages.put("name", first(page, at(served, "/names"), "[data-rows] tbody a.strong"));
        String document =
                first(page, at(served, pages.get("finding")), ".river-carrier").replaceAll("#.*", "");
        pages.put("document", document);
        page.navigate(at(served, document));
        String words = page.locator("[data-text] .said").first().innerText();
        pages.put("addition", document + "/add?kind=site-count&quote=" + URLEncoder.encode(words, UTF_8));
        for (String each : documents(page, served)) {
            page.navigate(at(served, each));
            if (page.locator("a[href*='/copied/']").count() > 0) {
                pages.put(
                        "comparison",
                        page.locator("a[href*='/copied/']").first().getAttribute("href"));
                break;
            }
        }
        assertThat(pages).containsKey("comparison");
        return pages;
    }

    private static List<String> documents(Page page, Served served) {
        page.navigate(at(served, "/documents"));
        List<String> documents = new ArrayList<>();
        page.locator("main a[href^='/documents/doc_']").all().forEach(each -> documents.add(each.getAttribute("href")));
        return documents;
    }

    private static String first(Page page, String address, String selector) {
        page.navigate(address);
        return page.locator(selector).first().getAttribute("href");
    }

    private static void renew(Path pictures) throws IOException {
        try (var taken = Files.list(pictures)) {
            for (Path each : taken.sorted().toList()) {
                String name = each.getFileName().toString().replace(".png", "");
                if (name.endsWith("-light") || ALSO_IN_DOCS.contains(name)) {
                    assertThat(Files.size(each)).as(name).isLessThan(BYTES_MOST);
                    Files.copy(each, DOCS.resolve(name + ".png"), StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }
}
