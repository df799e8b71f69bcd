package org.headwater.casefile;

import static org.headwater.casefile.schema.Tables.FINDING_LINE;
import static org.headwater.casefile.schema.Tables.FINDING_PARTY;
import static org.headwater.casefile.schema.Tables.FINDING_PLACE;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.headwater.model.FindingId;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.TableField;
import org.jooq.impl.DSL;

/**
 * Where findings meet: in a country, a month, a place, a party. Each is worked out when first asked for and then kept, as it
 * holds until the case is settled anew. Safe for use by several threads.
 */
final class Crossings {
    private final Store store;
    private final Map<String, List<Holdings.Cell>> responses = new ConcurrentHashMap<>();
    private final Map<Optional<String>, Map<String, Long>> months = new ConcurrentHashMap<>();
    private final Map<Optional<String>, List<Holdings.Spot>> places = new ConcurrentHashMap<>();
    private final Map<Integer, List<Holdings.Tie>> ties = new ConcurrentHashMap<>();
    private final Map<List<Object>, Map<String, Long>> counts = new ConcurrentHashMap<>();

    private Optional<JoinedNames> joinedNames = Optional.empty();
    private Optional<Tallies.Settled> settled = Optional.empty();

    Crossings(Store store) {
        this.store = store;
    }

    synchronized Tallies.Settled settled() {
        if (settled.isEmpty()) {
            settled = Optional.of(store.query(Tallies::settled));
        }
        return settled.get();
    }

    synchronized JoinedNames joinedNames() {
        if (joinedNames.isEmpty()) {
            joinedNames = Optional.of(JoinedNames.in(store));
        }
        return joinedNames.get();
    }

    List<Holdings.Cell> responses(String kind) {
        return responses.computeIfAbsent(kind, this::readResponses);
    }

    Map<String, Long> months(Optional<String> kind) {
        return months.computeIfAbsent(kind, this::readMonths);
    }

    List<Holdings.Spot> places(Optional<String> kind, Optional<String> until) {
        return until.isPresent()
                ? readPlaces(kind, until)
                : places.computeIfAbsent(kind, of -> readPlaces(of, Optional.empty()));
    }

    List<Holdings.Tie> ties(int most) {
        return ties.computeIfAbsent(most, this::readTies);
    }

    /** How often each value stands in a column, most first. */
    Map<String, Long> counted(TableField<?, String> column, int most) {
        return counts.computeIfAbsent(List.of(column, most), key -> readCounts(column, most));
    }

    private Map<String, Long> readCounts(TableField<?, String> column, int most) {
        Map<String, Long> counted = new LinkedHashMap<>();
        store.query(sql -> sql.select(column, DSL.count())
                        .from(column.getTable())
                        .where(column.ne(""))
                        .groupBy(column)
                        .orderBy(DSL.count().desc(), column.asc())
                        .limit(most)
                        .fetch())
                .forEach(row -> counted.put(row.value1(), row.value2().longValue()));
        return Collections.unmodifiableMap(counted);
    }

    private List<Holdings.Cell> readResponses(String kind) {
        return store.query(sql -> sql.select(
                        FINDING_PLACE.COUNTRY,
                        FINDING_LINE.WORD,
                        FINDING_LINE.FINDING,
                        FINDING_LINE.FROM_DATE,
                        FINDING_LINE.ORIGINS,
                        FINDING_LINE.DENIALS)
                .from(FINDING_LINE)
                .join(FINDING_PLACE)
                .on(FINDING_PLACE.FINDING.eq(FINDING_LINE.FINDING))
                .where(FINDING_LINE.KIND.eq(kind))
                .and(FINDING_PLACE.ABOUT.isTrue())
                .and(FINDING_PLACE.COUNTRY.ne(""))
                .and(FINDING_LINE.WORD.ne(""))
                .orderBy(FINDING_LINE.PLACE)
                .fetch(row -> new Holdings.Cell(
                        row.value1(),
                        row.value2(),
                        new FindingId(row.value3()),
                        row.value4(),
                        row.value5(),
                        row.value6())));
    }

