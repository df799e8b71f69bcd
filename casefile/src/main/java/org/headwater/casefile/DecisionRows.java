package org.headwater.casefile;

import com.fasterxml.jackson.core.type.TypeReference;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.headwater.casefile.schema.Tables;
import org.headwater.model.Statement;
import org.headwater.model.Status;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** Decisions in the store. */
final class DecisionRows {
    private DecisionRows() {}

    static List<Decision> all(Store store) {
        return store.query(sql -> sql.selectFrom(Tables.DECISION)
                .orderBy(Tables.DECISION.SEQUENCE)
                .fetch(row -> new Decision(
                        row.getSequence(),
                        Instant.parse(row.getAt()),
                        row.getWho(),
                        row.getWhy(),
                        Decision.Action.ofWord(row.getAction()),
                        row.getTarget(),
                        InternalJson.read(row.getChanges(), new TypeReference<Map<String, String>>() {}),
                        row.getBundle())));
    }

    /** The number of the last decision by which something may be redacted or no longer be; 0 if there is none. */
    static long lastRedaction(Store store) {
        return store.query(sql -> sql.select(DSL.max(Tables.DECISION.SEQUENCE))
                .from(Tables.DECISION)
                .where(Tables.DECISION.ACTION.in(Decision.Action.REDACT.word(), Decision.Action.UNDO.word()))
                .fetchOptional(0, Long.class)
                .orElse(0L));
    }

    static void add(DSLContext sql, Decision decision) {
        sql.insertInto(Tables.DECISION)
                .set(Tables.DECISION.SEQUENCE, decision.sequence())
                .set(Tables.DECISION.AT, decision.at().toString())
                .set(Tables.DECISION.WHO, decision.who())
                .set(Tables.DECISION.WHY, decision.why())
                .set(Tables.DECISION.ACTION, decision.action().word())
                .set(Tables.DECISION.TARGET, decision.target())
                .set(Tables.DECISION.CHANGES, InternalJson.write(decision.changes()))
                .set(Tables.DECISION.BUNDLE, decision.bundle())
                .execute();
    }

    /** Takes the words out of a decision. */
    static void blank(DSLContext sql, Decision erased) {
        sql.update(Tables.DECISION)
                .set(Tables.DECISION.WHY, erased.why())
                .set(Tables.DECISION.CHANGES, InternalJson.write(erased.changes()))
                .where(Tables.DECISION.SEQUENCE.eq(erased.sequence()))
                .execute();
    }

    /** Adds decisions and shows at once where the statements stand that they are on. */
    static void take(Store store, DSLContext sql, List<Decision> decisions) {
        decisions.forEach(decision -> add(sql, decision));
        List<Decision> now = all(store);
        decisions.forEach(decision -> mark(sql, decision, now));
    }

    /** Shows at once where the statement stands that a decision is on; what follows shows when the case is settled. */
    static void mark(DSLContext sql, Decision decision, List<Decision> now) {
        Decided.statement(now, decision).ifPresent(statement -> {
            sql.update(Tables.STATEMENT_LINE)
                    .set(
                            Tables.STATEMENT_LINE.STATUS,
                            Rulings.of(now).status(statement).word())
                    .where(Tables.STATEMENT_LINE.STATEMENT.eq(statement))
                    .execute();
            countWaiting(sql, statement);
        });
    }

    /** How many statements wait in each finding that this statement belongs to. */
    private static void countWaiting(DSLContext sql, String statement) {
        var line = Tables.STATEMENT_LINE;
        var member = Tables.FINDING_STATEMENT;
        sql.select(member.FINDING)
                .from(member)
                .where(member.STATEMENT.eq(statement))
                .fetch(member.FINDING)
                .forEach(finding -> sql.update(Tables.FINDING_LINE)
                        .set(Tables.FINDING_LINE.WAITING, (long) sql.fetchCount(DSL.select(line.STATEMENT)
                                .from(member)
                                .join(line)
                                .on(line.STATEMENT.eq(member.STATEMENT))
                                .where(member.FINDING.eq(finding))
                                .and(line.STATUS.eq(Status.PROPOSED.word()))))
                        .where(Tables.FINDING_LINE.FINDING.eq(finding))
                        .execute());
    }

    /** The statement that a row holds, as decisions since the last settlement have it. */
    static Statement statement(String body, String status) {
        Statement settled = InternalJson.read(body, Statement.class);
        return status == null ? settled : settled.withStatus(Status.ofWord(status));
    }
}
