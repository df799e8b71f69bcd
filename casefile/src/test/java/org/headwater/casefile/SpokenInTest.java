package org.headwater.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.headwater.model.ContentHash;
import org.headwater.model.Document;
import org.headwater.model.Entity;
import org.headwater.model.EntityKind;
import org.headwater.model.Item;
import org.headwater.model.ItemId;
import org.headwater.model.Known;
import org.headwater.model.Sha256;
import org.headwater.statements.attribution.AttributedProposition;
import org.junit.jupiter.api.Test;

/** Whose names are given out with what they say. */
class SpokenInTest {
    private static final String TEXT =
            "Ada Loon, a neighbour, said the boats had gone. “Nobody told us,” Loon said.\n\n"
                    + "The Harbour Watch Association said nine boats were missing. Clean Fjords denied the claim.";

    @Test
    void aSpeakerWhoMayBeAPersonIsWithheldThoughTheCaseDoesNotKnowThem() {
        List<AttributedProposition> found = spoken(List.of(), Map.of());

        assertThat(names(found))
                .contains("A·· L···", "Harbour Watch Association")
                .doesNotContain("Ada Loon", "Loon");
        assertThat(found).allSatisfy(each -> {
            assertThat(each.source().text()).doesNotContain("Loon");
            assertThat(each.source().reason()).doesNotContain("Loon");
            assertThat(each.source().text()).hasSize(each.source().span().length());
        });
    }

    @Test
    void whomTheCaseKnowsAsSomethingElseIsNamed() {
        Entity known = new Entity(
                Entity.idOf(EntityKind.ORGANISATION, "Clean Fjords Norway"),
                EntityKind.ORGANISATION,
                "Clean Fjords Norway",
                List.of(new Entity.Alias("Clean Fjords", 2, "short for it", false)),
                false);

        assertThat(names(spoken(List.of(), Map.of()))).doesNotContain("Clean Fjords");
        assertThat(names(spoken(List.of(known), Map.of()))).contains("Clean Fjords Norway");
    }

    @Test
    void aDecisionNamesAPersonAndAnotherWithholdsThem() {
        assertThat(names(spoken(List.of(), Map.of("Ada Loon", true)))).contains("Ada Loon");
        assertThat(names(spoken(List.of(), Map.of("Ada Loon", false)))).doesNotContain("Ada Loon");
    }

    private static List<AttributedProposition> spoken(List<Entity> entities, Map<String, Boolean> named) {
        return new SpokenIn(
                        entities,
                        named,
                        WithheldWords.of(entities, named, new WithheldWords.Read(List.of(), List.of()), word -> false))
                .of(document());
    }

    private static List<String> names(List<AttributedProposition> found) {
        return found.stream().map(each -> each.source().name()).toList();
    }

    private static Document document() {
        ItemId item = Item.idOf(Sha256.of(ContentHash.sha256().digest(new byte[0])));
        return new Document(
                Document.idOf(item, "", "text@1"),
                item,
                "harbour.txt",
                "",
                TEXT,
                Known.unknown(),
                Known.unknown(),
                Known.unknown(),
                Known.unknown(),
                Known.of("en", "given"),
                Known.unknown(),
                "text@1");
    }
}
