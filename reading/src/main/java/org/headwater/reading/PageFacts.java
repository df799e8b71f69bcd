package org.headwater.reading;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.headwater.model.Known;
import org.headwater.model.PartialDate;
import org.headwater.reading.article.Facts;
import org.headwater.reading.article.PageTitle;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * What a page's markup says about its article: JSON-LD first, then OpenGraph and meta tags, {@code <time>}, the title, and
 * as a last resort its address.
 */
final class PageFacts {
    private static final Pattern DAY = Pattern.compile("^\\s*(\\d{4})-?(\\d{2})-?(\\d{2})(?!\\d).*", Pattern.DOTALL);
    private static final Pattern DAY_IN_PATH = Pattern.compile("/((?:19|20)\\d{2})[/-](\\d{2})[/-](\\d{2})(?!\\d)");
    private static final Pattern SAVED_FROM = Pattern.compile("saved from url=\\(\\d+\\)(https?://\\S+)");
    private static final List<String> TITLE =
            List.of("og:title", "twitter:title", "dc.title", "citation_title", "headline");
    private static final List<String> OUTLET = List.of(
            "og:site_name",
            "dc.publisher",
            "dcterms.publisher",
            "citation_journal_title",
            "publisher",
            "copyright-holder");
    private static final List<String> BYLINE = List.of(
            "author",
            "article:author",
            "dc.creator",
            "dcterms.creator",
            "parsely-author",
            "citation_author",
            "byl",
            "sailthru.author");
    private static final List<String> PUBLISHED = List.of(
            "article:published_time",
            "og:article:published_time",
            "datepublished",
            "date",
            "dc.date.issued",
            "dc.date",
            "dcterms.date",
            "dcterms.created",
            "pubdate",
            "publishdate",
            "publish-date",
            "publication_date",
            "citation_publication_date",
            "parsely-pub-date",
            "sailthru.date",
            "cxenseparse:recs:publishtime",
            "rnews:datepublished");

    private final Document page;
    private final LinkedData data;

    private PageFacts(Document page) {
        this.page = page;
        this.data = LinkedData.of(page.select("script[type=application/ld+json]").stream()
                .map(Element::data)
                .toList());
    }

    static Facts of(Document page, Optional<String> captured) {
        PageFacts facts = new PageFacts(page);
        Known<String> address = facts.address(captured);
        String heading = Optional.ofNullable(page.selectFirst("article h1, main h1"))
                .or(() -> Optional.ofNullable(page.selectFirst("h1")))
                .map(Element::text)
                .orElse("");
        PageTitle title = PageTitle.of(page.title(), heading);
        return new Facts(
                facts.title(title, heading),
                facts.outlet(title),
                facts.byline(),
                facts.published(),
                facts.language(),
                address);
    }

    private Known<String> title(PageTitle title, String heading) {
        Known<String> known = said(data.text("headline"), "JSON-LD headline");
        known = Facts.first(
                known, meta(TITLE).map(text -> PageTitle.of(text, heading).headline()));
        known = Facts.first(known, said(Optional.of(heading), "first heading"));
        return Facts.first(known, said(Optional.of(title.headline()), "title"));
    }

    private Known<String> outlet(PageTitle title) {
        Known<String> known = said(data.text("publisher").filter(name -> !name.contains("://")), "JSON-LD publisher");
        known = Facts.first(known, meta(OUTLET));
        return Facts.first(known, said(title.outlet(), "end of the title"));
    }

    private Known<String> byline() {
        Known<String> known = said(data.text("author").filter(name -> !name.contains("://")), "JSON-LD author");
        Known<String> meta = meta(BYLINE);
        known = Facts.first(known, meta.orElse("").contains("://") ? Known.unknown() : meta);
        Element author = page.selectFirst("[itemprop=author], a[rel=author], .byline .author");
        return Facts.first(
                known, author == null ? Known.unknown() : said(Optional.of(author.text()), "marked as author"));
    }

