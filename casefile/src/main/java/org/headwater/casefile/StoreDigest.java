package org.headwater.casefile;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.stream.Stream;
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
    /** Raised whenever the digest of the same case comes out differently: by other tables here, or by other columns. */
    static final String VERSION = "4." + Store.SCHEMA_VERSION;

    /** Every table that is derived, each in the order of its key. */
    static final List<Table<?>> TABLES = Stream.concat(
                    Stream.of(
                            Tables.DOCUMENT,
                            Tables.READING,
                            Tables.STATEMENT,
                            Tables.ENTITY,
                            Tables.DERIVATION,
                            Tables.TRACE,
                            Tables.FINDING,
                            Tables.DECIDED,
                            Tables.UNPROPOSED),
                    Lines.TABLES.stream())
            .toList();

    /** What changes with a decision, before anything is derived anew; {@link StoreCheck} counts it again. */
    private static final List<Field<?>> DECIDED_AT_ONCE =
            List.of(Tables.STATEMENT_LINE.STATUS, Tables.FINDING_LINE.WAITING);

    private final MessageDigest digest = ContentHash.sha256();

    private StoreDigest() {}

    /** The digest of the store as this transaction sees it. */
    static Sha256 of(DSLContext sql) {
        StoreDigest store = new StoreDigest();
        for (Table<?> table : TABLES) {
            store.add(table.getName());
            List<Field<?>> columns = Stream.of(table.fields())
                    .filter(field -> !DECIDED_AT_ONCE.contains(field))
                    .<Field<?>>map(field -> field)
                    .toList();
            try (Cursor<? extends Record> rows = sql.select(columns)
                    .from(table)
                    .orderBy(table.getPrimaryKey().getFieldsArray())
                    .fetchLazy()) {
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
