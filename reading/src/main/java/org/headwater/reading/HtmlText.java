package org.headwater.reading;

import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/** The words of a piece of a page: its blocks as paragraphs with a blank line between, line breaks as line ends. */
final class HtmlText implements NodeFilter {
    private static final Set<String> SILENT = Set.of(
            "script",
            "style",
            "noscript",
            "template",
            "svg",
            "math",
            "head",
            "button",
            "select",
            "textarea",
            "iframe",
            "object",
            "audio",
            "video",
            "canvas",
            "input");

    private final StringBuilder text = new StringBuilder();
    private final int most;
    private boolean blank = true;
    private int pendingBreaks;

    private HtmlText(int most) {
        this.most = most;
    }

    /** The words below an element, at most so many units of them and a few more. */
    static String of(Element root, int most) {
        HtmlText walk = new HtmlText(most);
        root.filter(walk);
        return walk.text.toString();
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (text.length() > most) {
            return FilterResult.STOP;
        }
        if (node instanceof TextNode words) {
            append(words.getWholeText());
        } else if (node instanceof Element element) {
            if (SILENT.contains(element.normalName()) || element.hasAttr("hidden")) {
                return FilterResult.SKIP_ENTIRELY;
            }
            breakAround(element);
        }
        return FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (node instanceof Element element && !element.normalName().equals("br")) {
            breakAround(element);
        }
        return FilterResult.CONTINUE;
    }

    private void breakAround(Element element) {
        String name = element.normalName();
        if (name.equals("br")) {
            pendingBreaks = Math.max(pendingBreaks, 1);
            blank = true;
        } else if (name.equals("td") || name.equals("th")) {
            append(" ");
        } else if (name.equals("li") || name.equals("tr")) {
            pendingBreaks = Math.max(pendingBreaks, 1);
            blank = true;
        } else if (element.isBlock()) {
            pendingBreaks = 2;
            blank = true;
        }
    }

    /** White space of any length is one space, none at the beginning of a line. */
    private void append(String words) {
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            if (c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' || c == '\u00a0') {
                if (!blank) {
                    blank = true;
                    pendingBreaks = -1;
                }
                continue;
            }
            if (c == '\u00ad' || c == '\u200b' || c == '\ufeff') {
                continue;
            }
            separate();
            text.append(c);
            blank = false;
        }
    }

    private void separate() {
        if (text.length() > 0 && pendingBreaks != 0) {
            text.append(pendingBreaks < 0 ? " " : pendingBreaks == 1 ? "\n" : "\n\n");
        }
        pendingBreaks = 0;
    }
}
