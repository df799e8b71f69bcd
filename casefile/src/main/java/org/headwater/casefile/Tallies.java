package org.headwater.casefile;

import java.util.HashMap;
import java.util.Map;
import org.headwater.casefile.schema.Tables;
import org.headwater.model.Status;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** Counts what the store holds. */
final class Tallies {
    private Tallies() {}

    /**
     * What only changes when the case is settled.
     *
     * @param statements number of statements, whatever was decided on them
     */
    record Settled(
            long statements,
            long findings,
            long oneOrigin,
            long noOrigin,
            long severalOrigins,
            long denied,
            long conflicting,
            long names,
            long copies) {}

    static Settled settled(DSLContext sql) {
        var line = Tables.FINDING_LINE;
        return new Settled(
                sql.fetchCount(Tables.STATEMENT_LINE),
                sql.fetchCount(line),
                findings(sql, line.ORIGINS.eq(1L)),
                findings(sql, line.ORIGINS.eq(0L)),
                findings(sql, line.ORIGINS.ge(2L)),
                findings(sql, line.DENIALS.gt(0L)),
                findings(sql, line.CONFLICTS.gt(0L)),
                sql.fetchCount(Tables.ENTITY_LINE),
                sql.select(DSL.countDistinct(Tables.DERIVATION_LINE.DERIVED))
                        .from(Tables.DERIVATION_LINE)
                        .fetchOptional(0, Long.class)
                        .orElse(0L));
    }

    /** Counts the rest, which may change at any time. */
    static CaseTally of(DSLContext sql, Settled settled) {
        Map<String, Long> statements = new HashMap<>();
        long decided = 0;
        for (Status status : Status.values()) {
            // Most wait: they are what is left, so that they need not be counted one by one.
            if (status != Status.PROPOSED) {
                long count = sql.fetchCount(Tables.STATEMENT_LINE, Tables.STATEMENT_LINE.STATUS.eq(status.word()));
                if (count > 0) {
                    statements.put(status.word(), count);
                }
                decided += count;
            }
        }
        if (settled.statements() > decided) {
            statements.put(Status.PROPOSED.word(), settled.statements() - decided);
        }
        return new CaseTally(
                sql.fetchCount(Tables.DOCUMENT),
                statements,
                settled.findings(),
                settled.oneOrigin(),
                settled.noOrigin(),
                settled.severalOrigins(),
                settled.denied(),
                settled.conflicting(),
                settled.names(),
                settled.copies(),
                sql.fetchCount(Tables.INTAKE, Tables.INTAKE.OUTCOME.eq("refused")));
    }

    private static long findings(DSLContext sql, Condition which) {
        return sql.fetchCount(Tables.FINDING_LINE, which);
    }
}
