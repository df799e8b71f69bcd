package org.headwater.lineage;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.headwater.model.Document;

/**
 * Where a document says that its words come from: the byline, the dateline "CITY (Agency) –", and lines such as "First
 * published by …" near its beginning and end.
 *
 * @param names what follows each cue, folded to words between single spaces, with the words that say so
 * @param agency the agency of a dateline, as printed; empty if there is none
 */
record Credits(List<Credit> names, Optional<String> agency) {
    private static final int HEAD = 400;
    private static final int TAIL = 700;
    private static final Pattern DATELINE =
            Pattern.compile("\\(([\\p{Lu}][\\p{L}\\p{N}.&\u2019' -]{1,40})\\)\\s*(?:[\u2013\u2014:]|-{1,2}\\s)");
    private static final Pattern CHINESE_DATELINE = Pattern.compile("[（(【]?([\\p{IsHan}]{2,8}社)[^\\n]{0,20}?[电電讯訊]");
    private static final Pattern PUBLISHED = Pattern.compile("(?iu)\\b(?:(?:first|originally|previously|also)\\s+"
            + "(?:published|appeared|reported|ran|posted|written|printed)|re-?published|re-?printed|re-?posted|courtesy"
            + "|with\\s+(?:the\\s+)?(?:kind\\s+)?permission)\\s+"
            + "(?:by|in|on|at|from|of|with)\\s+([^\\n]{2,80})");
    private static final Pattern SOURCE_LINE = Pattern.compile(
            "(?imu)^\\W*(?:source|credit|via|from|fuente|quelle|fonte|bron|zdroj|publicado\\s+originalmente\\s+en"
                    + "|zuerst\\s+erschienen\\s+(?:in|bei)|article\\s+original\\s*|publié\\s+d.abord\\s+(?:par|dans))"
                    + "\\s*[:\u2013\u2014-]?\\s+([^\\n]{2,80})$");
    private static final Pattern CHINESE_SOURCE =
            Pattern.compile("(?:来源|來源|转载自|轉載自|原载|原載|首发于|首發於|出处|出處)\\s*[:：于於]?\\s*([^\\n。，]{2,30})");
    private static final Pattern BYLINE = Pattern.compile(
            "(?imu)^\\W*(?:by|por|von|par|di|door)\\s+([^\\n]{2,80})$|^([^\\n]{2,60}?)\\s+[\u2013\u2014-]\\s+by\\s");

    /** One credit: the name as folded words and the words of the document that give it. */
    record Credit(String folded, String words) {}

    static Credits of(Document document) {
        List<Credit> found = new ArrayList<>();
        String text = document.text();
        String head = text.substring(0, Math.min(HEAD, text.length()));
        String tail = text.substring(Math.max(head.length(), text.length() - TAIL));
        document.byline().value().ifPresent(byline -> found.add(new Credit(fold(byline), "by " + byline)));
        for (String zone : List.of(head, tail)) {
            for (Pattern pattern : List.of(PUBLISHED, SOURCE_LINE, CHINESE_SOURCE, BYLINE)) {
                collect(pattern, zone, found);
            }
        }
        Optional<String> agency = agency(head);
        agency.ifPresent(name -> found.add(new Credit(fold(name), "(" + name + ")")));
        return new Credits(List.copyOf(found), agency);
    }

    /** The words that credit this outlet, if any do. */
    Optional<String> creditTo(Optional<String> outlet) {
        String name = outlet.map(Credits::fold).orElse("").strip();
        if (name.length() < 2) {
            return Optional.empty();
        }
        return names.stream()
                .filter(credit -> credit.folded().contains(" " + name + " "))
                .map(Credit::words)
                .findFirst();
    }

    /** The agency that both name in their datelines or bylines, if they do. */
    Optional<String> sharedAgency(Credits other) {
        return agency.filter(name -> other.creditTo(agency).isPresent())
                .or(() -> other.agency.filter(name -> creditTo(other.agency).isPresent()));
    }

    private static void collect(Pattern pattern, String zone, List<Credit> found) {
        Matcher matcher = pattern.matcher(zone);
        while (matcher.find()) {
            String name = matcher.group(1) != null ? matcher.group(1) : matcher.group(2);
            found.add(new Credit(fold(name), matcher.group().strip()));
        }
    }

    private static Optional<String> agency(String head) {
        for (Pattern pattern : List.of(DATELINE, CHINESE_DATELINE)) {
            Matcher matcher = pattern.matcher(head);
            if (matcher.find()) {
                return Optional.of(matcher.group(1).strip());
            }
        }
        return Optional.empty();
    }

    /** Lower-case words, each between single spaces; a leading article is left out. */
    static String fold(String name) {
        Words words = Words.of(name);
        StringBuilder folded = new StringBuilder(" ");
        for (int i = 0; i < words.count(); i++) {
            String word = name.substring(words.begin(i), words.end(i)).toLowerCase(Locale.ROOT);
            if (i > 0 || !word.equals("the")) {
                folded.append(word).append(' ');
            }
        }
        return folded.toString();
    }
}
