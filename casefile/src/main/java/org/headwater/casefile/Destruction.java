package org.headwater.casefile;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.headwater.casefile.schema.Tables;
import org.headwater.evidence.CustodyEntry;
import org.headwater.evidence.CustodyLog;
import org.headwater.evidence.EvidenceStore;
import org.headwater.evidence.SigningKey;
import org.headwater.model.Item;
import org.headwater.model.Sha256;
import org.jooq.DSLContext;

/**
 * Does what erasures in the custody log ask for. First the originals go, then every row of the store that holds words of
 * theirs, then the search index, and last the words of the log's own entries on them. A process that is killed in between
 * leaves the rest to the next one, which finds the same to do; and at each moment the case holds what the log says.
 *
 * <p>What is derived over the whole case is forgotten, and settled again without them. Old pages of the store go when it
 * is {@link Store#compact compacted}, after that.
 */
final class Destruction {
    /** Name of the fact that rows were erased whose old pages may still be in the store's files. */
    static final String PENDING = "erasing";

    private final Path folder;
    private final Store store;
    private final EvidenceStore originals;
    private final SigningKey key;

    Destruction(Path folder, Store store, EvidenceStore originals, SigningKey key) {
        this.folder = folder;
        this.store = store;
        this.originals = originals;
        this.key = key;
    }

    /** Destroys what these entries say is erased. Can be done again. */
    void carryOut(List<CustodyEntry> entries, CustodyLog log) throws IOException, CaseException {
        Set<Sha256> wanted = new HashSet<>();
        Set<Long> closes = new TreeSet<>();
        Set<Long> decisions = new TreeSet<>();
        for (CustodyEntry entry : entries) {
            Erasure.of(entry).ifPresent(erasure -> wanted.add(erasure.salted()));
            closes.addAll(entry.closes());
            decisions.addAll(Erasure.decisions(entry));
        }
        String id = entries.get(0).event().subject();
        List<Item> items = IntakeRows.items(store).stream()
                .filter(item -> wanted.contains(key.salted(item.sha256())))
                .toList();
        for (Item item : items) {
            originals.destroy(item.sha256());
        }
        if (!items.isEmpty()) {
            List<Decision> blanked = DecisionRows.all(store).stream()
                    .filter(decision -> decisions.contains(decision.sequence()))
                    .map(decision -> decision.erased(id))
                    .toList();
            store.transact(sql -> {
                items.forEach(item -> forget(sql, item));
                blanked.forEach(decision -> DecisionRows.blank(sql, decision));
                SettledRows.forget(sql);
                IntakeSeal.renew(sql);
                Store.putFact(sql, PENDING, id);
            });
        }
        if (store.fact(PENDING).isPresent()) {
            new SearchIndex(folder.resolve(Case.INDEX)).drop();
        }
        if (!closes.isEmpty()) {
            log.closeEntries(closes);
        }
    }

    private static void forget(DSLContext sql, Item item) {
        String id = item.id().value();
        sql.deleteFrom(Tables.READING)
                .where(Tables.READING.DOCUMENT.in(
                        sql.select(Tables.DOCUMENT.ID).from(Tables.DOCUMENT).where(Tables.DOCUMENT.ITEM.eq(id))))
                .execute();
        sql.deleteFrom(Tables.DOCUMENT).where(Tables.DOCUMENT.ITEM.eq(id)).execute();
        sql.deleteFrom(Tables.DECIDED).where(Tables.DECIDED.ITEM.eq(id)).execute();
        for (String path : paths(sql, id)) {
            // What could not be read inside of it has no item of its own.
            sql.deleteFrom(Tables.INTAKE)
                    .where(Tables.INTAKE.PATH.startsWith(path + IntakeRows.INSIDE))
                    .and(Tables.INTAKE.ITEM.isNull())
                    .execute();
        }
        sql.deleteFrom(Tables.INTAKE).where(Tables.INTAKE.ITEM.eq(id)).execute();
        sql.deleteFrom(Tables.ITEM).where(Tables.ITEM.ID.eq(id)).execute();
    }

    private static List<String> paths(DSLContext sql, String item) {
        return new ArrayList<>(sql.select(Tables.INTAKE.PATH)
                .from(Tables.INTAKE)
                .where(Tables.INTAKE.ITEM.eq(item))
                .fetch(Tables.INTAKE.PATH));
    }

    /** Takes old pages out of the store's files, if rows were erased since it was done last. */
    static void finish(Store store) throws CaseException {
        Optional<String> pending = store.fact(PENDING);
        if (pending.isPresent() && store.compact()) {
            store.forget(PENDING);
        }
    }
}
