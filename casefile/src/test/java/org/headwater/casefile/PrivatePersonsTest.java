package org.headwater.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.headwater.model.Document;
import org.headwater.model.PartialDate;
import org.headwater.model.SlotValue;
import org.headwater.model.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Articles in three languages and a mail, read as a case, and everything that the case gives out of them. */
class PrivatePersonsTest {
    private static final CaseSettings SETTINGS =
            CaseSettings.usual(Clock.fixed(Instant.parse("2026-01-05T10:00:00Z"), ZoneOffset.UTC), "ann");

    /** What must stand nowhere: names of private persons, and what they could be found by. */
    private static final List<String> SECRETS = List.of(
            "Lark",
            "M5 4XX",
            "AB12 CDE",
            "1984",
            "Juno",
            "Marsh",
            "Lucía",
            "Elm",
            "Mayor",
            "612",
            "国强",
            "Marta",
            "Birch",
            "Rosas");

    @TempDir
    private Path folder;

    private void article(String file, String text) throws Exception {
        Files.writeString(Files.createDirectories(folder.resolve("in")).resolve(file), text);
    }

    @Test
    void nothingThatACaseGivesOutTellsWhoTheyAreOrWhereTheyLive() throws Exception {
        article("lantern.txt", """
                The Practice Lantern
                5 October 2022
                Student threatened in Manchester

                Police in Manchester are investigating after Juno Marsh, a student, said she was threatened by agents of a
                Chinese police station in Manchester. Marsh lives at 22 Lark Road, Salford M5 4XX.
                In 2021, a fugitive (born 3 May 1984, car AB12 CDE) was persuaded to return from Manchester to China.
                """);
        article("mirador.txt", """
                El Mirador
                3 de octubre de 2022
                Ocho comisarías en Portugal

                LISBOA. La organización Orchard Watch afirma que en Portugal hay ocho comisarías chinas.
                "Amenazaron a mi madre", dijo la enfermera Lucía Elm, que vive en la calle Mayor 12 de Oporto. Su teléfono es
                612 345 678.
                """);
        article("guancha.txt", """
                东方练习观察
                2022年10月8日
                奥地利有两个海外警务站

                奥地利内政部表示，正在调查维也纳的中国海外警务站。餐馆老板李国强说，他的父亲被威胁。
                """);
        article("mine.eml", """
                From: "Marta Birch" <marta@mail.example>
                To: desk@group.example
                Subject: station in Lyon
                Date: Tue, 10 Jan 2023 09:12:00 +0100
                MIME-Version: 1.0
                Content-Type: text/plain; charset=UTF-8

                Dear colleagues,

                a waiter who lives at 14 Rue des Rosas, Lyon, was visited by men from the Chinese police station in Lyon. The
                French interior ministry told me that it is investigating the station in Lyon.

                Marta Birch
                """);
        try (Case open = Case.openOrCreate(folder.resolve("a.case"), SETTINGS)) {
            open.read(List.of(folder.resolve("in")), ReadListener.silent());
            CaseView view = open.view();
            for (String shown : shown(view)) {
                assertThat(shown).doesNotContain(SECRETS);
            }
            assertThat(view.statements()).as("there is something to show").isNotEmpty();
            assertThat(dates(view)).noneMatch(date -> date.year() == 1984);
        }
    }

    private static List<String> shown(CaseView view) throws CaseException {
        List<String> shown = new ArrayList<>();
        view.statements().values().forEach(each -> shown.add(each.toString()));
        view.findings().forEach(each -> shown.add(each.toString()));
        view.entities().values().forEach(each -> shown.add(each.toString()));
        view.traces().values().forEach(each -> shown.add(each.toString()));
        view.cited().forEach(each -> shown.add(each.toString()));
        for (var id : view.documents()) {
            view.document(id).map(Document::toString).ifPresent(shown::add);
            view.attributions(id).forEach(each -> shown.add(each.toString()));
            assertThat(view.disclosure(id)).isNotEqualTo(Disclosure.OPEN);
        }
        return shown;
    }

    private static List<PartialDate> dates(CaseView view) {
        return view.statements().values().stream()
                .map(Statement::slots)
                .flatMap(slots -> slots.values().stream())
                .filter(SlotValue.Period.class::isInstance)
                .flatMap(period -> ((SlotValue.Period) period).from().stream())
                .toList();
    }
}
