package org.headwater.reading;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import org.headwater.model.Document;
import org.headwater.model.Known;
import org.junit.jupiter.api.Test;

class HtmlPageTest {
    private static final String FIRST =
            "The old ferry will not sail again before the spring, the harbour office said on Monday.";
    private static final String SECOND =
            "The parts that it needs are made by one firm only, which is on holiday until the end of"
                    + " the month, and nobody else has the drawings, a mechanic said.";

    @Test
    void readsTheArticleAndNotTheMenus() {
        Document document = Read.one(page(
                "<title>Ferry stays in port - Marsh Courier</title>",
                "<nav><a href=/>Home</a> <a href=/sea>Sea</a></nav><article><h1>Ferry stays in port</h1><p>" + FIRST
                        + "</p><p>" + SECOND
                        + "</p></article><div class=comments><p>First!</p></div><footer>Imprint</footer>"));
        assertThat(document.text()).isEqualTo("Ferry stays in port\n\n" + FIRST + "\n\n" + SECOND);
        assertThat(document.title().value()).contains("Ferry stays in port");
        assertThat(document.outlet()).isEqualTo(Known.of("Marsh Courier", "end of the title"));
        assertThat(document.published().isKnown()).isFalse();
    }

    @Test
    void trustsLinkedDataFirst() {
        Document document = Read.one(page(
                "<script type='application/ld+json'>{\"@graph\":[{\"@type\":\"WebSite\",\"name\":\"x\"},{\"@type\":[\"NewsArticle\"],"
                        + "\"headline\":\"Ferry stays\",\"datePublished\":\"2022-12-05T23:30:00+01:00\",\"author\":[{\"name\":\"Ann Reed\"},"
                        + "{\"name\":\"Bo Lund\"}],\"publisher\":{\"name\":\"Marsh Courier\"}}]}</script>"
                        + "<meta property='article:published_time' content='2022-12-07'><meta property='og:site_name' content='Other'>"
                        + "<link rel=canonical href='https://marsh.example/ferry'>",
                "<h1>Ferry stays</h1><p>" + FIRST + "</p><p>" + SECOND + "</p>"));
        assertThat(document.published().map(Object::toString))
                .isEqualTo(Known.of("2022-12-05", "JSON-LD datePublished"));
        assertThat(document.byline()).isEqualTo(Known.of("Ann Reed, Bo Lund", "JSON-LD author"));
        assertThat(document.outlet()).isEqualTo(Known.of("Marsh Courier", "JSON-LD publisher"));
        assertThat(document.address()).isEqualTo(Known.of("https://marsh.example/ferry", "canonical link"));
    }

    @Test
    void fallsBackToMetaTagsAndTime() {
        Document document = Read.one(page(
                "<meta property='og:site_name' content='Marsh Courier'><script type='application/ld+json'>{broken</script>",
                "<h1>Ferry stays</h1><time datetime='2022-12-05'>Monday</time><p>" + FIRST + "</p><p>" + SECOND
                        + "</p>"));
        assertThat(document.outlet().how()).isEqualTo("meta og:site_name");
        assertThat(document.published().how()).isEqualTo("time element");
    }

    @Test
    void takesTheHostAndTheDayOfTheAddressWhereThePageIsSilent() {
        Document document = Read.one(Source.ofBytes(
                "a.html",
                ("<!doctype html><!-- saved from url=(0043)https://www.marsh.example/2022/12/05/ferry.html --><html><body><p>"
                                + FIRST + "</p><p>" + SECOND + "</p></body></html>")
                        .getBytes(UTF_8)));
        assertThat(document.outlet()).isEqualTo(Known.of("marsh.example", "host name"));
        assertThat(document.published().map(Object::toString)).isEqualTo(Known.of("2022-12-05", "address"));
    }

    @Test
    void obeysTheEncodingThePageDeclares() {
        String html =
                "<html><head><meta charset=gb2312><title>x</title></head><body><p>港口因大风关闭，市长说本周末之前不会开放。</p></body></html>";
        Document document = Read.one(Source.ofBytes("a.html", html.getBytes(Charset.forName("GB18030"))));
        assertThat(document.text()).contains("港口因大风关闭");
        assertThat(document.language().value()).contains("zh-Hans");
    }

    private static Source page(String head, String body) {
        String html = "<!DOCTYPE html><html lang=en><head>" + head + "</head><body>" + body + "</body></html>";
        return Source.ofBytes("a.html", html.getBytes(UTF_8));
    }
}
