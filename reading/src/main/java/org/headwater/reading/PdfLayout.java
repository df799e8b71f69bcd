package org.headwater.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts a printed layout back into running text: takes away what every page repeats at its head or foot, joins lines to
 * paragraphs, also across pages, and words that were divided at the end of a line.
 */
final class PdfLayout {
    /** Begins a line that begins a paragraph. */
    static final char PARAGRAPH = '\uE000';

    private static final int EDGE_LINES = 3;
    private static final Pattern PAGE_NUMBER = Pattern.compile(
            "(?i)[^\\p{L}\\d]*(?:page |seite |página |pagina |第)?\\s*(?:\\d{1,4}|[ivxlc]{1,6})\\s*页?\\s*(?:(?:of|von|de|di|van|/)\\s*\\d{1,4})?[^\\p{L}\\d]*");
    private static final Pattern DIVIDED = Pattern.compile("(?<start>\\p{L}+)[-\u2010\u00ad]$");
    private static final Pattern WORD = Pattern.compile("[\\p{L}]+(?:-\\p{L}+)*");

    private final Set<String> words = new HashSet<>();

    private PdfLayout() {}

    /** The text of pages given as lines. */
    static String paragraphs(List<List<String>> pages) {
        PdfLayout layout = new PdfLayout();
        List<List<String>> bodies = withoutEdges(pages);
        bodies.forEach(page -> page.forEach(layout::learn));
        return layout.join(bodies);
    }

    private static List<List<String>> withoutEdges(List<List<String>> pages) {
        if (pages.size() < 2) {
            return pages;
        }
        Map<String, Integer> heads = new HashMap<>();
        Map<String, Integer> feet = new HashMap<>();
        for (List<String> page : pages) {
            edge(page, true).forEach(line -> heads.merge(line, 1, Integer::sum));
            edge(page, false).forEach(line -> feet.merge(line, 1, Integer::sum));
        }
        List<List<String>> bodies = new ArrayList<>();
        for (List<String> page : pages) {
            int begin = 0;
            int end = page.size();
            while (begin < end && begin < EDGE_LINES && isEdge(page.get(begin), heads, pages.size())) {
                begin++;
            }
            while (end > begin && page.size() - end < EDGE_LINES && isEdge(page.get(end - 1), feet, pages.size())) {
                end--;
            }
            bodies.add(page.subList(begin, end));
        }
        return bodies;
    }

    private static Set<String> edge(List<String> page, boolean head) {
        int n = Math.min(EDGE_LINES, page.size());
        Set<String> lines = new HashSet<>();
        page.subList(head ? 0 : page.size() - n, head ? n : page.size()).forEach(line -> lines.add(form(line)));
        return lines;
    }

    /** A line with its numbers blotted out, so that page 3's foot equals page 4's. */
    private static String form(String line) {
        return bare(line).replaceAll("\\d+", "#");
    }

    private static boolean isEdge(String line, Map<String, Integer> counts, int pages) {
        int count = counts.getOrDefault(form(line), 0);
        return PAGE_NUMBER.matcher(bare(line)).matches() || (count >= 2 && count * 2 > pages);
    }

    private static String bare(String line) {
        return line.replace(String.valueOf(PARAGRAPH), "").strip();
    }

    private void learn(String line) {
        Matcher matcher = WORD.matcher(bare(line));
        while (matcher.find()) {
            if (matcher.end() < bare(line).length()) {
                words.add(matcher.group().toLowerCase(Locale.ROOT));
            }
        }
    }

    private String join(List<List<String>> pages) {
        StringBuilder text = new StringBuilder();
        int full = fullLine(pages);
        boolean brokenOff = false;
        for (List<String> page : pages) {
            boolean first = true;
            for (String line : page) {
                String bare = bare(line);
                if (bare.isEmpty()) {
                    continue;
                }
                boolean begins = line.indexOf(PARAGRAPH) >= 0;
                begins |= brokenOff;
                brokenOff = bare.length() < full * 0.6 && !DIVIDED.matcher(bare).find();
                boolean goesOn = text.length() > 0 && goesOn(text, bare);
                if (text.length() == 0) {
                    text.append(bare);
                } else if ((begins || first) && !goesOn) {
                    text.append("\n\n").append(bare);
                } else {
                    glue(text, bare);
                }
                first = false;
            }
        }
        return text.toString();
    }

    /** The length that all but the longest tenth of the lines keep to; a far shorter line ends its paragraph. */
    private static int fullLine(List<List<String>> pages) {
        int[] lengths = pages.stream()
                .flatMap(List::stream)
                .mapToInt(String::length)
                .sorted()
                .toArray();
        int full = lengths.length == 0 ? 0 : lengths[(int) (lengths.length * 0.9)];
        return full < 40 ? 0 : full;
    }

    /** Whether a paragraph that seems to end goes on: its sentence is open and the next line begins in small letters. */
    private static boolean goesOn(CharSequence text, String next) {
        char last = text.charAt(text.length() - 1);
        return Character.isLowerCase(next.codePointAt(0))
                && (Character.isLetter(last) || last == ',' || last == '-' || last == '\u00ad');
    }

    private void glue(StringBuilder text, String next) {
        int lineStart = Math.max(0, text.length() - 80);
        Matcher divided = DIVIDED.matcher(text.substring(lineStart));
        if (divided.find() && Character.isLowerCase(next.codePointAt(0))) {
            Matcher rest = WORD.matcher(next);
            String end = rest.lookingAt() ? rest.group() : "";
            String hyphened = (divided.group("start") + "-" + end).toLowerCase(Locale.ROOT);
            if (!words.contains(hyphened)) {
                text.setLength(text.length() - 1);
            }
            text.append(next);
        } else if (isWide(text.charAt(text.length() - 1)) && isWide(next.charAt(0))) {
            text.append(next);
        } else {
            text.append(' ').append(next);
        }
    }

    /** Scripts that put no space between words. */
    private static boolean isWide(char c) {
        return Character.isIdeographic(c) || (c >= 0x3000 && c <= 0x30FF) || (c >= 0xFF00 && c <= 0xFFEF);
    }
}
