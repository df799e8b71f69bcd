package org.headwater.casefile;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import org.headwater.casefile.schema.Tables;
import org.headwater.model.ContentHash;
import org.headwater.model.Sha256;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;

/**
 * One digest over what the store holds of documents, statements and findings. The custody log has that of the last
 * derivation, so that a row which was changed behind the program's back is seen, though it could be derived again.
 */
final class StoreDigest {
    /** The tables with the column that orders them. */
    private static final List<Map.Entry<Table<?>, Field<String>>> TABLES = List.of(
            Map.entry(Tables.DOCUMENT, Tables.DOCUMENT.ID),
            Map.entry(Tables.READING, Tables.READING.DOCUMENT),
            Map.entry(Tables.STATEMENT, Tables.STATEMENT.ID),
            Map.entry(Tables.ENTITY, Tables.ENTITY.ID),
            Map.entry(Tables.DERIVATION, Tables.DERIVATION.ID),
            Map.entry(Tables.TRACE, Tables.TRACE.STATEMENT),
            Map.entry(Tables.FINDING, Tables.FINDING.ID));

    private final MessageDigest digest = ContentHash.sha256();

    private StoreDigest() {}

    /** The digest of the store as this transaction sees it. */
    static Sha256 of(DSLContext sql) {
        StoreDigest store = new StoreDigest();
        for (Map.Entry<Table<?>, Field<String>> table : TABLES) {
            store.add(table.getKey().getName());
            try (Cursor<? extends Record> rows =
                    sql.selectFrom(table.getKey()).orderBy(table.getValue()).fetchLazy()) {
                for (Record row : rows) {
                    for (int i = 0; i < row.size(); i++) {
                        store.add(String.valueOf(row.get(i)));
                    }
                }
            }
        }
        store.add(SettledRows.withheldFact(sql));
        return Sha256.of(store.digest.digest());
    }

    /** Length first, so that no two rows are told apart by nothing. */
    private void add(String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + " ").getBytes(StandardCharsets.US_ASCII));
        digest.update(bytes);
    }
}
