package org.headwater.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.headwater.casefile.Decision.Action;
import org.headwater.model.StatementId;
import org.headwater.model.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cases that released versions made, kept as they were, open with this one and lose nothing. */
class CaseMigrationTest {
    private static final CaseSettings SETTINGS =
            CaseSettings.usual(Clock.fixed(Instant.parse("2027-01-05T10:00:00Z"), ZoneOffset.UTC), "ben");

    @TempDir
    Path folder;

    @Test
    void aCaseOfVersion01OpensWithAllThatWasDecidedAndGoesOnSigned() throws Exception {
        Path kept = unpack("/cases/case-0.1.zip");
        try (Case open = Case.open(kept, SETTINGS)) {
            CaseVerification before = open.verify(ReadListener.silent());
            assertThat(before.faults()).isEmpty();
            assertThat(before.counts().signed()).isZero();
            assertThat(before.entries()).isEqualTo(9);

            CaseView view = open.view();
            assertThat(view.documents()).hasSize(3);
            assertThat(view.decisions())
                    .extracting(Decision::who)
                    .containsOnly("ann")
                    .hasSize(5);
            assertThat(view.statements()
                            .get(new StatementId("st_6d3e2436bcf08f12c2ac"))
                            .status())
                    .isEqualTo(Status.ACCEPTED);

            open.decide(Action.REJECT, "st_6d3e2436bcf08f12c2ac", Map.of(), "a second look");
            CaseVerification after = open.verify(ReadListener.silent());
            assertThat(after.faults()).isEmpty();
            assertThat(after.counts().signed()).isPositive();
            assertThat(open.view().decisions()).hasSize(6);
        }
    }

    @Test
    void aDecisionChangedInACaseOfVersion01IsFound() throws Exception {
        Path kept = unpack("/cases/case-0.1.zip");
        Case.open(kept, SETTINGS).close();
        Rows.change(kept, "update decision set why = 'because' where sequence = 2");
        try (Case open = Case.open(kept, SETTINGS)) {
            assertThat(open.verify(ReadListener.silent()).faults())
                    .singleElement()
                    .asString()
                    .contains("decision 2 of the store: it is not what custody entry 6 says");
        }
    }

    @Test
    void aCaseOfANewerVersionIsRefused() throws IOException, SQLException, CaseException {
        Path kept = unpack("/cases/case-0.1.zip");
        Case.open(kept, SETTINGS).close();
        Rows.change(
                kept,
                "insert into flyway_schema_history select 99, '99', 'newer', type, 'V99__newer.sql', 0, '', installed_on, 1, 1"
                        + " from flyway_schema_history where version = '1'");

        assertThatThrownBy(() -> Case.open(kept, SETTINGS))
                .isInstanceOf(CaseException.class)
                .hasMessageContaining("version 99, this program knows up to " + Store.SCHEMA_VERSION)
                .hasMessageContaining("use a newer Headwater");
    }

    private Path unpack(String resource) throws IOException {
        Path kept = Files.createDirectory(folder.resolve("old.case"));
        try (InputStream in = CaseMigrationTest.class.getResourceAsStream(resource);
                ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path file = kept.resolve(entry.getName());
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                } else {
                    Files.createDirectories(file.getParent());
                    Files.write(file, zip.readAllBytes());
                }
            }
        }
        return kept;
    }
}
