package org.headwater.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.headwater.model.ContentHash;
import org.headwater.model.Finding;
import org.headwater.model.FindingId;
import org.headwater.model.Origin;
import org.junit.jupiter.api.Test;

class WithoutOriginTest {
    private final List<Finding> findings = List.of(
            finding("rests on it alone", List.of(List.of("River Watch"))),
            finding("rests on more", List.of(List.of("River Watch", "The Courier"))),
            finding("had it once", List.of(List.of("The Courier"), List.of("River Watch"))),
            finding("does not know it", List.of(List.of("The Courier"))));

    @Test
    void eachFindingThatKnowsTheOriginIsTold() {
        List<WithoutOrigin.Outcome> outcomes = WithoutOrigin.of(Origin.idOf("River Watch"), findings);
        assertThat(outcomes)
                .extracting(WithoutOrigin.Outcome::finding)
                .containsExactlyElementsOf(findings.subList(0, 3));
        assertThat(outcomes)
                .extracting(WithoutOrigin.Outcome::fate)
                .containsExactly(WithoutOrigin.Fate.FALLS, WithoutOrigin.Fate.WEAKER, WithoutOrigin.Fate.STANDS);
        assertThat(outcomes).extracting(WithoutOrigin.Outcome::after).containsExactly(0, 1, 1);
        assertThat(outcomes)
                .extracting(WithoutOrigin.Outcome::fallen)
                .containsExactly(List.of(0), List.of(), List.of(1));
    }

    @Test
    void withoutAPartyThatNobodyKnowsEverythingStands() {
        assertThat(WithoutOrigin.of(Origin.idOf("Hill Herald"), findings)).isEmpty();
    }

    private static Finding finding(String name, List<List<String>> values) {
        return new Finding(
                new FindingId(ContentHash.of(name).id(FindingId.PREFIX)),
                "site-count",
                Map.of(),
                values.stream()
                        .map(parties -> new Finding.Value(
                                Map.of(),
                                Optional.empty(),
                                Finding.Standing.CURRENT,
                                "",
                                parties.stream()
                                        .map(party -> new Finding.Support(
                                                new Origin(
                                                        Origin.idOf(party),
                                                        party,
                                                        Origin.Kind.OWN_INVESTIGATION,
                                                        "looked"),
                                                List.of()))
                                        .toList(),
                                List.of()))
                        .toList(),
                List.of(),
                List.of());
    }
}
