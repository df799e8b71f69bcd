package org.headwater.evidence.capture;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** What a page shows besides its own words: pictures, styles, and what styles name in turn. Scripts and frames are none. */
final class Parts {
    /** No page of use is longer; what comes after is not looked at. */
    private static final int LOOKED_AT_BYTES = 16 << 20;

    private static final Pattern CHOICES = Pattern.compile(",\\s+");
    private static final Pattern CSS = Pattern.compile(
            "(?i)url\\(\\s*[\"']?([^\"')\\s]{1,4000})[\"']?\\s*\\)|@import\\s+[\"']([^\"'\\s]{1,4000})[\"']");

    private Parts() {}

    /** Addresses in the order of the page, each once. */
    static Set<URI> ofPage(InputStream html, URI base) throws IOException {
        Set<URI> parts = new LinkedHashSet<>();
        Document page =
                Jsoup.parse(new java.io.ByteArrayInputStream(html.readNBytes(LOOKED_AT_BYTES)), null, base.toString());
        for (Element style : page.select("link[href][rel~=(?i)(?:stylesheet|icon)]")) {
            add(style.absUrl("href"), parts);
        }
        for (Element picture : page.select("img[src], input[type=image][src]")) {
            add(picture.absUrl("src"), parts);
        }
        for (Element picture : page.select("img[data-src]")) {
            add(picture.absUrl("data-src"), parts);
        }
        for (Element poster : page.select("video[poster]")) {
            add(poster.absUrl("poster"), parts);
        }
        for (Element set : page.select("img[srcset], source[srcset]")) {
            for (String choice : CHOICES.split(set.attr("srcset"), -1)) {
                String address = choice.strip().split(" ", 2)[0];
                if (!address.isEmpty()) {
                    WebAddress.resolve(based(page, base), address).ifPresent(parts::add);
                }
            }
        }
        for (Element style : page.select("style")) {
            addStyle(style.data(), base, parts);
        }
        for (Element styled : page.select("[style*=url]")) {
            addStyle(styled.attr("style"), base, parts);
        }
        return parts;
    }

    private static URI based(Document page, URI base) {
        return WebAddress.readable(page.baseUri()).orElse(base);
    }

    /** What a style sheet names. */
    static Set<URI> ofStyle(InputStream css, URI base) throws IOException {
        Set<URI> parts = new LinkedHashSet<>();
        addStyle(new String(css.readNBytes(LOOKED_AT_BYTES), StandardCharsets.UTF_8), base, parts);
        return parts;
    }

    private static void addStyle(String css, URI base, Set<URI> parts) {
        Matcher matcher = CSS.matcher(css);
        while (matcher.find()) {
            String named = matcher.group(1) != null ? matcher.group(1) : matcher.group(2);
            WebAddress.resolve(base, named).ifPresent(parts::add);
        }
    }

    /** What is no address to fetch, such as a picture within the page itself, is none. */
    private static void add(String address, Set<URI> parts) {
        WebAddress.readable(address).ifPresent(parts::add);
    }
}
