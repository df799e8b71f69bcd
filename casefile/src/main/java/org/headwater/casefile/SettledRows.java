package org.headwater.casefile;

import java.util.ArrayList;
import java.util.List;
import org.headwater.casefile.schema.Tables;
import org.headwater.codebook.Codebook;
import org.headwater.evidence.CustodyEvent;
import org.headwater.model.ContentHash;
import org.headwater.model.Derivation;
import org.headwater.model.Entity;
import org.headwater.model.Finding;
import org.headwater.model.OriginTrace;
import org.headwater.model.Sha256;
import org.headwater.model.Statement;
import org.jooq.DSLContext;
import org.jooq.Table;

/** What is derived over the whole case, in the store. */
final class SettledRows {
    /** Name of the fact that says from what the derived rows were made. */
    static final String BASIS = "settled";

    /** Action of the custody entry of a derivation run. */
    static final String DERIVE = "derive";

    /** Its detail that holds the {@link StoreDigest}. */
    static final String DIGEST = "store-sha256";

    /** Its detail that says how that digest was made. */
    static final String DIGEST_VERSION = "store-version";

    /** Action of the custody entry that everything derived is about to be made anew. */
    static final String REBUILD = "rebuild";

    /** Name of the fact that holds the words that are not given out. */
    static final String WITHHELD = "withheld";

    /** Raised whenever other words of the same case may be withheld. */
    private static final String WITHHELD_VERSION = "withheld@4";

    /** What is derived over the case. */
    private static final List<Table<?>> TABLES = List.of(
            Tables.STATEMENT, Tables.ENTITY, Tables.DERIVATION, Tables.TRACE, Tables.FINDING, Tables.UNPROPOSED);

    private SettledRows() {}

    /** The words that the case does not give out; what was redacted since the last settlement is among them. */
    static WithheldWords withheldWords(Store store) {
        return withheldWords(store, DecisionRows.all(store));
    }

    /** The same, by decisions that were read before. */
    static WithheldWords withheldWords(Store store, List<Decision> decisions) {
        WithheldWords settled = store.fact(WITHHELD)
                .map(text -> InternalJson.read(text, WithheldWords.class))
                .orElse(WithheldWords.NONE);
        List<Redaction> known = new ArrayList<>(settled.redacted());
        known.addAll(RedactedElsewhere.read(store));
        return settled.withRedactions(
                Redaction.of(Rulings.shaping(decisions), id -> DocumentRows.load(store, id), known));
    }

    /** Keeps the words that are not given out before what they stand in is forgotten. */
    static void keepWithheld(DSLContext sql, WithheldWords words) {
        Store.putFact(sql, WITHHELD, InternalJson.write(words));
    }

    /** The words that are not given out, as they are in the store; empty if there are none. */
    static String withheldFact(DSLContext sql) {
        return sql.select(Tables.FACT.CONTENT)
                .from(Tables.FACT)
                .where(Tables.FACT.NAME.eq(WITHHELD))
                .fetchOptional(Tables.FACT.CONTENT)
                .orElse("");
    }

    /**
     * What the derived rows depend on, as one line: documents with their readings, decisions, codebook, and the version
     * of the rules. Equal lines mean that nothing needs to be derived again.
     */
    static String basis(Store store, String codebook) {
        List<Decision> decisions = DecisionRows.all(store);
        return store.query(sql -> {
            ContentHash hash =
                    ContentHash.of(codebook, Settlement.VERSION, Lines.VERSION, WITHHELD_VERSION, StoreDigest.VERSION);
            sql.select(Tables.READING.DOCUMENT, Tables.READING.CODEBOOK, Tables.DOCUMENT.FILE)
                    .from(Tables.READING)
                    .join(Tables.DOCUMENT)
                    .on(Tables.DOCUMENT.ID.eq(Tables.READING.DOCUMENT))
                    .orderBy(Tables.READING.DOCUMENT)
                    .fetch()
                    .forEach(row -> hash.with(row.value1()).with(row.value2()).with(row.value3()));
            Rulings.shaping(decisions).forEach(decision -> hash.with(decision.sequence()));
            return hash.id("basis");
        });
    }

    /** Whether what is derived is up to date. */
    static boolean isSettled(Store store, String codebook) {
        return store.fact(BASIS).filter(basis(store, codebook)::equals).isPresent();
    }

    /**
     * What was worked out, and from what.
     *
     * @param settlement what came out
     * @param withheld the words that are not given out
     * @param basis from what; see {@link #basis}
     * @param decisions number of decisions that were known
     */
    record Derived(Settlement settlement, WithheldWords withheld, String basis, int decisions) {}

