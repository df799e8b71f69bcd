package org.headwater.reading;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.dankito.readability4j.Readability4J;
import org.headwater.model.Known;
import org.headwater.reading.article.Facts;
import org.headwater.reading.article.PlainArticle;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * Web pages: the article among the menus, its paragraphs divided by blank lines, its headline above them. Nothing a page
 * refers to is fetched.
 */
final class HtmlPage implements Format {
    /** Deeper elements become siblings: no honest page nests so far, and tree walks stay shallow. */
    private static final int DEPTH_MOST = 256;

    private static final int SHORT = 200;
    private static final int ELEMENTS_MOST = 20_000;
    private static final Pattern CHARSET =
            Pattern.compile("charset\\s*=\\s*[\"']?([A-Za-z0-9_:.-]{2,40})", Pattern.CASE_INSENSITIVE);
    private static final Pattern ENTITY = Pattern.compile("<!ENTITY\\s", Pattern.CASE_INSENSITIVE);
    private static final String FURNITURE =
            "nav, aside, form, dialog, menu, [role=navigation], [role=alert], [role=banner], [role=complementary], [role=dialog],"
                    + " [role=search], [aria-hidden=true], [hidden], .ad, .ads, .advert, .advertisement, [class*=sponsor],"
                    + " [class*=newsletter], [class*=cookie], [class*=social], [class*=share], [class*=related], #comments, .comments";
    private static final Pattern AFTERMATH = Pattern.compile(
            "^(?:leave a (?:reply|comment)|(?:\\d+ )?(?:comments?|replies|responses)(?: \\(\\d+\\))?|\\d+ thoughts? on .*"
                    + "|related (?:articles|stories|posts|news)|more on this (?:story|topic)|most read.*|you may also like|read also"
                    + "|start the conversation|join the conversation)$",
            Pattern.CASE_INSENSITIVE);

    private final ReadingLimits limits;

    HtmlPage(ReadingLimits limits) {
        this.limits = limits;
    }

    @Override
    public String reader() {
        return "html@1";
    }

    @Override
    public boolean isBoundedByLength() {
        return true;
    }

    @Override
    public void read(Source source, Sink sink) throws Refusal, IOException {
        byte[] bytes = Bytes.ofText(source, limits);
        Decoded decoded = Decoded.of(bytes, declared(bytes));
        sink.document(read(decoded.text(), source.address(), decoded.note()));
    }

    /** Reads a page that is decoded already, such as the body of a mail. */
    Reading read(String html, Optional<String> captured, Optional<String> note) throws Refusal {
        Bytes.checkUnits(html.length(), limits);
        if (ENTITY.matcher(html.substring(0, Math.min(html.length(), 4096))).find()) {
            throw new Refusal(Fault.ENTITY_BOMB, "its document type declares entities");
        }
        Document page = Parser.htmlParser().setMaxDepth(DEPTH_MOST).parseInput(html, captured.orElse(""));
        Facts facts = PageFacts.of(page, captured);
        String text = mainText(page);
        if (text.isBlank()) {
            throw new Refusal(Fault.NO_TEXT, "the page holds no text outside its menus and scripts");
        }
        Known<String> title = facts.title();
        if (title.isKnown() && !startsWith(text, title.orElse(""))) {
            text = title.orElse("") + "\n\n" + text;
        }
        Facts printed = PlainArticle.facts(text);
        Facts all = facts.orElse(facts.outlet().isKnown() ? printed : printed.withOutlet(linesOnly(printed.outlet())));
        all = all.withPublished(Facts.first(all.published(), PageFacts.dayInPath(all.address())))
                .withOutlet(Facts.first(all.outlet(), PageFacts.host(all.address())));
        return Reading.whole(text, all, notes(note));
    }

    /** All words of a page that has no menus, such as a mail. */
    String wholeText(String html) throws Refusal {
        Bytes.checkUnits(html.length(), limits);
        Document page = Parser.htmlParser().setMaxDepth(DEPTH_MOST).parseInput(html, "");
        return HtmlText.of(page.body(), limits.textUnits());
    }

    /** A masthead is a habit of plain text: on a page, what stands first is the headline. */
    private static Known<String> linesOnly(Known<String> outlet) {
        return outlet.how().startsWith("masthead") ? Known.unknown() : outlet;
    }

    private static List<String> notes(Optional<String> note) {
        List<String> notes = new ArrayList<>();
        note.ifPresent(notes::add);
        return notes;
    }

    private String mainText(Document page) {
        page.select(FURNITURE).remove();
        page.select("header, footer").stream()
                .filter(element -> element.closest("article") == null)
                .toList()
                .forEach(Element::remove);
        cutAftermath(page);
        String all = HtmlText.of(page.body(), limits.textUnits());
        String main = article(page);
        return main.length() < SHORT && all.length() > main.length() ? all : main;
    }

    /** The article among the rest; of pages so large that finding it would take its time squared, nothing. */
    private String article(Document page) {
        if (page.stream().limit(ELEMENTS_MOST + 1L).count() > ELEMENTS_MOST) {
            return "";
        }
        Element content = new Readability4J("", page).parse().getArticleContent();
        return content == null ? "" : HtmlText.of(content, limits.textUnits());
    }

    /** What follows a heading such as "Leave a reply" is no part of the article. */
    private static void cutAftermath(Document page) {
        for (Element heading : page.select("h2, h3, h4, h5")) {
            if (!AFTERMATH.matcher(heading.text().strip()).matches() || heading.parent() == null) {
                continue;
            }
            int before = heading.previousElementSiblings().stream()
                    .mapToInt(each -> each.text().length())
                    .sum();
            int after = heading.nextElementSiblings().stream()
                    .mapToInt(each -> each.text().length())
                    .sum();
            if (before >= after) {
                heading.nextElementSiblings().remove();
            }
            heading.remove();
        }
    }

    private static boolean startsWith(String text, String title) {
        String flat =
                text.substring(0, Math.min(text.length(), title.length() + 200)).replaceAll("[\\s\\p{P}]+", " ");
        return flat.contains(title.replaceAll("[\\s\\p{P}]+", " ").strip());
    }

    /** The encoding that the page's first bytes declare. */
    private static Optional<Charset> declared(byte[] bytes) {
        String head = new String(Arrays.copyOf(bytes, Math.min(bytes.length, 4096)), StandardCharsets.ISO_8859_1);
        Matcher matcher = CHARSET.matcher(head);
        if (!matcher.find()) {
            return Optional.empty();
        }
        String name = matcher.group(1);
        try {
            Charset charset = Charset.forName(name.equalsIgnoreCase("gb2312") ? "GB18030" : name);
            return Optional.of(charset.equals(StandardCharsets.ISO_8859_1) ? Charset.forName("windows-1252") : charset);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }
}
