package org.headwater.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Walks the pages as a user does, in a real browser. Whatever it does, nothing is asked of another host. */
@TestMethodOrder(MethodOrderer.MethodName.class)
class BrowserTest {
    private static final List<String> PAGES = List.of(
            "/",
            "/findings",
            "/responses",
            "/timeline",
            "/map",
            "/network",
            "/documents",
            "/search?q=posts",
            "/review",
            "/review/names",
            "/names",
            "/files",
            "/custody");

    /** The menu, the skip link and the head of a finding come before its river. */
    private static final int STEPS_MOST = 40;

    @TempDir
    private static Path folder;

    private static Served served;
    private static Chromium chromium;
    private static Served.Reader reader;
    private static String state;
    private static final List<String> ASKED = new CopyOnWriteArrayList<>();
    private static final List<String> COMPLAINTS = new CopyOnWriteArrayList<>();

    @BeforeAll
    static void open() throws Exception {
        served = Served.sampleCase(folder.resolve("walk.case"));
        reader = served.reader();
        chromium = Chromium.open();
        try (BrowserContext context = chromium.browser().newContext()) {
            Page page = context.newPage();
            page.navigate(served.server.oneTimeAddress().toString());
            page.waitForURL(served.server.address().toString());
            state = context.storageState();
        }
    }

    @AfterAll
    static void close() {
        chromium.close();
        served.close();
    }

    /** What an earlier test decided is worked in by then, so that nothing moves under this one. */
    @BeforeEach
    void theServerIsIdle() throws Exception {
        served.awaitIdle(reader);
    }

    @AfterEach
    void nothingWentWrongUnseen() {
        String host = served.server.address().getHost();
        assertThat(ASKED)
                .allSatisfy(address -> assertThat(URI.create(address).getHost()).isEqualTo(host));
        assertThat(COMPLAINTS).isEmpty();
        assertThat(served.faults).isEmpty();
    }

    private static BrowserContext context(Browser.NewContextOptions options) {
        BrowserContext context =
                chromium.browser().newContext(options.setStorageState(state).setLocale("en-GB"));
        context.setDefaultTimeout(20_000);
        context.onRequest(request -> {
            if (request.url().startsWith("http")) {
                ASKED.add(request.url());
            }
        });
        context.onConsoleMessage(message -> {
            // An original that wants to run or load something is kept from it, and the browser says so.
            boolean ofOriginal = message.text().contains("/original")
                    || message.text().contains("directive 'default-src 'none''")
                    || message.text().contains("directive: \"img-src data:\"");
            // What is refused is shown with its reason, and a browser notes that as well.
            boolean ofRefusal = message.text().contains("status of 422");
            if (message.type().equals("error") && !ofOriginal && !ofRefusal) {
                COMPLAINTS.add(message.page().url() + ": " + message.text());
            }
        });
        return context;
    }

    private static Browser.NewContextOptions wide() {
        return new Browser.NewContextOptions().setViewportSize(1280, 900);
    }

    private static String at(String path) {
        return served.server.address().resolve(path).toString();
    }

    private static String someFinding(Page page) {
        page.navigate(at("/findings?sort=strongest"));
        return page.locator("[data-rows] tbody a.strong").first().getAttribute("href");
    }

    private static String someComparison(Page page) {
        page.navigate(at("/documents"));
        List<String> documents = page.locator("main a[href^='/documents/doc_']").all().stream()
                .map(each -> each.getAttribute("href"))
                .toList();
        for (String each : documents) {
            page.navigate(at(each));
            Locator compared = page.locator("a[href*='/copied/']");
            if (compared.count() > 0) {
                return compared.first().getAttribute("href");
            }
        }
        throw new AssertionError("no document of the sample has words of another");
    }

