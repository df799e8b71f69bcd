package org.headwater.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import org.headwater.casefile.Case;
import org.headwater.casefile.CaseSettings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where there is nothing yet, and where something is refused, a page says so and leads on. */
class EmptyCaseTest {
    private static final List<String> EMPTY = List.of(
            "/findings",
            "/responses",
            "/timeline",
            "/map",
            "/network",
            "/documents",
            "/review",
            "/review/names",
            "/names",
            "/search?q=posts");

    private static Served served;
    private static Chromium chromium;

    @BeforeAll
    static void serve(@TempDir Path folder) throws Exception {
        Path made = folder.resolve("empty.case");
        Case.openOrCreate(made, CaseSettings.usual(Served.CLOCK, "analyst")).close();
        served = Served.again(made);
        chromium = Chromium.open();
    }

    @AfterAll
    static void end() {
        chromium.close();
        served.close();
    }

    private static String at(String path) {
        return served.server.address().resolve(path).toString();
    }

    private static Browser.NewContextOptions dark() {
        return new Browser.NewContextOptions().setColorScheme(ColorScheme.DARK);
    }

    @Test
    void everyEmptyPageLeadsToWhereItIsFilled() {
        try (BrowserContext context = chromium.browser().newContext(dark())) {
            Page page = context.newPage();
            page.navigate(served.server.oneTimeAddress().toString());
            page.waitForURL(served.server.address().toString());
            assertThat(page.locator("main input[type=file]").count()).isEqualTo(1);
            Accessible.assertIs(page);
            for (String path : EMPTY) {
                page.navigate(at(path));

                assertThat(page.locator("main .empty").innerText()).as(path).isNotBlank();
                assertThat(page.locator("main .empty a[href='/files']").count())
                        .as(path)
                        .isEqualTo(1);
                Accessible.assertIs(page);
            }
            page.navigate(at("/timeline?kind=site"));
            assertThat(page.locator("main .empty a").getAttribute("href")).isEqualTo("/timeline");
            assertThat(served.faults).isEmpty();
        }
    }

    @Test
    void whatIsRefusedIsAPageLikeAnyOther() {
        try (BrowserContext context = chromium.browser().newContext(dark())) {
            Page page = context.newPage();
            for (String path : List.of("/", "/enter?key=0123")) {
                page.navigate(at(path));
                assertThat(page.locator("main").innerText()).as(path).contains("key");
                Accessible.assertIs(page);
            }
            page.navigate(served.server.oneTimeAddress().toString());
            page.waitForURL(served.server.address().toString());
            for (String path : List.of("/nowhere", "/findings/f_00000000000000000000", "/documents/doc_0")) {
                page.navigate(at(path));
                assertThat(page.locator("main a").count()).as(path).isPositive();
                Accessible.assertIs(page);
            }
            page.navigate(at("/"));
            page.locator("form[action='/keys'] button").click();
            page.waitForURL("**/keys");
            Accessible.assertIs(page);
        }
    }
}
