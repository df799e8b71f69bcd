package org.headwater.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.headwater.casefile.schema.DefaultSchema;
import org.headwater.casefile.schema.Tables;
import org.jooq.Table;
import org.junit.jupiter.api.Test;

/** Whoever adds a table to the store says how damage to it is seen. */
class StoreDigestTest {
    /** Held against the custody log row by row, under a sum of their own, or without effect on what is shown. */
    private static final List<Table<?>> OTHERWISE =
            List.of(Tables.ITEM, Tables.DECISION, Tables.INTAKE, Tables.FACT, Tables.CUSTODY_MARK);

    @Test
    void everyTableIsUnderADigestOrCheckedOtherwise() {
        List<Table<?>> covered = new ArrayList<>(StoreDigest.TABLES);
        covered.addAll(OTHERWISE);
        assertThat(covered)
                .as("tables whose rows cannot be changed unseen")
                .containsExactlyInAnyOrderElementsOf(DefaultSchema.DEFAULT_SCHEMA.getTables());
        assertThat(StoreDigest.TABLES).allMatch(table -> table.getPrimaryKey() != null);
    }
}
