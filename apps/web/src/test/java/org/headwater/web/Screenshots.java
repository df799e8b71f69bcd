package org.headwater.web;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Takes a picture of each page of a case that is served, in both colour schemes and on a narrow screen. Not a test: run by
 * hand, as {@code docs/browser.md} tells, when pages have changed.
 */
final class Screenshots {
    private static final Map<String, String> PAGES = Map.ofEntries(
            Map.entry("overview", "/"),
            Map.entry("findings", "/findings"),
            Map.entry("documents", "/documents"),
            Map.entry("review", "/review"),
            Map.entry("names", "/names"),
            Map.entry("responses", "/responses"),
            Map.entry("timeline", "/timeline"),
            Map.entry("map", "/map"),
            Map.entry("network", "/network"),
            Map.entry("search", "/search?q=station"),
            Map.entry("custody", "/custody"),
            Map.entry("files", "/files"));

    private Screenshots() {}

    /** Arguments: the one-time address, the folder for the pictures, and names of pages to take only those. */
    public static void main(String[] arguments) {
        List<String> only = List.of(arguments).subList(2, arguments.length);
        Path folder = Path.of(arguments[1]);
        String key = arguments[0];
        String root = key.substring(0, key.indexOf("/enter"));
        try (Chromium chromium = Chromium.open()) {
            Browser browser = chromium.browser();
            String state;
            try (BrowserContext context = browser.newContext()) {
                Page page = context.newPage();
                page.navigate(key);
                page.waitForURL(root + "/");
                state = context.storageState();
            }
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                try (BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                        .setStorageState(state)
                        .setViewportSize(1280, 860)
                        .setColorScheme(scheme))) {
                    all(context, root, folder, scheme.name().toLowerCase(java.util.Locale.ROOT), only);
                }
            }
            try (BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                    .setStorageState(state)
                    .setViewportSize(390, 780)
                    .setDeviceScaleFactor(1.5)
                    .setColorScheme(ColorScheme.LIGHT))) {
                all(context, root, folder, "narrow", only);
            }
        }
    }

    private static void all(BrowserContext context, String root, Path folder, String kind, List<String> only) {
        Page page = context.newPage();
        page.navigate(root + "/findings");
        String finding = page.locator("[data-rows] tbody a.strong").first().getAttribute("href");
        page.navigate(root + finding);
        String document = page.locator(".river-carrier").first().getAttribute("href");
        take(page, root + finding, folder, "finding-" + kind, only);
        take(page, root + document.replaceAll("#.*", ""), folder, "document-" + kind, only);
        PAGES.forEach((name, path) -> take(page, root + path, folder, name + "-" + kind, only));
    }

    private static void take(Page page, String address, Path folder, String name, List<String> only) {
        if (!only.isEmpty() && only.stream().noneMatch(name::startsWith)) {
            return;
        }
        boolean isNarrow = name.endsWith("-narrow");
        page.setViewportSize(isNarrow ? 390 : 1280, isNarrow ? 844 : name.startsWith("finding-") ? 1_360 : 900);
        page.navigate(address);
        page.screenshot(new Page.ScreenshotOptions().setPath(folder.resolve(name + ".png")));
    }
}
