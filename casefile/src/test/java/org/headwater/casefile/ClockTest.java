package org.headwater.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.headwater.casefile.Decision.Action;
import org.headwater.evidence.CustodyEntry;
import org.headwater.evidence.CustodyLog;
import org.headwater.model.StatementId;
import org.headwater.model.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The machine's clock is set back while a case is worked on. What came later stays later. */
class ClockTest {
    private static final List<String> TIMES =
            List.of("2026-06-01T12:00:00Z", "2024-01-01T00:00:00Z", "1970-01-01T00:00:00Z", "2026-06-01T12:00:00Z");

    @TempDir
    private Path folder;

    @Test
    void theOrderOfTheLogHoldsWhateverTheClockSays() throws IOException, CaseException {
        Path files = Files.createDirectory(folder.resolve("files"));
        Path kept = folder.resolve("a.case");
        for (int i = 0; i < TIMES.size(); i++) {
            Files.writeString(files.resolve("article-" + i + ".txt"), """
                    The Lakeside Post

                    The Orchard Watch said on 3 May 2022 that it had counted %d Chinese police stations in 5 countries.
                    """.formatted(12 + i));
            try (Case open = Case.openOrCreate(kept, at(TIMES.get(i)))) {
                open.read(List.of(files), ReadListener.silent());
                StatementId first = open.view().statements().keySet().iterator().next();
                open.decide(i % 2 == 0 ? Action.REJECT : Action.ACCEPT, first.value(), Map.of(), "look " + i);
                assertThat(open.view().documents()).hasSize(i + 1);
                assertThat(open.verify(ReadListener.silent()).faults())
                        .as("at " + TIMES.get(i))
                        .isEmpty();
            }
        }
        try (Case open = Case.open(kept, at("2026-06-02T12:00:00Z"))) {
            assertThat(open.view().decisions())
                    .extracting(Decision::why)
                    .containsExactly("look 0", "look 1", "look 2", "look 3");
            Decision last = open.view().decisions().get(3);
            assertThat(open.view()
                            .statements()
                            .get(new StatementId(last.target()))
                            .status())
                    .isEqualTo(Status.ACCEPTED);
        }
        List<CustodyEntry> entries = new ArrayList<>();
        CustodyLog.replay(kept.resolve("custody.log"), entries::add);
        assertThat(entries).extracting(CustodyEntry::sequence).isSorted();
        assertThat(entries.get(entries.size() - 1).time()).isEqualTo(Instant.parse(TIMES.get(3)));
    }

    private static CaseSettings at(String time) {
        return CaseSettings.usual(Clock.fixed(Instant.parse(time), ZoneOffset.UTC), "ann");
    }
}
