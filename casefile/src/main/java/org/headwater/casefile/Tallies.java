package org.headwater.casefile;

import java.util.HashMap;
import java.util.Map;
import org.headwater.casefile.schema.Tables;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** Counts what the store holds. */
final class Tallies {
    private Tallies() {}

    static CaseTally of(DSLContext sql) {
        var line = Tables.FINDING_LINE;
        Map<String, Long> statements = new HashMap<>();
        sql.select(Tables.STATEMENT_LINE.STATUS, DSL.count())
                .from(Tables.STATEMENT_LINE)
                .groupBy(Tables.STATEMENT_LINE.STATUS)
                .fetch()
                .forEach(row -> statements.put(row.value1(), row.value2().longValue()));
        return new CaseTally(
                sql.fetchCount(Tables.DOCUMENT),
                statements,
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
                        .orElse(0L),
                sql.fetchCount(Tables.INTAKE, Tables.INTAKE.OUTCOME.eq("refused")));
    }

    private static long findings(DSLContext sql, Condition which) {
        return sql.fetchCount(Tables.FINDING_LINE, which);
    }
}
