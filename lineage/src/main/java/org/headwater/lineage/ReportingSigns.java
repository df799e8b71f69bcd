package org.headwater.lineage;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.headwater.model.Document;
import org.headwater.model.Span;

/** Words by which an outlet says that it looked for itself: told us, seen by, documents obtained, has learned. */
final class ReportingSigns {
    private static final int NEIGHBOURHOOD = 2;

    /** Who looked, as an outlet writes of itself; %s is its name. */
    private static final String US = "(?:us|our\\s+\\w+|this\\s+(?:news)?paper|este\\s+(?:diario|peri[óo]dico|medio)"
            + "|uns|der\\s+redaktion|notre\\s+\\w+|本[报報刊台网網](?:记者|記者)?|我们|我們|%s)";

    /** Signs that name who looked, in place of %s. */
    private static final String NAMED = "\\b(?:told|spoke\\s+to|speaking\\s+to)\\s+(?:the\\s+)?%s(?![a-z])"
            + "|\\b(?:in|during)\\s+an?\\s+(?:\\w+\\s+)?interview\\s+with\\s+(?:the\\s+)?%s(?![a-z])"
            + "|\\b(?:seen|reviewed|obtained|verified|analy[sz]ed|examined|visited|contacted|interviewed|investigation)"
            + "\\s+by\\s+(?:the\\s+)?%s(?![a-z])"
            + "|(?<![a-z])%s\\s+(?:has|have)\\s+(?:learn(?:ed|t)|seen|obtained|reviewed|found|verified|visited|spoken)\\b"
            + "|\\b(?:did\\s+not|declined\\s+to)\\s+(?:respond|reply|comment)[^.]{0,30}?\\s(?:to|from|by)\\s+(?:the\\s+)?%s(?![a-z])"
            + "|\\b(?:dijo|declar[óo]|cont[óo]|explic[óo])\\s+a\\s+(?:la\\s+|el\\s+)?%s(?![a-z])"
            + "|\\b(?:sagten?|erklärten?)\\s+(?:gegenüber\\s+|dem\\s+|der\\s+)?%s(?![a-z])"
            + "|\\b(?:a\\s+déclaré|a\\s+confié|a\\s+dit)\\s+(?:à|au)\\s+%s(?![a-z])"
            + "|(?:告诉|告訴|对|對|向)\\s*%s";

    /** Signs by which only the document's own outlet can be meant. */
    private static final String UNNAMED =
            "|\\b(?:we|our\\s+(?:reporters?|correspondents?|newsroom|investigation))\\s+(?:\\w+\\s+)?"
                    + "(?:saw|visited|found|obtained|reviewed|spoke|learned|asked|established|counted|watched|called)\\b"
                    + "|\\bha\\s+podido\\s+(?:saber|comprobar|ver)\\b"
                    + "|(?:本[报報刊台网網](?:记者|記者)?|记者|記者)(?:获悉|獲悉|了解到|走访|走訪|看到|采访|採訪|调查|調查)"
                    + "|(?:告诉|告訴)(?:记者|記者)";

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
        return first(NAMED.replace("%s", US).replace("%s", Pattern.quote(outlet)) + UNNAMED, zone);
    }

    /** The words of a text that show the reporting of just this outlet, by its name, if any do. */
    static Optional<String> of(String outlet, String text) {
        return first(NAMED.replace("%s", Pattern.quote(outlet)), text);
    }

    private static Optional<String> first(String pattern, String text) {
        Matcher matcher = Pattern.compile("(?iu)" + pattern).matcher(text);
        return matcher.find() ? Optional.of(matcher.group().replaceAll("\\s+", " ")) : Optional.empty();
    }
}
