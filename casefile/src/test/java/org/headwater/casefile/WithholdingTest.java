package org.headwater.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.headwater.model.DocumentId;
import org.headwater.model.Entity;
import org.headwater.model.EntityKind;
import org.headwater.model.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WithholdingTest {
    private static final List<Entity> ENTITIES = List.of(
            person("Ada van Loon", "Van Loon", "Loon"),
            person("Juno Marsh"),
            person("Otto London"),
            person("Deputy Foreign Minister Ida Quay"),
            person("陈小华", "陈小华"),
            open("Harbour Watch", "Harbour Watch"));
    private static final Withholding WITHHOLDING = Withholding.of(WithheldWords.of(
            ENTITIES,
            Map.of("Rhea Atall", false),
            read("Ms Nora Elm had passport number E12345678 and lives at 12 Rose Street."),
            "London"::equals));

    private static WithheldWords.Read read(String... texts) {
        return new WithheldWords.Read(List.of(texts), List.of());
    }

    private static Entity person(String name, String... aliases) {
        return entity(EntityKind.PERSON, name, true, aliases);
    }

    private static Entity open(String name, String... aliases) {
        return entity(EntityKind.ORGANISATION, name, false, aliases);
    }

    private static Entity entity(EntityKind kind, String name, boolean withheld, String... aliases) {
        List<Entity.Alias> all = new ArrayList<>(List.of(new Entity.Alias(name, 1, "its name", withheld)));
        Set.of(aliases).stream().sorted().forEach(alias -> all.add(new Entity.Alias(alias, 1, "a surname", withheld)));
        return new Entity(Entity.idOf(kind, name), kind, name, all, withheld);
    }

    @Test
    void namesBecomeInitialsOfTheSameLength() {
        assertThat(WITHHOLDING.mask("Ada van Loon told Harbour Watch; Loon's brother did not."))
                .isEqualTo("A·· v·· L··· told Harbour Watch; L···'s brother did not.");
        assertThat(WITHHOLDING.mask("据陈小华说")).isEqualTo("据陈··说");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ADA VAN LOON spoke | A·· V·· L··· spoke",
                "post.example/2022/ada-van-loon-speaks | post.example/2022/a··-v··-l···-speaks",
                "ada_van_loon.txt | a··_v··_l···.txt",
                "ada%20van%20loon | a··%20v··%20l···",
                "While Marsh slept, Ms Marsh and Ms. Marsh and MARSH spoke. | While M···· slept, Ms M···· and Ms. M···· and MARSH spoke.",
                "Marsh said. Juno said. | M···· said. J··· said.",
                "Edna Marsh and Marsh Weber are others. | Edna Marsh and Marsh Weber are others.",
                "Otto London left London. | O··· L····· left London.",
                "Rhea Atall was not met. | R··· A···· was not met.",
                "Deputy Foreign Minister Ida Quay spoke. | Deputy Foreign Minister I·· Q··· spoke.",
                "Nora Elm and her brother spoke. | N··· E·· and her brother spoke.",
                "E12345678 at 12 Rose Street | ········· at ·· ···· ······",
            })
    void namesAndDetailsAreFoundHoweverTheyAreWritten(String text, String masked) {
        assertThat(WITHHOLDING.mask(text)).isEqualTo(masked);
    }

    @Test
    void aNameOverTwoLinesIsFound() {
        assertThat(WITHHOLDING.mask("Ada\nvan Loon")).isEqualTo("A··\nv·· L···");
    }

    @Test
    void theNameOfWhoSpeaksForABodyIsWithheldThoughTheBodyIsNamed() {
        Entity body = new Entity(
                Entity.idOf(EntityKind.AGENCY, "Norwegian Ministry of Fisheries"),
                EntityKind.AGENCY,
                "Norwegian Ministry of Fisheries",
                List.of(
                        new Entity.Alias("Norwegian Ministry of Fisheries", 2, "its name", false),
                        new Entity.Alias("Fisheries Minister Ada van Loon", 1, "speaks for it", true),
                        new Entity.Alias("Ada van Loon", 1, "speaks for it", true)),
                false);
        Withholding withholding = Withholding.of(WithheldWords.of(List.of(body), Map.of(), read(), word -> false));
        assertThat(withholding.mask("Fisheries Minister Ada van Loon of the Norwegian Ministry of Fisheries"))
                .isEqualTo("Fisheries Minister A·· v·· L··· of the Norwegian Ministry of Fisheries");
        assertThat(withholding.mask(body).aliases())
                .extracting(Entity.Alias::name)
                .containsExactly("Norwegian Ministry of Fisheries", "Fisheries Minister A·· v·· L···", "A·· v·· L···");
    }

    @Test
    void aStreetWithItsNumberIsMaskedWhereNoWordsGiveItAwayButNotTheStreetAlone() {
        Withholding withholding = Withholding.of(WithheldWords.of(
                List.of(),
                Map.of(),
                read("She lives at 7 Lark Road, Salford M5 4XX.", "He lives on Lark Road."),
                word -> false));

        assertThat(withholding.mask("They came to 7 Lark Road at night; the station is at 9 Lark Road."))
                .isEqualTo("They came to · ···· ···· at night; the station is at 9 Lark Road.");
    }

    @Test
    void whoWritesAMailIsWithheldInItsSignatureToo() {
        Withholding withholding = Withholding.of(WithheldWords.of(
                List.of(),
                Map.of(),
                new WithheldWords.Read(
                        List.of(),
                        List.of(
                                "Marta Elm",
                                "By Rhea Atall and Otto Birch",
                                "Clean Fjords Group",
                                "Investigations desk")),
                word -> false));

        assertThat(withholding.mask("Dear all, Clean Fjords Group … Marta Elm"))
                .isEqualTo("Dear all, Clean Fjords Group … M···· E··");
        assertThat(withholding.mask("Rhea Atall, Otto Birch, Investigations desk"))
                .isEqualTo("R··· A····, O··· B····, Investigations desk");
    }

    @Test
    void aChineseNameIsMaskedAlikeInATextAndInTheNameOfASpeaker() {
        Withholding withholding =
                Withholding.of(WithheldWords.of(List.of(person("餐馆老板李国强")), Map.of(), read("餐馆老板李国强说"), word -> false));

        assertThat(withholding.mask("餐馆老板李国强说")).isEqualTo("餐馆老板李··说");
        assertThat(withholding.mask(person("餐馆老板李国强")).aliases())
                .extracting(Entity.Alias::name)
                .containsExactly("餐馆老板李··");
    }

    @Test
    void aDayOfBirthIsMaskedWhereItIsOne() {
        assertThat(WITHHOLDING.mask("born on 3 May 1984, seen on 3 May 1984"))
                .isEqualTo("born on · ··· ····, seen on 3 May 1984");
    }

    @Test
    void aNameInsideAnotherWordIsLeft() {
        assertThat(WITHHOLDING.mask("Loonstra and Balloon")).isEqualTo("Loonstra and Balloon");
    }

    @Test
    void addressesAndNumbersOfTelephonesAreMasked() {
        assertThat(WITHHOLDING.mask("Write to a.b@mail.example or call +31 20 555 0100."))
                .doesNotContain("mail.example")
                .doesNotContain("555")
                .hasSameSizeAs("Write to a.b@mail.example or call +31 20 555 0100.");
        assertThat(WITHHOLDING.mask("102 stations in 53 countries, 2016-2018"))
                .isEqualTo("102 stations in 53 countries, 2016-2018");
    }

    @Property(tries = 200)
    void spansStayWhereTheyAre(@ForAll String text) {
        assertThat(WITHHOLDING.mask(text + " Ada van Loon " + text)).hasSameSizeAs(text + " Ada van Loon " + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ada van Loon", "Mohammed bin Salem", "O'Neill", "陈小华", "JEAN DUPONT", "J. P. Marsh"})
    void theseAreNames(String words) {
        assertThat(PersonalName.isLikely(words)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Stations Worldwide",
                "Gobierno de Noruega",
                "Harbour Police",
                "Norwegian MP",
                "security officials",
                "senior official of the ministry",
                "110",
                ""
            })
    void theseAreNone(String words) {
        assertThat(PersonalName.isLikely(words)).isFalse();
    }

    @Test
    void whatAnOlderVersionKeptOfWithheldWordsIsRead() {
        WithheldWords read = InternalJson.read(
                "{\"names\":[\"Ada van Loon\"],\"shortNames\":[],\"details\":[]}", WithheldWords.class);

        assertThat(read.names()).containsExactly("Ada van Loon");
        assertThat(read.redacted()).isEmpty();
    }

    @Test
    void aLongerPassageIsCoveredWhereOthersTookOnlyASentenceOfIt() {
        Withholding withholding = redacting(
                passage(
                        "She works at the blue bakery in the harbour. Her son goes to the school behind the church. So they say."));

        assertThat(withholding.mask("It is told: HER SON goes to the\nschool behind the church. So they say."))
                .isEqualTo("It is told: ███ ███ ████ ██ ███\n██████ ██████ ███ ███████ So they say.");
    }

    @Test
    void redactedWordsOfAPublicPersonAreCoveredToo() {
        Entity minister = entity(EntityKind.PERSON, "Rhea Atall", false);

        assertThat(redacting(passage("Rhea Atall")).mask(minister).name()).isEqualTo("████ █████");
    }

    private static Redaction passage(String words) {
        return new Redaction(new DocumentId("doc_" + "0".repeat(20)), new Span(0, words.length()), words);
    }

    private static Withholding redacting(Redaction redaction) {
        return Withholding.of(WithheldWords.NONE.withRedactions(List.of(redaction)));
    }
}
