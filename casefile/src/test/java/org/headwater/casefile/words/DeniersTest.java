package org.headwater.casefile.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.headwater.model.Attribution;
import org.headwater.model.ContentHash;
import org.headwater.model.DocumentId;
import org.headwater.model.Polarity;
import org.headwater.model.SlotValue;
import org.headwater.model.Span;
import org.headwater.model.Statement;
import org.headwater.model.Status;
import org.junit.jupiter.api.Test;

class DeniersTest {
    @Test
    void aStateThatDeniesByManyMouthsIsOneDenier() {
        assertThat(deniers(
                        "Ministry of Foreign Affairs",
                        "Ministry of Foreign Affairs",
                        "Ministry of Foreign Affairs",
                        "Chinese Ministry of Foreign Affairs",
                        "Chinese Ministry of Foreign Affairs",
                        "Chinese embassy in Spain",
                        "Chinese government"))
                .containsExactly("Chinese Ministry of Foreign Affairs");
    }

    @Test
    void whoIsNobodysBodyDeniesForThemselves() {
        assertThat(deniers("Chinese government", "Friendship Association", "Dutch foreign ministry"))
                .containsExactly("Chinese government", "Friendship Association", "Dutch foreign ministry");
    }

    @Test
    void aMinistryOfNoCountryIsNotGivenToOneOfTwo() {
        assertThat(deniers("Ministry of Foreign Affairs", "Chinese government", "Dutch government"))
                .hasSize(3);
    }

    private static List<String> deniers(String... parties) {
        return List.copyOf(Deniers.shipped()
                .of(Stream.of(parties).map(DeniersTest::denial).toList())
                .keySet());
    }

    private static Statement denial(String party) {
        DocumentId document = new DocumentId(ContentHash.of(party).id(DocumentId.PREFIX));
        Span span = new Span(0, 4);
        Map<String, SlotValue> slots = Map.of("party", new SlotValue.Party(party, Optional.empty(), party));
        return new Statement(
                Statement.idOf(document, "denial", Polarity.ASSERTS, span, slots),
                document,
                "a.txt",
                "denial",
                Polarity.ASSERTS,
                span,
                "text",
                slots,
                Attribution.outlet("The Paper"),
                List.of(),
                Status.PROPOSED,
                "test");
    }
}
