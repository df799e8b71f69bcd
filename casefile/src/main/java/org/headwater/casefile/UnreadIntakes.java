package org.headwater.casefile;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.headwater.casefile.schema.Tables;
import org.headwater.evidence.CustodyEntry;
import org.headwater.evidence.CustodyHead;
import org.headwater.evidence.CustodyLog;
import org.headwater.model.Item;
import org.headwater.model.Sha256;
import org.jooq.DSLContext;

/**
 * Originals that are in the custody log and not in the store: a process was killed in between, or the end of the store's
 * write-ahead log was lost. They are on record as a fact until they are read, from the bytes that were kept.
 */
final class UnreadIntakes {
    private static final String FACT = "unread";
    private static final String INTAKE = "intake";

    private UnreadIntakes() {}

    /**
     * An intake as its custody entry has it.
     *
     * @param item the item's id
     * @param from where it was taken from
     * @param taken when, ISO 8601
     * @param who by whom
     * @param named whether it is no part of another one
     */
    record Logged(String item, Sha256 sha256, String from, String taken, String who, boolean named) {
        /** The item with when and by whom it was taken in, if it is this one. */
        Optional<Item> asTakenIn(Item read) {
            return isOf(read.id().value(), read.takenFrom())
                    ? Optional.of(new Item(
                            read.id(),
                            read.sha256(),
                            read.mediaType(),
                            read.size(),
                            read.name(),
                            Instant.parse(taken),
                            from,
                            who))
                    : Optional.empty();
        }

        boolean isOf(String otherItem, String otherFrom) {
            return item.equals(otherItem) && from.equals(otherFrom);
        }
    }

    /** What the log beyond a head has of these, and those that are on record already. */
    static List<Logged> after(Path log, Optional<CustodyHead> known, Store store) throws IOException {
        List<Logged> unread = new ArrayList<>(all(store));
        CustodyLog.replay(log, known.orElse(CustodyHead.EMPTY), entry -> {
            if (entry.event().action().equals(INTAKE) && isMissing(entry, known.isPresent(), store)) {
                unread.add(logged(entry, unread));
            }
        });
        return unread;
    }

    /** In a case of Headwater 0.1, which remembers no head, only what it has nothing at all of. */
    private static boolean isMissing(CustodyEntry entry, boolean remembers, Store store) {
        String item = entry.event().subject();
        String from = entry.event().details().getOrDefault("from", "");
        return !store.query(sql -> sql.fetchExists(Tables.ITEM, Tables.ITEM.ID.eq(item)))
                || (remembers
                        && !store.query(sql -> sql.fetchExists(
                                Tables.INTAKE, Tables.INTAKE.PATH.eq(from).and(Tables.INTAKE.ITEM.eq(item)))));
    }

    private static Logged logged(CustodyEntry entry, List<Logged> before) {
        Map<String, String> details = entry.event().details();
        String from = details.getOrDefault("from", "");
        return new Logged(
                entry.event().subject(),
                new Sha256(details.getOrDefault("sha256", "")),
                from,
                details.getOrDefault("taken", entry.time().toString()),
                entry.who(),
                before.stream().noneMatch(other -> from.startsWith(other.from() + "!/")));
    }

    /** Those on record, in the order of the log. */
    static List<Logged> all(Store store) {
        return store.fact(FACT)
                .map(text -> InternalJson.read(text, new TypeReference<List<Logged>>() {}))
                .orElse(List.of());
    }

    /** Puts these on record, in place of those before. */
    static void put(DSLContext sql, List<Logged> unread) {
        if (unread.isEmpty()) {
            sql.deleteFrom(Tables.FACT).where(Tables.FACT.NAME.eq(FACT)).execute();
        } else {
            Store.putFact(sql, FACT, InternalJson.write(unread));
        }
    }
}
