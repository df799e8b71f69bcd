package org.headwater.cli.page;

import java.util.List;
import org.headwater.casefile.SearchHit;
import org.headwater.casefile.words.Dates;
import org.headwater.cli.screen.Screen;
import org.headwater.model.Document;
import org.headwater.model.Span;

/** What a search found: each document with the places that match. */
public final class HitPage {
    private static final int PLACES_SHOWN = 3;

    private HitPage() {}

    /** Prints the hits, the best first. */
    public static void print(List<SearchHit> hits, Screen screen) {
        for (SearchHit hit : hits) {
            Document document = hit.document();
            screen.print(screen.strong(document.label()) + ", "
                    + document.published().value().map(Dates.ENGLISH::of).orElse("undated") + "   "
                    + screen.faint(ShortIds.among(List.of(document.id().value()))
                            .of(document.id().value())));
            hit.matches().stream()
                    .limit(PLACES_SHOWN)
                    .forEach(match -> screen.print("  " + around(document.text(), match, screen.width() - 40) + "   "
                            + screen.faint(Places.of(document, match))));
            if (hit.matches().size() > PLACES_SHOWN) {
                screen.print("  " + screen.faint((hit.matches().size() - PLACES_SHOWN) + " more places"));
            }
        }
    }

    private static String around(String text, Span match, int cells) {
        int begin = Math.max(0, match.begin() - cells);
        int end = Math.min(text.length(), match.end() + cells);
        String stretch = text.substring(begin, end);
        return Places.window(stretch, text.substring(match.begin(), end), cells);
    }
}
