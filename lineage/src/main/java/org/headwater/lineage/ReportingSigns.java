package org.headwater.lineage;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.headwater.model.Document;
import org.headwater.model.Span;

/** Words by which an outlet says that it looked for itself: told us, seen by, documents obtained, has learned. */
final class ReportingSigns {
    private static final int NEIGHBOURHOOD = 2;
    private static final String US = "(?:us|our\\s+\\w+|this\\s+(?:news)?paper|the\\s+\\w+\\s+team|%s)";
    private static final String SIGNS = "\\btold\\s+" + US + "\\b"
            + "|\\b(?:in|during)\\s+an?\\s+(?:\\w+\\s+)?interview\\s+with\\s+" + US + "\\b"
            + "|\\b(?:seen|reviewed|obtained|verified|analy[sz]ed|examined|visited|contacted|interviewed)\\s+by\\s+"
            + US
            + "\\b"
            + "|\\b" + US
            + "\\s+(?:has|have)\\s+(?:learn(?:ed|t)|seen|obtained|reviewed|found|verified|visited|spoken)\\b"
            + "|\\b(?:we|our\\s+(?:reporters?|correspondents?|newsroom|investigation))\\s+(?:\\w+\\s+)?"
            + "(?:saw|visited|found|obtained|reviewed|spoke|learned|asked|established|counted|watched|called)\\b"
            + "|\\b(?:an|our)\\s+investigation\\s+by\\s+" + US + "\\b"
            + "|\\b(?:did\\s+not|declined\\s+to)\\s+(?:respond|reply|comment)[^.]{0,30}?\\s+(?:to|from|by)\\s+" + US
            + "\\b"
            + "|\\b(?:dijo|declar[óo]|cont[óo]|explic[óo])\\s+a\\s+(?:este\\s+(?:diario|peri[óo]dico|medio)|%s)\\b"
            + "|\\bha\\s+podido\\s+(?:saber|comprobar|ver)\\b|\\bseg[úu]n\\s+ha\\s+podido\\b"
            + "|\\b(?:sagte|erklärte)\\s+(?:uns|gegenüber\\s+%s|der\\s+redaktion)\\b"
            + "|\\b(?:a\\s+déclaré|a\\s+confié)\\s+à\\s+(?:notre\\s+\\w+|%s)\\b"
            + "|(?:本报|本報|本刊|本台|本网|本網|我们的?)(?:记者|記者)?(?:获悉|獲悉|了解到|走访|走訪|看到|采访|採訪|调查|調查)"
            + "|(?:告诉|告訴|对|對|向)(?:本报|本報|本刊|本台|记者|記者|我们|我們|%s)";

    private ReportingSigns() {}

    /** The words that show own reporting in the paragraph of the span or just before it, if any do. */
    static Optional<String> near(Document document, Span span, String outlet) {
        String text = document.text();
        int begin = span.begin();
        for (int i = 0; i < NEIGHBOURHOOD && begin > 0; i++) {
            begin = Math.max(0, text.lastIndexOf('\n', Math.max(0, begin - 2)));
        }
        int end = text.indexOf('\n', span.end());
        String zone = text.substring(begin, end < 0 ? text.length() : end);
        Matcher matcher = Pattern.compile("(?iu)" + SIGNS.replace("%s", Pattern.quote(outlet)))
                .matcher(zone);
        return matcher.find() ? Optional.of(matcher.group().replaceAll("\\s+", " ")) : Optional.empty();
    }
}