    private Known<PartialDate> published() {
        Known<PartialDate> known = day(said(data.text("datePublished"), "JSON-LD datePublished"));
        for (String name : PUBLISHED) {
            known = Facts.first(known, day(meta(List.of(name))));
        }
        for (Element time : page.select(
                "time[pubdate], [itemprop=datePublished], article time[datetime], main time[datetime], time[datetime]")) {
            String value = time.hasAttr("datetime") ? time.attr("datetime") : time.attr("content");
            known = Facts.first(known, day(said(Optional.of(value), "time element")));
        }
        return known;
    }

    /** The day in an address, where a page states its date nowhere else. */
    static Known<PartialDate> dayInPath(Known<String> address) {
        Matcher path = DAY_IN_PATH.matcher(address.orElse(""));
        return path.find()
                ? day(Known.of(path.group(1) + "-" + path.group(2) + "-" + path.group(3), "address"))
                : Known.unknown();
    }

    /** The host, where a page names its outlet nowhere else. */
    static Known<String> host(Known<String> address) {
        try {
            String host = new URI(address.orElse("")).getHost();
            return host == null ? Known.unknown() : Known.of(host.replaceFirst("^www\\.", ""), "host name");
        } catch (URISyntaxException e) {
            return Known.unknown();
        }
    }

    private Known<String> language() {
        Element root = page.selectFirst("html[lang]");
        Known<String> known = root == null ? Known.unknown() : said(Optional.of(root.attr("lang")), "html lang");
        known = Facts.first(known, said(data.text("inLanguage"), "JSON-LD inLanguage"));
        return Facts.first(known, meta(List.of("og:locale", "content-language")))
                .map(tag -> tag.replace('_', '-'));
    }

    private Known<String> address(Optional<String> captured) {
        Known<String> known = said(captured, "captured address");
        Element canonical = page.selectFirst("link[rel=canonical][href]");
        if (canonical != null && canonical.attr("href").startsWith("http")) {
            known = Facts.first(known, said(Optional.of(canonical.attr("href")), "canonical link"));
        }
        Known<String> meta = meta(List.of("og:url"));
        known = Facts.first(known, meta.orElse("").startsWith("http") ? meta : Known.unknown());
        for (String comment : comments()) {
            Matcher saved = SAVED_FROM.matcher(comment);
            if (saved.find()) {
                known = Facts.first(known, said(Optional.of(saved.group(1)), "saved-from comment"));
            }
        }
        return known;
    }

    /** Comments above the page proper, where browsers note what they saved. */
    private List<String> comments() {
        List<String> comments = new ArrayList<>();
        page.childNodes().forEach(node -> {
            if (node instanceof Comment comment) {
                comments.add(comment.getData());
            }
        });
        return comments;
    }

    /** The first of these meta tags that says something, by name or by property. */
    private Known<String> meta(List<String> names) {
        for (String name : names) {
            for (Element meta : page.select("meta[content]")) {
                String key = meta.hasAttr("property")
                        ? meta.attr("property")
                        : meta.hasAttr("name") ? meta.attr("name") : meta.attr("itemprop");
                if (key.equalsIgnoreCase(name) && !meta.attr("content").isBlank()) {
                    return Known.of(meta.attr("content").strip(), "meta " + name);
                }
            }
        }
        return Known.unknown();
    }

    private static Known<String> said(Optional<String> text, String how) {
        return text.map(String::strip)
                .filter(words -> !words.isEmpty())
                .map(words -> Known.of(words, how))
                .orElse(Known.unknown());
    }

    private static Known<PartialDate> day(Known<String> written) {
        Matcher day = DAY.matcher(written.orElse(""));
        if (!day.matches()) {
            return Known.unknown();
        }
        try {
            return Known.of(PartialDate.parse(day.group(1) + "-" + day.group(2) + "-" + day.group(3)), written.how());
        } catch (IllegalArgumentException e) {
            return Known.unknown();
        }
    }
}
