package org.headwater.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.headwater.model.Span;
import org.junit.jupiter.api.Test;

class PieceTest {
    @Test
    void marksTheWordsGiven() {
        assertThat(Piece.marking("at least 54 stations", List.of("54", "absent", "")))
                .containsExactly(new Piece("at least ", false), new Piece("54", true), new Piece(" stations", false));
    }

    @Property
    void nothingIsLostOrSaidTwice(@ForAll String text, @ForAll @Size(max = 6) List<Integer> places) {
        List<Span> spans = places.stream()
                .map(place -> Math.floorMod(place, text.length() + 3))
                .map(place -> new Span(place, place + 2))
                .toList();

        assertThat(Piece.marking(text, spans, 0).stream().map(Piece::text).collect(Collectors.joining()))
                .isEqualTo(text);
    }
}
