package org.headwater.entities;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.headwater.codebook.gazetteer.Gazetteer;
import org.headwater.model.Entity;
import org.headwater.model.EntityKind;
import org.headwater.model.NameMention;
import org.headwater.model.SlotValue;
import org.headwater.model.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntityResolverTest {
    private final EntityResolver resolver = EntityResolver.of(Gazetteer.shipped());

    /** Two papers name a group; a third, machine-translated one calls it otherwise by turns and makes its claims. */
    static NewsDesk beacon() {
        return new NewsDesk()
                .says("a", "Beacon Watch", "site-count", 61)
                .says("a", "Beacon Watch", "site-count", 98)
                .says("b", "Beacon Watch", "site-count", 61)
                .says("b", "Beacon Watch", "site-count", 37)
                .says("mt", "Torch Observer", "site-count", 61)
                .says("mt", "Torch Observer", "site-count", 37)
                .says("mt", "Torch Monitors", "site-count", 98)
                .says("mt", "the Monitors", "site", 7)
                .says("mt", "Monitors", "site", 9)
                .says("c", "Beacon Press", "site-count", 61);
    }

    @Test
    void aTranslatedNameIsJoinedBySynonymsAndClaimsTogether() {
        Resolution resolution = beacon().resolve(resolver);
        Entity group = resolution.entityOf("Beacon Watch").orElseThrow();
        assertThat(group.name()).isEqualTo("Beacon Watch");
        assertThat(group.aliases().stream().map(Entity.Alias::name))
                .containsExactlyInAnyOrder(
                        "Beacon Watch", "Torch Observer", "Torch Monitors", "the Monitors", "Monitors");
        assertThat(resolution.merges())
                .filteredOn(merge -> merge.entity().equals(group.id()))
                .allSatisfy(merge -> assertThat(merge.reasons()).isNotEmpty())
                .anySatisfy(merge -> assertThat(merge.reasons())
                        .anyMatch(why -> why.contains("beacon ~ torch") && why.contains("same claims")));
        assertThat(resolution.entityOf("Beacon Press")).isPresent().get().isNotEqualTo(group);
    }

    @Test
    void aNameThatIsShortInOneDocumentAndFullInAnotherIsOneEntity() {
        Resolution resolution = new NewsDesk()
                .says("a", "Beacon Guardians", "site-count", 61)
                .says("a", "Guardians", "site-count", 62)
                .says("b", "Beacon Guardians", "site-count", 12)
                .says("b", "NGO Beacon Guardians", "site-count", 5)
                .says("b", "European NGO Beacon Guardians", "site-count", 4)
                .resolve(resolver);
        assertThat(resolution.entities()).extracting(Entity::id).doesNotHaveDuplicates();
        assertThat(resolution.entityOf("Beacon Guardians").orElseThrow().aliases())
                .filteredOn(alias -> alias.name().equals("Beacon Guardians"))
                .hasSize(1);
    }

    @Test
    void whatPublishesIsABodyThoughSentencesTakeItForAPerson() {
        Resolution resolution = new NewsDesk()
                .publishedBy("a", "De Vuurpost")
                .person("a", "De Vuurpost", "")
                .person("b", "De Vuurpost", "")
                .person("b", "Ada van Loon", "")
                .resolve(resolver);
        assertThat(resolution.entityOf("De Vuurpost").orElseThrow().withheld()).isFalse();
        assertThat(resolution.entityOf("Ada van Loon").orElseThrow().withheld()).isTrue();
    }

    @Test
    void synonymsWithoutClaimsAreNotEnough() {
        Resolution resolution = new NewsDesk()
                .says("a", "Beacon Watch", "site-count", 61)
                .says("mt", "Torch Observer", "site-count", 12)
                .resolve(resolver);
        assertThat(resolution.entityOf("Torch Observer")).isNotEqualTo(resolution.entityOf("Beacon Watch"));
    }

    @Test
    void claimsWithoutSynonymsAreNotEnough() {
        Resolution resolution = new NewsDesk()
                .says("a", "Beacon Watch", "site-count", 61)
                .says("a", "Beacon Watch", "site-count", 98)
                .says("b", "Harbour Forum", "site-count", 61)
                .says("b", "Harbour Forum", "site-count", 98)
                .resolve(resolver);
        assertThat(resolution.entityOf("Harbour Forum")).isNotEqualTo(resolution.entityOf("Beacon Watch"));
    }

    @Test
    void aChineseNameIsJoinedBySynonymsAndClaims() {
        Resolution resolution = new NewsDesk()
                .says("a", "Rights Guardians", "site-count", 61)
                .says("a", "Rights Guardians", "site-count", 98)
                .says("zh", "权利卫士", "site-count", 61)
                .says("zh", "权利卫士", "site-count", 98)
                .resolve(resolver);
        assertThat(resolution.entityOf("權利衛士")).isEmpty();
        assertThat(resolution.entityOf("权利卫士").map(Entity::name)).contains("Rights Guardians");
    }

    @Test
    void aTranslatedTitleOfANewspaperNeedsItsCountryAndTheSameClaims() {
        Resolution resolution = new NewsDesk()
                .says("a", "El Espejo", "site-count", 61)
                .says("a", "El Espejo", "site-count", 98)
                .says("mt", "Spanish Mirror", "site-count", 61)
                .says("mt", "Spanish Mirror", "site-count", 98)
                .says("fr", "French Mirror", "site-count", 61)
                .says("fr", "French Mirror", "site-count", 98)
                .resolve(resolver);
        assertThat(resolution.entityOf("Spanish Mirror")).isEqualTo(resolution.entityOf("El Espejo"));
        assertThat(resolution.entityOf("French Mirror")).isNotEqualTo(resolution.entityOf("El Espejo"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Chinese Foreign Ministry|Chinese Ministry of Foreign Affairs",
                "Ministry of Foreign Affairs of China|Chinese Ministry of Foreign Affairs",
                "China's foreign affairs ministry|Chinese Ministry of Foreign Affairs",
                "Ministry of Foreign Affairs of the People's Republic of China|Chinese Ministry of Foreign Affairs",
                "中国外交部|Chinese Ministry of Foreign Affairs",
                "中國外交部|Chinese Ministry of Foreign Affairs",
                "Beijing|Chinese government",
                "China|Chinese government",
                "the Chinese government|Chinese government",
                "Chinese authorities|Chinese government",
                "Government of the Netherlands|Dutch government",
                "The Hague Institute|The Hague Institute",
                "Dutch foreign minister|Dutch Ministry of Foreign Affairs",
                "Italian Interior Ministry|Italian Ministry of the Interior",
                "Ministry of the Interior of the Italian Republic|Italian Ministry of the Interior",
                "unnamed official at China's foreign ministry in Shanghai|Chinese Ministry of Foreign Affairs",
                "Chinese representative|Chinese government",
                "governments of Ireland and the Netherlands|governments of Ireland and the Netherlands",
                "South Korea's Harbour News Agency|South Korea's Harbour News Agency",
                "U.S. government|US government",
                "United States|US government",
                "Hungary|Hungarian government",
                "Berlin|German government",
                "Nantong|Nantong",
                "Chinese Federation of Overseas Chinese|Chinese Federation of Overseas Chinese",
                "Chinese embassy in Dublin|Chinese embassy in Ireland",
                "China's ambassador in Wellington|Chinese embassy in New Zealand",
                "British Security Minister|British government",
                "Dutch Railways|Dutch Railways",
                "South Korean government|South Korean government",
            })
    void oneOfficeOfACountryIsOneAgency(String name, String expected) {
        Resolution resolution = new NewsDesk().says("a", name, "denial", 5).resolve(resolver);
        assertThat(resolution.entityOf(name).map(Entity::name)).contains(expected);
    }

    @Test
    void anEmbassyIsToldByTheCountryThatItsDocumentPutsItIn() {
        Resolution resolution = new NewsDesk()
                .says("a", "Chinese embassy", "the Chinese embassy in Madrid")
                .says("b", "Chinese embassy", "The Chinese Embassy in The Hague")
                .says("c", "Chinese embassy", "la embajada de China en España")
                .says("d", "Chinese embassy", "the Chinese embassy")
                .resolve(resolver);
        assertThat(List.of("a", "b", "c", "d"))
                .extracting(label -> resolution
                        .entityOf(NewsDesk.document(label), "Chinese embassy")
                        .orElseThrow()
                        .name())
                .containsExactly(
                        "Chinese embassy in Spain",
                        "Chinese embassy in Netherlands",
                        "Chinese embassy in Spain",
                        "Chinese embassy");
    }

    @Test
    void aNameInAnotherScriptNeedsOneClaimOnlyWhereItCanTranslateNoOther() {
        NewsDesk two =
                new NewsDesk().says("a", "Rights Guardians", "site-count", 61).says("zh", "权利卫士", "site-count", 61);
        assertThat(two.resolve(resolver).entityOf("权利卫士").map(Entity::name)).contains("Rights Guardians");
        NewsDesk three = two.says("b", "Rights Defenders", "site-count", 61);
        assertThat(three.resolve(resolver).entityOf("权利卫士").map(Entity::name)).contains("权利卫士");
    }

    @Test
    void officesOfDifferentCountriesStayApart() {
        Resolution resolution = new NewsDesk()
                .says("a", "Iranian Foreign Ministry", "denial", 5)
                .says("a", "Iraqi Foreign Ministry", "denial", 5)
                .says("a", "Foreign Ministry of Iraq", "denial", 5)
                .resolve(resolver);
        assertThat(resolution.entities())
                .filteredOn(entity -> entity.kind() == EntityKind.AGENCY)
                .hasSize(2);
    }

    @Test
    void aMinistryWithNoFieldIsTheOneOfItsCountryThatTheDocumentNames() {
        Resolution one = new NewsDesk()
                .says("a", "Danish foreign ministry", "denial", 5)
                .says("a", "Danish spokesman of the Ministry", "denial", 5)
                .resolve(resolver);
        assertThat(one.entityOf(NewsDesk.document("a"), "Danish spokesman of the Ministry")
                        .map(Entity::name))
                .contains("Danish Ministry of Foreign Affairs");
        Resolution two = new NewsDesk()
                .says("a", "Danish foreign ministry", "denial", 5)
                .says("a", "Danish interior ministry", "denial", 5)
                .says("a", "Danish ministry", "denial", 5)
                .resolve(resolver);
        assertThat(two.entityOf(NewsDesk.document("a"), "Danish ministry").map(Entity::name))
                .contains("Danish ministry");
    }

    @Test
    void aMinisterNamedInTheAttributionSpeaksForTheOffice() {
        Resolution resolution = new NewsDesk()
                .says("a", "Ada Smit", "Danish Foreign Minister Ada Smit")
                .resolve(resolver);
        assertThat(resolution.entityOf("Ada Smit").map(Entity::name)).contains("Danish Ministry of Foreign Affairs");
    }

    @Test
    void aCountryIsNotShortForABodyOfIts() {
        Resolution resolution = new NewsDesk()
                .says("a", "South Korea", "denial", 5)
                .says("a", "South Korea's Harbour News Agency", "denial", 5)
                .says("a", "Fuzhou", "denial", 5)
                .says("a", "Fuzhou Police", "denial", 5)
                .person("a", "Dutch foreign minister", "")
                .resolve(resolver);
        assertThat(resolution.entityOf("South Korea's Harbour News Agency"))
                .isNotEqualTo(resolution.entityOf("South Korea"));
        assertThat(resolution.entityOf("Fuzhou")).isNotEqualTo(resolution.entityOf("Fuzhou Police"));
        assertThat(resolution.entityOf("Dutch foreign minister").map(Entity::name))
                .contains("Dutch Ministry of Foreign Affairs");
    }

    @Test
    void aSurnameIsWhoIsNamedSoInTheDocument() {
        Resolution resolution = new NewsDesk()
                .person("a", "Mei-ling Shao", "")
                .person("a", "Shao", "")
                .person("b", "Shao", "")
                .person("c", "Ana Ruiz", "")
                .person("c", "Eva Ruiz", "")
                .person("c", "Ruiz", "")
                .resolve(resolver);
        assertThat(resolution.entityOf(NewsDesk.document("a"), "Shao").map(Entity::name))
                .contains("Mei-ling Shao");
        assertThat(resolution.entityOf(NewsDesk.document("b"), "Shao").map(Entity::name))
                .contains("Shao");
        assertThat(resolution.entityOf(NewsDesk.document("c"), "Ruiz").map(Entity::name))
                .contains("Ruiz");
        assertThat(resolution.entityOf("Shao")).isEmpty();
    }

    @Test
    void aSpokespersonSpeaksForTheBody() {
        Resolution resolution = new NewsDesk()
                .person("a", "Wen Bo", "spokesman of the Chinese Foreign Ministry")
                .person("a", "Wen", "")
                .person("b", "Piet Bakker", "FBI Director")
                .person("b", "Noor Smit", "engineer of the FBI")
                .says("b", "Ruritanian Bank President Ivo Kralj", "denial", 5)
                .resolve(resolver);
        assertThat(resolution.entityOf(NewsDesk.document("a"), "Wen").map(Entity::name))
                .contains("Chinese Ministry of Foreign Affairs");
        assertThat(resolution.entityOf("Piet Bakker").map(Entity::name)).contains("FBI");
        assertThat(resolution.entityOf("Noor Smit").map(Entity::withheld)).contains(true);
        assertThat(resolution.entityOf("Ruritanian Bank President Ivo Kralj").map(Entity::name))
                .contains("Ruritanian Bank");
    }

    @Test
    void privatePersonsAreWithheldAndPublicOnesAreNot() {
        Resolution resolution = new NewsDesk()
                .person("a", "Rosa Lind", "")
                .person("a", "Karl Ost", "member of a company")
                .person("a", "Ilse Tann", "Member of Parliament and former minister")
                .resolve(resolver);
        assertThat(resolution.entityOf("Rosa Lind").map(Entity::withheld)).contains(true);
        assertThat(resolution.entityOf("Karl Ost").map(Entity::withheld)).contains(true);
        assertThat(resolution.entityOf("Ilse Tann").map(Entity::withheld)).contains(false);
    }

    @Test
    void bodiesAreJoinedAcrossLegalFormAcronymAndCase() {
        Resolution resolution = new NewsDesk()
                .says("a", "Radio Free Ruritania", "site-count", 5)
                .says("a", "RFR", "site-count", 5)
                .says("b", "RFR", "site-count", 5)
                .says("a", "Kestrel Holdings Aktiengesellschaft", "site-count", 5)
                .says("b", "KESTREL HOLDINGS AG", "site-count", 5)
                .says("b", "Kestrel Fund II", "site-count", 5)
                .says("a", "Kestrel Fund III", "site-count", 5)
                .resolve(resolver);
        assertThat(resolution.entityOf("RFR")).isEqualTo(resolution.entityOf("Radio Free Ruritania"));
        assertThat(resolution.entityOf("KESTREL HOLDINGS AG"))
                .isEqualTo(resolution.entityOf("Kestrel Holdings Aktiengesellschaft"));
        assertThat(resolution.entityOf("Kestrel Fund II")).isNotEqualTo(resolution.entityOf("Kestrel Fund III"));
    }

    @Test
    void personsWithNearNamesStayApart() {
        Resolution resolution = new NewsDesk()
                .person("a", "Larry Allison", "")
                .person("b", "Larry Ellison", "")
                .person("c", "Sergei Lavrin", "")
                .person("d", "Сергей Лаврин", "")
                .resolve(resolver);
        assertThat(resolution.entityOf("Larry Allison")).isNotEqualTo(resolution.entityOf("Larry Ellison"));
        assertThat(resolution.entityOf("Сергей Лаврин").map(Entity::name)).contains("Sergei Lavrin");
    }

    @Test
    void placesGoByTheGazetteer() {
        Resolution resolution = new NewsDesk()
                .mention("a", "the Netherlands", EntityKind.PLACE, "")
                .mention("b", "荷兰", EntityKind.PLACE, "")
                .mention("b", "Holland", EntityKind.PLACE, "")
                .says("b", "the Netherlands", "denial", 5)
                .resolve(resolver);
        assertThat(resolution.entityOf("Holland")).isEqualTo(resolution.entityOf("荷兰"));
        assertThat(resolution.entityOf("荷兰").map(Entity::name)).contains("Netherlands");
        assertThat(resolution.entityOf("the Netherlands").map(Entity::name)).contains("Dutch government");
    }

    @Test
    void applyPutsNamesAndIdsIntoPartiesAndLeavesWordsAlone() {
        NewsDesk desk = beacon();
        Resolution resolution = desk.resolve(resolver);
        Entity group = resolution.entityOf("Beacon Watch").orElseThrow();
        for (Statement statement : desk.statements()) {
            Statement applied = resolution.apply(statement);
            assertThat(applied.id()).isEqualTo(statement.id());
            assertThat(applied.attribution().speaker().text())
                    .isEqualTo(statement.attribution().speaker().text());
            if (statement.document().equals(NewsDesk.document("mt"))) {
                assertThat(applied.attribution().speaker().name()).isEqualTo("Beacon Watch");
                assertThat(applied.attribution().speaker().entity()).contains(group.id());
                assertThat(applied.slot("organisation", SlotValue.Party.class).flatMap(SlotValue.Party::entity))
                        .contains(group.id());
                assertThat(applied.slot("scope")).isEqualTo(statement.slot("scope"));
            }
        }
    }

    @Test
    void aRulingWinsAndLeftOutIsUndone() {
        NewsDesk desk = beacon();
        Resolution before = desk.resolve(resolver);
        NameRuling apart = new NameRuling("Torch Observer", "Beacon Watch", false, "N. N.", "asked them");
        Resolution ruled = desk.resolve(resolver, apart);
        assertThat(ruled.entityOf("Torch Observer")).isNotEqualTo(ruled.entityOf("Beacon Watch"));
        NameRuling same = new NameRuling("Beacon Press", "Beacon Watch", true, "N. N.", "the group's own paper");
        Resolution joined = desk.resolve(resolver, same);
        assertThat(joined.entityOf("Beacon Press")).isEqualTo(joined.entityOf("Beacon Watch"));
        assertThat(joined.merges()).anySatisfy(merge -> {
            assertThat(merge.alias()).isEqualTo("Beacon Press");
            assertThat(merge.score()).isEqualTo(1);
            assertThat(merge.reasons().get(0)).contains("N. N. ruled so");
        });
        Resolution both =
                desk.resolve(resolver, same, new NameRuling("Beacon Watch", "Beacon Press", false, "N. N.", "no"));
        assertThat(both.entityOf("Beacon Press")).isNotEqualTo(both.entityOf("Beacon Watch"));
        Resolution after = desk.resolve(resolver);
        assertThat(after.entities()).isEqualTo(before.entities());
        assertThat(after.merges()).isEqualTo(before.merges());
    }

    @Property(tries = 40)
    void theOrderOfNamesMakesNoDifference(@ForAll long seed) {
        NewsDesk desk = beacon().person("a", "Mei-ling Shao", "director of Beacon Watch")
                .person("a", "Shao", "")
                .person("d", "Mei-ling Shao", "")
                .says("d", "Chinese Foreign Ministry", "denial", 5)
                .says("a", "中国外交部", "denial", 5);
        Resolution straight = desk.resolve(resolver);
        List<NameMention> names = new ArrayList<>(desk.names());
        List<Statement> statements = new ArrayList<>(desk.statements());
        Collections.shuffle(names, new Random(seed));
        Collections.shuffle(statements, new Random(seed + 1));
        Resolution shuffled = resolver.resolve(names, statements, desk.documents(), List.of());
        assertThat(shuffled.entities()).isEqualTo(straight.entities());
        assertThat(shuffled.merges()).isEqualTo(straight.merges());
    }

    @Property(tries = 40)
    void everyRulingOnARandomPairWins(@ForAll long seed) {
        NewsDesk desk = beacon().says("d", "Harbour Forum", "denial", 5).says("d", "Kestrel Trust", "denial", 5);
        List<String> names =
                List.of("Beacon Watch", "Torch Observer", "Beacon Press", "Harbour Forum", "Kestrel Trust");
        Random random = new Random(seed);
        String a = names.get(random.nextInt(names.size()));
        String b = names.get(random.nextInt(names.size()));
        boolean same = random.nextBoolean();
        Resolution ruled = desk.resolve(resolver, new NameRuling(a, b, same, "N. N.", ""));
        if (!a.equals(b)) {
            assertThat(ruled.entityOf(a).equals(ruled.entityOf(b))).isEqualTo(same);
        }
    }

    @Test
    void everyNameHasOneEntityAndEveryIdIsOnce() {
        Resolution resolution = beacon().resolve(resolver);
        assertThat(resolution.entities().stream().map(Entity::id)).doesNotHaveDuplicates();
        assertThat(resolution.entities().stream()
                        .flatMap(entity -> entity.aliases().stream())
                        .map(Entity.Alias::name))
                .doesNotHaveDuplicates();
        assertThat(resolution.entityOf("nobody")).isEqualTo(Optional.empty());
    }

    @Test
    void twentyThousandNamesAreResolved() {
        NewsDesk desk = new NewsDesk();
        String[] first = {"Ana", "Bo", "Cem", "Dora", "Emil", "Fay", "Gus", "Hana", "Ida", "Jan"};
        for (int i = 0; i < 20_000; i++) {
            String surname =
                    "K" + Integer.toString(i * 7919 % 46_656 + 46_656, 36).replaceAll("\\d", "o");
            desk.person("d" + i % 200, first[i % first.length] + " " + surname + "ov", "");
        }
        Resolution resolution = desk.resolve(resolver);
        assertThat(resolution.entities()).hasSizeGreaterThan(1_000);
    }
}
