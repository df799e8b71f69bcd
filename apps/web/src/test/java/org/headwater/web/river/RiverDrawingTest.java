package org.headwater.web.river;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.headwater.casefile.words.Dates;
import org.headwater.model.DerivationKind;
import org.headwater.model.PartialDate;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

/** A river on its sheet. */
class RiverDrawingTest {
    private static final RiverDrawing.Legend LEGEND =
            new RiverDrawing.Legend("origins", "time", "undated", "denied", "no origin", "more");

    private static River.Carrier carrier(String label, int day, int parent, long taken) {
        return new River.Carrier(
                "doc_" + day,
                "st_" + day,
                label,
                Optional.of(new PartialDate(2022, 5, day)),
                parent,
                "cites",
                taken == 0 ? Optional.empty() : Optional.of(DerivationKind.REPRINT),
                taken,
                "They said \"so\" <b>&");
    }

    private static String draw(List<River.Band> bands, List<River.Spring> denials) throws Exception {
        String svg = RiverDrawing.of(new River("title", bands, denials, 0), LEGEND, Dates.ENGLISH);
        DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
        return svg;
    }

    private static List<String> found(String pattern, String svg) {
        return Pattern.compile(pattern)
                .matcher(svg)
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }

    @Test
    void aCopyBranchesFromWhatItCopiedOnBothBanks() throws Exception {
        List<River.Carrier> carriers = List.of(carrier("The Quay", 1, -1, 0), carrier("The Weir", 3, 0, 400));
        River.Spring spring = new River.Spring("Watch", "own investigation", "or_1", carriers);
        String svg = draw(
                List.of(new River.Band("12", "May 2022", "current", List.of(spring), List.of())),
                List.of(new River.Spring("Embassy", "", "", carriers)));

        List<String> places = found("river-dot[^>]* cx=\"([0-9.]+\" cy=\"[0-9.]+)\"", svg);
        List<String> streams = found("class=\"stream [^>]* d=\"M([0-9.]+ [0-9.]+) ", svg);
        assertThat(places).hasSize(4);
        assertThat(streams).hasSize(4);
        assertThat(streams.get(1)).isEqualTo(places.get(0).replace("\" cy=\"", " "));
        assertThat(streams.get(3)).isEqualTo(places.get(2).replace("\" cy=\"", " "));
        assertThat(found("class=\"stream (\\w+)\"", svg)).containsExactly("current", "current", "denial", "denial");
    }

    @Test
    void whatRestsOnNothingHasARingInsteadOfASpring() throws Exception {
        String svg = draw(
                List.of(new River.Band(
                        "12",
                        "",
                        "current",
                        List.of(),
                        List.of(carrier("The Quay", 1, -1, 0), carrier("The Weir", 3, 0, 0)))),
                List.of());

        assertThat(svg).contains("river-ring", ">no origin<").doesNotContain("river-spring");
        assertThat(found("class=\"stream (\\w+)\"", svg)).containsExactly("circular", "circular");
    }

    @Test
    void aLongNameStandsOnTwoLines() throws Exception {
        River.Spring spring = new River.Spring(
                "Northern Ministry of Foreign Affairs", "official act", "or_1", List.of(carrier("The Quay", 1, -1, 0)));

        String svg = draw(List.of(new River.Band("12", "", "current", List.of(spring), List.of())), List.of());

        assertThat(svg).contains(">Northern Ministry of<", ">Foreign Affairs<");
    }

    @Test
    void wordsOfADocumentAreNoMarkup() throws Exception {
        String svg = draw(
                List.of(new River.Band(
                        "<i>12", "", "current", List.of(), List.of(carrier("<u onload=x>\u202e", 1, -1, 0)))),
                List.of());

        assertThat(svg).doesNotContain("<i>", "<u", "<b>", "\u202e").contains("&lt;i&gt;12");
    }
}