    /** Replaces all that was derived before, and records that, with a digest of what came out. */
    static void replace(Store store, Custody custody, Derived derived, Codebook codebook) throws CaseException {
        Settlement settlement = derived.settlement();
        String basis = derived.basis();
        store.transact(sql -> {
            keepWithheld(sql, derived.withheld());
            replace(sql, derived, codebook);
            // What was decided while this was worked out must not look undecided again.
            List<Decision> now = DecisionRows.all(store);
            now.stream().skip(derived.decisions()).forEach(decision -> DecisionRows.mark(sql, decision, now));
            Sha256 digest = StoreDigest.of(sql);
            custody.append(List.of(CustodyEvent.of(DERIVE, basis)
                    .with("rules", Settlement.VERSION)
                    .with("statements", Integer.toString(settlement.statements().size()))
                    .with("findings", Integer.toString(settlement.findings().size()))
                    .with(DIGEST_VERSION, StoreDigest.VERSION)
                    .with(DIGEST, digest.hex())));
            custody.mark(sql);
        });
    }

    private static void replace(DSLContext sql, Derived derived, Codebook codebook) {
        Settlement settlement = derived.settlement();
        TABLES.forEach(table -> sql.deleteFrom(table).execute());
        settlement.decided().values().forEach(each -> DecidedRows.put(sql, each));
        settlement
                .unproposed()
                .forEach((statement, reason) -> sql.insertInto(Tables.UNPROPOSED)
                        .set(Tables.UNPROPOSED.STATEMENT, statement.value())
                        .set(Tables.UNPROPOSED.REASON, reason)
                        .execute());
        long place = 0;
        for (Statement statement : settlement.statements()) {
            sql.insertInto(Tables.STATEMENT)
                    .set(Tables.STATEMENT.ID, statement.id().value())
                    .set(Tables.STATEMENT.PLACE, place++)
                    .set(Tables.STATEMENT.DOCUMENT, statement.document().value())
                    .set(Tables.STATEMENT.KIND, statement.kind())
                    .set(Tables.STATEMENT.BODY, WrittenForm.write(statement))
                    .execute();
        }
        for (Entity entity : settlement.entities()) {
            sql.insertInto(Tables.ENTITY)
                    .set(Tables.ENTITY.ID, entity.id().value())
                    .set(Tables.ENTITY.PLACE, place++)
                    .set(Tables.ENTITY.BODY, InternalJson.write(entity))
                    .execute();
        }
        for (Derivation derivation : settlement.derivations()) {
            sql.insertInto(Tables.DERIVATION)
                    .set(Tables.DERIVATION.ID, derivation.id().value())
                    .set(Tables.DERIVATION.PLACE, place++)
                    .set(Tables.DERIVATION.BODY, InternalJson.write(derivation))
                    .execute();
        }
        for (OriginTrace trace : settlement.traces()) {
            sql.insertInto(Tables.TRACE)
                    .set(Tables.TRACE.STATEMENT, trace.statement().value())
                    .set(Tables.TRACE.PLACE, place++)
                    .set(Tables.TRACE.BODY, InternalJson.write(trace))
                    .execute();
        }
        for (Finding finding : settlement.findings()) {
            sql.insertInto(Tables.FINDING)
                    .set(Tables.FINDING.ID, finding.id().value())
                    .set(Tables.FINDING.PLACE, place++)
                    .set(Tables.FINDING.KIND, finding.kind())
                    .set(Tables.FINDING.BODY, InternalJson.write(finding))
                    .execute();
        }
        Lines.replace(sql, settlement, Withholding.of(derived.withheld()), codebook);
        Store.putFact(sql, BASIS, derived.basis());
    }

    /** Forgets what was derived over the case. The words that are withheld stay, until what is shown next is settled. */
    static void forget(DSLContext sql) {
        Lines.drop(sql);
        TABLES.forEach(table -> sql.deleteFrom(table).execute());
        sql.deleteFrom(Tables.FACT).where(Tables.FACT.NAME.eq(BASIS)).execute();
    }

    /** Forgets everything that was derived, document by document and over the case. */
    static void drop(DSLContext sql) {
        sql.deleteFrom(Tables.DOCUMENT).execute();
        sql.deleteFrom(Tables.READING).execute();
        forget(sql);
        sql.deleteFrom(Tables.INTAKE).where(Tables.INTAKE.TOP_LEVEL.isFalse()).execute();
        IntakeSeal.renew(sql);
    }
}
