package org.headwater.casefile;

import static org.headwater.casefile.schema.Tables.DECISION;
import static org.headwater.casefile.schema.Tables.FINDING_LINE;
import static org.headwater.casefile.schema.Tables.FINDING_PARTY;
import static org.headwater.casefile.schema.Tables.FINDING_PLACE;

import org.jooq.Condition;
import org.jooq.impl.DSL;

/** A query for findings as a condition on their lines. */
final class FindingConditions {
    private FindingConditions() {}

    static Condition of(FindingQuery query) {
        return DSL.and(
                query.kind().map(FINDING_LINE.KIND::eq).orElse(DSL.noCondition()),
                query.words().map(FINDING_LINE.SUBJECT::containsIgnoreCase).orElse(DSL.noCondition()),
                // A month stands before its days, so that the first day of a month belongs to a search from that month.
                query.from().map(FINDING_LINE.FROM_DATE::ge).orElse(DSL.noCondition()),
                query.to().map(to -> FINDING_LINE.FROM_DATE.le(to + "~")).orElse(DSL.noCondition()),
                query.country().map(FindingConditions::country).orElse(DSL.noCondition()),
                query.place().map(FindingConditions::place).orElse(DSL.noCondition()),
                query.party().map(FindingConditions::party).orElse(DSL.noCondition()),
                query.trait().map(FindingConditions::trait).orElse(DSL.noCondition()));
    }

    private static Condition country(String code) {
        return FINDING_LINE.FINDING.in(
                DSL.select(FINDING_PLACE.FINDING).from(FINDING_PLACE).where(FINDING_PLACE.COUNTRY.eq(code)));
    }

    private static Condition place(String key) {
        return FINDING_LINE.FINDING.in(
                DSL.select(FINDING_PLACE.FINDING).from(FINDING_PLACE).where(FINDING_PLACE.PLACE.eq(key)));
    }

    private static Condition party(String name) {
        return FINDING_LINE.FINDING.in(
                DSL.select(FINDING_PARTY.FINDING).from(FINDING_PARTY).where(FINDING_PARTY.PARTY.eq(name)));
    }

    private static Condition trait(FindingQuery.Trait trait) {
        return switch (trait) {
            case ONE_ORIGIN -> FINDING_LINE.ORIGINS.eq(1L);
            case SEVERAL_ORIGINS -> FINDING_LINE.ORIGINS.ge(2L);
            case NO_ORIGIN -> FINDING_LINE.ORIGINS.eq(0L);
            case DENIED -> FINDING_LINE.DENIALS.gt(0L);
            case CONFLICTING -> FINDING_LINE.CONFLICTS.gt(0L);
            case WAITING -> FINDING_LINE.WAITING.gt(0L);
            case DECIDED -> FINDING_LINE.WAITING.eq(0L);
            case ASSESSED ->
                FINDING_LINE.FINDING.in(
                        DSL.select(DECISION.TARGET).from(DECISION).where(DECISION.ACTION.eq("assess")));
        };
    }
}
