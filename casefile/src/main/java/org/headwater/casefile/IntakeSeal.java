package org.headwater.casefile;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.headwater.casefile.schema.Tables;
import org.headwater.casefile.schema.tables.records.IntakeRecord;
import org.headwater.model.ContentHash;
import org.jooq.DSLContext;

/**
 * A sum over what was looked at and what came of it, kept in step row by row. What could not be kept is in no custody
 * entry, so nothing else would tell that such a row was damaged. It is no protection against somebody who writes the sum
 * anew too.
 */
final class IntakeSeal {
    private static final String FACT = "intake-seal";

    private long sum;

    private IntakeSeal(long sum) {
        this.sum = sum;
    }

    /** The sum as it stands; worked out where a case has none yet. */
    static IntakeSeal of(DSLContext sql) {
        return new IntakeSeal(recorded(sql).map(Long::parseLong).orElseGet(() -> sum(sql)));
    }

    /** Takes the row of a path, if there is one, into the sum; or out of it, if it is in. */
    void flip(DSLContext sql, String path) {
        sum ^= row(sql, path);
    }

    /** Works the sum out anew. */
    static void renew(DSLContext sql) {
        new IntakeSeal(sum(sql)).record(sql);
    }

    /** Whether the sum is that of the rows; also where a case has none yet. */
    static boolean holds(DSLContext sql) {
        return recorded(sql)
                .filter(said -> !said.equals(Long.toString(sum(sql))))
                .isEmpty();
    }

    private static Optional<String> recorded(DSLContext sql) {
        return sql.select(Tables.FACT.CONTENT)
                .from(Tables.FACT)
                .where(Tables.FACT.NAME.eq(FACT))
                .fetchOptional(Tables.FACT.CONTENT);
    }

    /** Puts the sum on record. */
    void record(DSLContext sql) {
        Store.putFact(sql, FACT, Long.toString(sum));
    }

    private static long row(DSLContext sql, String path) {
        return sql.selectFrom(Tables.INTAKE)
                .where(Tables.INTAKE.PATH.eq(path))
                .fetchOptional(IntakeSeal::of)
                .orElse(0L);
    }

    private static long sum(DSLContext sql) {
        long[] sum = {0};
        sql.selectFrom(Tables.INTAKE).forEach(row -> sum[0] ^= of(row));
        return sum[0];
    }

    private static long of(IntakeRecord row) {
        MessageDigest digest = ContentHash.sha256();
        for (Object value : row.intoArray()) {
            digest.update(String.valueOf(value).getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
        }
        return ByteBuffer.wrap(digest.digest()).getLong();
    }
}