    private Map<String, Long> readMonths(Optional<String> kind) {
        Field<String> month = DSL.substring(FINDING_LINE.FROM_DATE, 1, 7);
        Map<String, Long> counted = new LinkedHashMap<>();
        store.query(sql -> sql.select(month, DSL.count())
                        .from(FINDING_LINE)
                        .where(FINDING_LINE.FROM_DATE.ne("").and(ofKind(kind)))
                        .groupBy(month)
                        .orderBy(month)
                        .fetch())
                .forEach(row -> counted.put(row.value1(), row.value2().longValue()));
        return Collections.unmodifiableMap(counted);
    }

    private static Condition ofKind(Optional<String> kind) {
        return kind.map(FINDING_LINE.KIND::eq).orElse(DSL.noCondition());
    }

    private List<Holdings.Spot> readPlaces(Optional<String> kind, Optional<String> until) {
        Condition then =
                until.map(month -> FINDING_LINE.FROM_DATE.le(month + "~")).orElse(DSL.noCondition());
        Field<String> from = DSL.min(DSL.nullif(FINDING_LINE.FROM_DATE, ""));
        Field<Integer> denied = DSL.count(DSL.nullif(FINDING_LINE.DENIALS, DSL.inline(0L)));
        return store.query(sql -> sql.select(
                        FINDING_PLACE.PLACE,
                        FINDING_PLACE.NAME,
                        FINDING_PLACE.COUNTRY,
                        DSL.count(),
                        DSL.max(FINDING_LINE.ORIGINS),
                        denied,
                        from)
                .from(FINDING_PLACE)
                .join(FINDING_LINE)
                .on(FINDING_LINE.FINDING.eq(FINDING_PLACE.FINDING))
                .where(FINDING_PLACE.ABOUT.isTrue())
                .and(ofKind(kind))
                .and(then)
                .groupBy(FINDING_PLACE.PLACE, FINDING_PLACE.NAME, FINDING_PLACE.COUNTRY)
                .orderBy(DSL.count().desc(), FINDING_PLACE.NAME)
                .fetch(row -> new Holdings.Spot(
                        row.value1(),
                        row.value2(),
                        row.value3(),
                        row.value4().longValue(),
                        row.value5(),
                        row.value6().longValue(),
                        row.value7() == null ? "" : row.value7())));
    }

    private List<Holdings.Tie> readTies(int most) {
        var one = FINDING_PARTY.as("one");
        var other = FINDING_PARTY.as("other");
        List<Holdings.Tie> all =
                new ArrayList<>(store.query(sql -> sql.select(one.PARTY, one.SLOT, other.PARTY, other.SLOT, DSL.count())
                        .from(one)
                        .join(other)
                        .on(other.FINDING.eq(one.FINDING).and(one.PARTY.lt(other.PARTY)))
                        .groupBy(one.PARTY, one.SLOT, other.PARTY, other.SLOT)
                        .orderBy(DSL.count().desc(), one.PARTY, other.PARTY)
                        .limit(most)
                        .fetch(row -> new Holdings.Tie(
                                row.value1(),
                                row.value2(),
                                row.value3(),
                                row.value4(),
                                row.value5().longValue()))));
        all.addAll(store.query(sql -> sql.select(one.PARTY, one.SLOT, FINDING_PLACE.NAME, DSL.count())
                .from(one)
                .join(FINDING_PLACE)
                .on(FINDING_PLACE.FINDING.eq(one.FINDING))
                .groupBy(one.PARTY, one.SLOT, FINDING_PLACE.NAME)
                .orderBy(DSL.count().desc(), one.PARTY, FINDING_PLACE.NAME)
                .limit(most)
                .fetch(row -> new Holdings.Tie(
                        row.value1(),
                        row.value2(),
                        row.value3(),
                        "place",
                        row.value4().longValue()))));
        all.sort(Comparator.comparingLong(Holdings.Tie::findings)
                .reversed()
                .thenComparing(Holdings.Tie::one)
                .thenComparing(Holdings.Tie::other));
        return List.copyOf(all.subList(0, Math.min(most, all.size())));
    }
}
