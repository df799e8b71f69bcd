package org.headwater.casefile.masking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamedPersonsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "They met Ms. Ada van Loon there | Ada van Loon",
                "Juno Marsh, 34, fled | Juno Marsh",
                "Juno Marsh (34) fled | Juno Marsh",
                "the dissident Juno Marsh fled | Juno Marsh",
                "his wife, Nora Elm, fled | Nora Elm",
                "a woman named Nora Elm-Weber fled | Nora Elm-Weber",
                "Andrew Thornfield contributed to this report | Andrew Thornfield",
                "But Lucía Elm said | Lucía Elm",
                "a friend, Martha King, said | Martha King",
                "said Jing-jie Chen, one of the authors | Jing-jie Chen",
                "Li Huaming was visited | Li Huaming",
                "Foreign Minister Pedro Elm’s answer | Pedro Elm",
                "said Juno Marsh, a restaurant owner from Leeds | Juno Marsh",
                "Juno Marsh, a student, said | Juno Marsh",
                "Neighbor Juno Marsh saw two men | Juno Marsh",
                "Her lawyer Juno Marsh said | Juno Marsh",
                "contó Pedro Elm, un cocinero de Valencia | Pedro Elm",
                "dijo la enfermera Lucía Elm, que vive | Lucía Elm",
                "el cocinero chino Pedro Elm dijo | Pedro Elm",
                "el dueño de un restaurante, Pedro Elm, dijo | Pedro Elm",
                "Pedro Elm, de 34 años, huyó | Pedro Elm",
                "sagte die Krankenschwester Lena Ulm gestern | Lena Ulm",
                "Koch Lena Ulm und | Lena Ulm",
                "Lena Ulm, eine Studentin aus Köln, | Lena Ulm",
                "l'infirmière Léa Orme a dit | Léa Orme",
                "Léa Orme, une étudiante chinoise, | Léa Orme",
                "il cuoco Pino Olmo ha detto | Pino Olmo",
                "Pino Olmo, uno studente di Prato | Pino Olmo",
                "餐馆老板李国强说 | 李国强",
                "餐館老闆陳大文說 | 陳大文",
                "留学生王明说，她 | 王明",
                "邻居曾小兰说 | 曾小兰",
                "一名叫做名叫欧阳小兰的女子 | 欧阳小兰",
            })
    void theWordsAroundShowIt(String text, String name) {
        assertThat(NamedPersons.in(text)).containsExactly(name);
    }

    @Test
    void aNameUnderALetterIsItsWriters() {
        assertThat(NamedPersons.in("They came twice.\n\nBest regards,\nJuno Marsh\n"))
                .containsExactly("Juno Marsh");
    }

    @Test
    void aNameThatGoesOnInTheNextLineIsOne() {
        assertThat(NamedPersons.in(
                        "They were asked in the town hall on the first day by Lucía\nElm, and said nothing."))
                .containsExactly("Lucía Elm");
    }

    @Test
    void desksAndAgenciesAreNoPersonsInABylineAndWritersAre() {
        assertThat(NamedPersons.inByline("By Juno Marsh, Nora Elm and Otto NG"))
                .containsExactly("Juno Marsh", "Nora Elm", "Otto NG");
        assertThat(NamedPersons.inByline("本报记者 王明、李国强")).containsExactly("王明", "李国强");
        for (String none : List.of(
                "Investigations desk",
                "Human Rights Desk",
                "Associated Press",
                "Alpine Wire",
                "De Kadepost",
                "Redacción",
                "本报记者 综合报道")) {
            assertThat(NamedPersons.inByline(none)).as(none).isEmpty();
        }
    }

    /** Whatever the name and the trade, in every language: beside each other they are a person's. */
    @Property(tries = 200)
    void aNameBesideATradeIsAPersons(@ForAll("trades") String sentence, @ForAll("names") String name) {
        assertThat(NamedPersons.in(sentence.replace("#", name))).containsExactly(name);
    }

    @Provide
    Arbitrary<String> trades() {
        return Arbitraries.of(
                "They met #, a nurse, there.",
                "The shopkeeper # fled.",
                "huyó el camarero #.",
                "#, estudiante de Oporto, huyó.",
                "der Kellner # floh.",
                "#, ein Nachbar, floh.",
                "la cuisinière # a fui.",
                "#, un voisin, a fui.",
                "il cameriere # è fuggito.",
                "de buurvrouw # vluchtte.",
                "o cozinheiro # fugiu.");
    }

    @Provide
    Arbitrary<String> names() {
        return Combinators.combine(
                        Arbitraries.of("Ada", "Bo", "Émile", "Li-Na", "O’Neill", "Øystein"),
                        Arbitraries.of("", "van ", "de la ", "bin "),
                        Arbitraries.of("Elm", "Birch-Ash", "Žižková", "Salem Noor"))
                .as((first, particle, last) -> first + " " + particle + last);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Orchard Watch said",
                "the operation named Fox Hunt",
                "an operation called Sky Net, 12 stations",
                "The Practice Post, 3 May 2022",
                "Foreign Ministry spokesperson",
                "in Rotterdam, 12 people",
                "On December 20, officers said",
                "Yang Sheng Restaurant, Thomas Elm Foundation, Li Jing Association",
                "In Zhejiang they said; President Li said; Mary said",
                "Orchard Watch, a student network, said",
                "Harbour Media Group, the owner, said",
                "the student told Orchard Watch",
                "Orchard Watch activist network",
                "学生高兴地说，老板说，学生曾说他们不知道，居民全都被叫去",
                "the cook at Harbour Street Press",
            })
    void othersAreNone(String text) {
        assertThat(NamedPersons.in(text)).isEmpty();
    }
}
