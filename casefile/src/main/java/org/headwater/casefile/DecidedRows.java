package org.headwater.casefile;

import java.util.Map;
import java.util.TreeMap;
import org.headwater.casefile.schema.Tables;
import org.headwater.model.Document;
import org.headwater.model.ItemId;
import org.headwater.model.Statement;
import org.headwater.model.StatementId;
import org.jooq.DSLContext;

/** What decisions on statements speak about, in the store. */
final class DecidedRows {
    private DecidedRows() {}

    /**
     * A statement as it stood when it was first decided on.
     *
     * @param statement as read, before any decision; or as added
     * @param item the original its document is from
     * @param part the part of that original
     */
    record Decided(Statement statement, ItemId item, String part) {
        /** The original and part it stands in, whichever reader made a document of it. */
        String where() {
            return where(item, part);
        }

        static String where(Document document) {
            return where(document.item(), document.part());
        }

        private static String where(ItemId item, String part) {
            return item.value() + "|" + part;
        }
    }

    static Map<StatementId, Decided> all(Store store) {
        Map<StatementId, Decided> all = new TreeMap<>();
        store.query(sql -> sql.selectFrom(Tables.DECIDED).fetch()).forEach(row -> {
            Statement statement = WrittenForm.read(row.getBody());
            all.put(statement.id(), new Decided(statement, new ItemId(row.getItem()), row.getPart()));
        });
        return all;
    }

    /** Puts down a statement as it stands; one that is known stays as it is. */
    static void put(DSLContext sql, Decided decided) {
        sql.insertInto(Tables.DECIDED)
                .set(Tables.DECIDED.STATEMENT, decided.statement().id().value())
                .set(Tables.DECIDED.ITEM, decided.item().value())
                .set(Tables.DECIDED.PART, decided.part())
                .set(Tables.DECIDED.BODY, WrittenForm.write(decided.statement()))
                .onConflictDoNothing()
                .execute();
    }

    /** Why no pattern proposes a statement that was decided on; empty while one does. */
    static Map<StatementId, String> unproposed(Store store) {
        Map<StatementId, String> all = new TreeMap<>();
        store.query(sql -> sql.selectFrom(Tables.UNPROPOSED).fetch())
                .forEach(row -> all.put(new StatementId(row.getStatement()), row.getReason()));
        return all;
    }
}