    @Test
    void everyPageIsAccessibleInBothColourSchemes() {
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            try (BrowserContext context = context(wide().setColorScheme(scheme))) {
                Page page = context.newPage();
                List<String> all = new ArrayList<>(PAGES);
                all.add(someFinding(page));
                page.navigate(at(all.get(all.size() - 1)));
                all.add(page.locator(".river-carrier")
                        .first()
                        .getAttribute("href")
                        .replaceAll("#.*", ""));
                page.navigate(at("/names"));
                all.add(page.locator("[data-rows] tbody a.strong").first().getAttribute("href"));
                all.add(someComparison(page));
                all.add(all.get(PAGES.size() + 1) + "/add?kind=site-count&quote=no+such+words");
                for (String path : all) {
                    page.navigate(at(path));
                    Accessible.assertIs(page);
                }
            }
        }
    }

    @Test
    void aFigureOpensItsSentenceInTheArchivedOriginalInThreeClicks() {
        try (BrowserContext context = context(wide())) {
            Page page = context.newPage();
            page.navigate(at("/findings"));
            page.locator("[data-rows] tbody td.number a").first().click();
            page.waitForURL("**/findings/f_*");
            page.locator(".river-carrier").first().click();
            page.waitForURL("**/documents/doc_*");
            assertThat(page.locator(".anchor:target").count()).isEqualTo(1);
            page.locator("details:has(iframe.original) summary").click();
            Locator original = page.frameLocator("iframe.original").locator("body");
            original.waitFor();
            assertThat(original.innerText()).isNotBlank();
        }
    }

    @Test
    void theRiverTellsTheSentenceOfADocumentOnHoverAndOnFocus() {
        try (BrowserContext context = context(wide())) {
            Page page = context.newPage();
            page.navigate(at(someFinding(page)));
            Locator carrier = page.locator(".river-carrier").first();
            String sentence = carrier.getAttribute("data-sentence");
            carrier.hover();
            assertThat(page.locator("#river-note").innerText()).contains(sentence.substring(0, 20));
            page.mouse().move(5, 5);
            page.locator(".river-carrier").last().focus();
            assertThat(page.locator("#river-note").innerText())
                    .contains(page.locator(".river-carrier").last().getAttribute("data-sentence"));
        }
    }

    @Test
    void theRiverIsSavedAsDrawingAndPictureAndPrinted() throws Exception {
        try (BrowserContext context = context(wide())) {
            Page page = context.newPage();
            page.navigate(at(someFinding(page)));
            Download drawing =
                    page.waitForDownload(() -> page.locator("a[download]").click());
            assertThat(Files.readString(drawing.path()))
                    .startsWith("<svg xmlns=")
                    .contains("river-carrier");
            Download picture =
                    page.waitForDownload(() -> page.locator("[data-png]").click());
            byte[] bytes = Files.readAllBytes(picture.path());
            assertThat(bytes).hasSizeGreaterThan(10_000);
            assertThat(new String(bytes, 1, 3, StandardCharsets.US_ASCII)).isEqualTo("PNG");
            // Paper is white, though the screen is dark.
            page.emulateMedia(
                    new Page.EmulateMediaOptions().setMedia(Media.PRINT).setColorScheme(ColorScheme.DARK));
            assertThat(page.evaluate("() => getComputedStyle(document.body).backgroundColor"))
                    .isEqualTo("rgb(255, 255, 255)");
            assertThat(page.evaluate("() => getComputedStyle(document.querySelector('.badge.origin')).color"))
                    .isEqualTo("rgb(11, 100, 100)");
            assertThat(page.locator(".river-box svg").boundingBox().width)
                    .isGreaterThan(500)
                    .isLessThanOrEqualTo(page.locator(".river-box").boundingBox().width + 1);
            assertThat(page.locator("header.side").isVisible()).isFalse();
            String origin = page.locator(".river-spring text").first().textContent();
            String sentence = page.locator("blockquote").first().textContent().strip();
            try (PDDocument printed = Loader.loadPDF(page.pdf())) {
                String words = new PDFTextStripper().getText(printed).replaceAll("\\s+", " ");
                assertThat(words)
                        .contains(origin, "The river as a table", "How it came there", "1 origin")
                        .contains(sentence.substring(0, Math.min(40, sentence.length())))
                        .doesNotContain("Open in another browser", "Save as PNG", "What do you make of it?");
            }
        }
    }

    @Test
    void filtersNarrowTheListAndStandInTheAddress() {
        try (BrowserContext context = context(wide())) {
            Page page = context.newPage();
            page.navigate(at("/findings"));
            int all = page.locator("[data-rows] tbody tr").count();
            page.locator("#trait").selectOption("denied");
            page.waitForURL("**/findings?*trait=denied*");
            page.waitForCondition(() -> page.locator("[data-rows] tbody tr").count() < all);
            assertThat(page.locator("[data-rows] tbody tr:has(.badge.denial)").count())
                    .isEqualTo(page.locator("[data-rows] tbody tr").count())
                    .isPositive();
            page.locator("#words").fill("no such subject at all");
            page.locator(".empty").waitFor();
        }
    }

    @Test
    void whatIfAnOriginIsLeftOutIsShownAndRecordsNothing() {
        try (BrowserContext context = context(wide())) {
            Page page = context.newPage();
            page.navigate(at(someFinding(page)));
            page.locator("#without").selectOption(new com.microsoft.playwright.options.SelectOption().setIndex(1));
            page.locator("form:has(#without) button").click();
            page.locator(".note").waitFor();
            assertThat(page.locator(".note").innerText()).contains("Nothing was recorded");
        }
    }

    @Test
    void everyPageWorksOnANarrowScreenAndWithoutScripts() {
        try (BrowserContext context = context(
                new Browser.NewContextOptions().setViewportSize(390, 844).setJavaScriptEnabled(false))) {
            Page page = context.newPage();
            List<String> all = new ArrayList<>(PAGES);
            all.add(someFinding(page));
            for (String path : all) {
                page.navigate(at(path));
                assertThat(page.locator("h1").innerText()).as(path).isNotBlank();
                assertThat(page.locator("main").boundingBox().width).as(path).isLessThanOrEqualTo(390);
                assertThat(scrolledSideways(page)).as(path).isZero();
                assertThat(page.locator("main .empty").count()).as(path).isEqualTo(path.equals("/files") ? 1 : 0);
            }
            // There the river is read down the page first; the drawing scrolls in a box of its own.
            assertThat(page.locator(".river-table").boundingBox().y)
                    .isLessThan(page.locator(".river-box").boundingBox().y);
            page.navigate(at("/findings?trait=denied"));
            assertThat(page.locator("[data-rows] tbody tr").count()).isPositive();
            page.navigate(at("/review"));
            String before = page.locator("#waiting").innerText();
            page.locator("button[value=accept]").click();
            page.waitForCondition(() -> !before.equals(page.locator("#waiting").innerText()));
        }
    }

    /** By how much the page itself, and not a box in it, can be moved to the side. */
    private static int scrolledSideways(Page page) {
        return ((Number) page.evaluate("() => document.documentElement.scrollWidth - innerWidth")).intValue();
    }

    @Test
    void tenStatementsAreReviewedByKeyboardOneEditedAndOneTakenBack() {
        try (BrowserContext context = context(wide())) {
            Page page = context.newPage();
            page.navigate(at("/review"));
            page.waitForLoadState();
            int waiting = number(page.locator("#waiting").innerText());
            for (int i = 0; i < 10; i++) {
                String form = page.locator("#decision").getAttribute("action");
                page.keyboard().press(i % 4 == 3 ? "r" : "a");
                awaitNext(page, form);
            }
            assertThat(number(page.locator("#waiting").innerText())).isEqualTo(waiting - 10);
            String edited = page.locator("#decision").getAttribute("action");
            page.keyboard().press("e");
            page.locator("#speaker").fill("Orchard Watch");
            page.locator("button[value=edit]").click();
            awaitNext(page, edited);
            page.navigate(at(edited));
            assertThat(page.locator("article .badge").first().innerText()).isEqualTo("edited");
            // What follows from an edit is worked out in the background; it shows as soon as that is done.
            page.waitForCondition(() -> {
                page.reload();
                return page.locator("article").innerText().contains("Orchard Watch");
            });
            page.navigate(at("/review"));
            page.waitForLoadState();
            page.keyboard().press("u");
            page.waitForCondition(() -> number(page.locator("#waiting").innerText()) == waiting - 10);
        }
    }

    /** The form of the next statement is there, and so are the keys: a page hears none before its script has run. */
    private static void awaitNext(Page page, String form) {
        page.waitForCondition(() -> !form.equals(page.locator("#decision").getAttribute("action")));
        page.waitForLoadState();
    }

    private static int number(String text) {
        return Integer.parseInt(text.replaceAll("\\D+", ""));
    }

    @Test
    void wordsThatAreSelectedBecomeAStatementByHandWhichCanBeTakenBack() throws Exception {
        try (BrowserContext context = context(wide())) {
            Page page = context.newPage();
            page.navigate(at("/search?q=posts"));
            page.locator("#content .list a").first().click();
            page.waitForURL("**/documents/doc_*");
            page.waitForLoadState();
            String words = (String) page.evaluate("""
                    () => {
                      const run = [...document.querySelectorAll("[data-text] p > span")]
                        .find((each) => each.textContent.trim().split(/\\s+/).length > 9);
                      const range = document.createRange();
                      range.selectNodeContents(run);
                      getSelection().removeAllRanges();
                      getSelection().addRange(range);
                      return getSelection().toString();
                    }""");
            page.waitForCondition(
                    () -> page.locator("form[data-add] #quote").inputValue().equals(words));
            page.locator("#addkind").selectOption("site-count");
            page.locator("form[data-add][action$='/add'] button").click();
            page.waitForURL("**/add?*");

            page.locator("form[action$='/add'] button").click();
            page.locator(".note[role=alert]").waitFor();
            assertThat(page.locator(".note[role=alert]").innerText()).contains("no slot is filled");
            assertThat(page.locator("#quote").inputValue()).isEqualTo(words.strip());

            page.locator("#slot-count").fill("7..");
            page.locator("#slot-scope").fill("Norway");
            page.locator("#speaker").fill("Orchard Watch");
            page.locator("form[action$='/add'] button").click();
            page.waitForURL("**/documents/doc_*#st_*");
            // The page comes after four seconds at the latest, whether the statement is worked in by then or not.
            page.waitForCondition(() -> {
                if (page.locator(".anchor:target").count() == 0) {
                    page.reload();
                }
                return page.locator(".anchor:target").count() == 1;
            });
            String id = page.url().replaceAll(".*#", "");
            Locator note = page.locator(".side-note:has(a[href='#" + id + "'])");
            assertThat(note.innerText()).contains("added", "Norway", "Orchard Watch");
            note.locator(".decide").click();
            page.locator("form[action*='/decisions/'] button").last().click();
            page.waitForURL("**/review");
            assertThat(page.locator("h1").innerText()).isEqualTo("Review");
        }
    }

    @Test
    void namesThatWereJoinedAreReviewedByKeyboardAndTakenBack() {
        try (BrowserContext context = context(wide())) {
            Page page = context.newPage();
            page.navigate(at("/review"));
            page.locator(".queues a").last().click();
            page.waitForURL("**/review/names");
            page.waitForLoadState();
            int waiting = number(page.locator("#waiting").innerText());
            assertThat(waiting).isGreaterThan(2);
            assertThat(page.locator("article dd").first().innerText()).isNotBlank();
            String first = page.locator("input[name=name]").inputValue();
            page.keyboard().press("a");
            page.waitForCondition(() -> number(page.locator("#waiting").innerText()) == waiting - 1);
            page.waitForLoadState();
            String second = page.locator("input[name=name]").inputValue();
            assertThat(second).isNotEqualTo(first);
            page.keyboard().press("u");
            page.waitForCondition(() -> number(page.locator("#waiting").innerText()) == waiting);
            page.waitForLoadState();
            assertThat(page.locator("input[name=name]").inputValue()).isEqualTo(first);
        }
    }

    @Test
    void namesAreMergedAndTakenApartAgain() {
        try (BrowserContext context = context(wide())) {
            Page page = context.newPage();
            page.navigate(at("/names?kind=organisation"));
            Locator rows = page.locator("[data-rows] tbody a.strong");
            assertThat(rows.count()).isGreaterThan(1);
            String one = rows.nth(0).innerText();
            String other = rows.nth(1).innerText();
            rows.nth(0).click();
            page.locator("#other").fill(other);
            page.locator("#why").fill("one letterhead");
            page.locator("form[action$=merge] button").click();
            page.navigate(at("/names?words=" + URLEncoder.encode(one, StandardCharsets.UTF_8)));
            page.locator("[data-rows] tbody a.strong").first().click();
            page.waitForCondition(() -> {
                page.reload();
                return page.locator("table").first().innerText().contains(other);
            });
            String joined = page.url();
            page.locator("form[action*='/undo'] button").first().click();
            awaitName(page, other);

            page.navigate(at("/names?words=" + URLEncoder.encode(one, StandardCharsets.UTF_8)));
            page.locator("[data-rows] tbody a.strong").first().click();
            page.locator("#other").fill(other);
            page.locator("form[action$=merge] button").click();
            page.navigate(joined);
            Locator split = page.locator("tr", new Page.LocatorOptions().setHasText(other))
                    .locator("form[action$=split] button");
            page.waitForCondition(() -> {
                page.reload();
                return split.count() > 0;
            });
            split.first().click();
            awaitName(page, other);
        }
    }

    /** What follows from a decision on names is worked out in the background. */
    private static void awaitName(Page page, String name) {
        page.navigate(at("/names?words=" + URLEncoder.encode(name, StandardCharsets.UTF_8)));
        page.waitForCondition(() -> {
            page.reload();
            return page.locator("[data-rows] tbody a.strong").allInnerTexts().contains(name);
        });
    }

    @Test
    void aSentenceIsReachedByKeyboardAlone() {
        try (BrowserContext context = context(wide())) {
            Page page = context.newPage();
            page.navigate(at("/findings"));
            page.waitForLoadState();
            page.keyboard().press("Tab");
            assertThat(page.evaluate("() => document.activeElement.className")).isEqualTo("skip");
            page.keyboard().press("Enter");
            page.waitForCondition(() -> "main".equals(page.evaluate("() => document.activeElement.id")));
            page.keyboard().press("j");
            page.keyboard().press("Enter");
            page.waitForURL("**/findings/f_*");
            page.waitForLoadState();
            for (int i = 0; i < STEPS_MOST && !isOn(page, "river-carrier"); i++) {
                page.keyboard().press("Tab");
            }
            assertThat(isOn(page, "river-carrier")).isTrue();
            String sentence = (String) page.evaluate("() => document.activeElement.dataset.sentence");
            assertThat(page.locator("#river-note").innerText()).contains(sentence);
            page.keyboard().press("Enter");
            page.waitForURL("**/documents/doc_*#st_*");
            assertThat(page.locator(".anchor:target").count()).isEqualTo(1);
        }
    }

    private static boolean isOn(Page page, String style) {
        return (boolean) page.evaluate("style => document.activeElement.classList.contains(style)", style);
    }

    @Test
    void filesAreAddedWithProgressAndTheirFindingsAppear() throws Exception {
        Path article = Files.writeString(folder.resolve("orchard.txt"), """
                The Practice Post

                The Orchard Watch said on 3 May 2022 that it had counted 12 Chinese police stations in Iceland.
                """);
        try (BrowserContext context = context(wide())) {
            Page page = context.newPage();
            page.navigate(at("/"));
            page.locator("#files").setInputFiles(article);
            page.locator("form[data-drop] button").click();
            page.waitForURL("**/files");
            page.locator("#run [data-run=again]").waitFor(new Locator.WaitForOptions().setTimeout(60_000));
            assertThat(page.locator("#run progress").isVisible()).isTrue();
            assertThat(page.locator("#run [data-run=work]").innerText()).isNotBlank();
            page.navigate(at("/search?q=Orchard"));
            assertThat(page.locator("#content .list").innerText()).contains("Orchard Watch");
            page.navigate(at("/findings?country=IS"));
            assertThat(page.locator("[data-rows] tbody tr").count()).isPositive();
        }
    }

    @Test
    void aGradeIsRecordedShownAndTakenBack() {
        try (BrowserContext context = context(wide())) {
            Page page = context.newPage();
            page.navigate(at(someFinding(page)));
            page.locator("#source").selectOption("B");
            page.locator("#information").selectOption("2");
            page.locator("form[action$=grade] textarea").fill("two officials confirm it");
            page.locator("form[action$=grade] button").click();
            page.waitForCondition(
                    () -> page.locator(".actions").first().innerText().contains("graded B2"));
            page.waitForCondition(() -> page.locator("main").innerText().contains("two officials confirm it"));
            page.locator("form[action*='/undo'] button").first().click();
            page.waitForCondition(
                    () -> !page.locator(".actions").first().innerText().contains("graded B2"));
        }
    }

    @Test
    void theInterfaceSpeaksFourLanguages() {
        try (BrowserContext context = context(wide())) {
            Page page = context.newPage();
            page.navigate(at("/findings"));
            for (List<String> each : List.of(
                    List.of("zh-Hans", "发现", "应对"),
                    List.of("zh-Hant", "發現", "應對"),
                    List.of("es", "Hallazgos", "Respuesta"),
                    List.of("en", "Findings", "Response"))) {
                page.locator("#tag").selectOption(each.get(0));
                page.locator("html[lang='" + each.get(0) + "']").waitFor();
                page.waitForLoadState();
                assertThat(page.locator("h1").innerText()).isEqualTo(each.get(1));
                assertThat(page.locator("#kind option[value=response]").innerText())
                        .startsWith(each.get(2));
            }
        }
    }
}
