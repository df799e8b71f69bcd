package org.headwater.casefile;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.headwater.casefile.schema.Tables;
import org.headwater.casefile.schema.tables.records.IntakeRecord;
import org.headwater.model.DocumentId;
import org.headwater.model.Item;
import org.headwater.model.ItemId;
import org.headwater.model.Sha256;
import org.jooq.DSLContext;

/** What was looked at and what came of it, in the store. */
final class IntakeRows {
    /** What stands between the path of a source and that of something inside of it. */
    static final String INSIDE = "!/";

    /** The fault of bytes that are not taken in since they were erased. */
    static final String ERASED = "erased";

    private IntakeRows() {}

    /** A file as it was when it was looked at: what says that it need not be looked at again. */
    record Stamp(long size, long modified) {
        /** The stamp of what lies inside another source. */
        static final Stamp INSIDE = new Stamp(0, 0);
    }

    static List<IntakeOutcome> all(Store store) {
        return store.query(
                sql -> sql.selectFrom(Tables.INTAKE).orderBy(Tables.INTAKE.PATH).fetch(IntakeRows::outcome));
    }

    /** The item a document was read from. */
    static Optional<Item> itemOf(Store store, DocumentId document) {
        return store.query(sql -> sql.select(Tables.ITEM.asterisk())
                .from(Tables.ITEM)
                .join(Tables.DOCUMENT)
                .on(Tables.DOCUMENT.ITEM.eq(Tables.ITEM.ID))
                .where(Tables.DOCUMENT.ID.eq(document.value()))
                .fetchOptional(row -> row.into(Tables.ITEM))
                .map(row -> new Item(
                        new ItemId(row.getId()),
                        new Sha256(row.getSha256()),
                        row.getMediaType(),
                        row.getSize(),
                        row.getName(),
                        Instant.parse(row.getTakenAt()),
                        row.getTakenFrom(),
                        row.getTakenBy())));
    }

    /** What could not be read, by path, a page of it. */
    static Listed<IntakeOutcome> refusals(Store store, long offset, int most) {
        var refused = Tables.INTAKE.OUTCOME.eq("refused");
        return store.query(sql -> new Listed<>(
                sql.selectFrom(Tables.INTAKE)
                        .where(refused)
                        .orderBy(Tables.INTAKE.PATH)
                        .limit(most)
                        .offset(offset)
                        .fetch(IntakeRows::outcome),
                sql.fetchCount(Tables.INTAKE, refused)));
    }

    private static IntakeOutcome outcome(IntakeRecord row) {
        return new IntakeOutcome(
                row.getPath(),
                Optional.ofNullable(row.getItem()).map(ItemId::new),
                IntakeOutcome.Result.valueOf(row.getOutcome().toUpperCase(Locale.ROOT)),
                Optional.ofNullable(row.getFault()),
                row.getMessage());
    }

    /** Whether this file was looked at before and has not changed since. */
    static boolean isKnown(Store store, String path, Stamp stamp) {
        return store.query(sql -> sql.fetchExists(
                Tables.INTAKE,
                Tables.INTAKE
                        .PATH
                        .eq(path)
                        .and(Tables.INTAKE.TOP_LEVEL.isTrue())
                        .and(Tables.INTAKE.SIZE.eq(stamp.size()))
                        .and(Tables.INTAKE.MODIFIED.eq(stamp.modified()))));
    }

    static void put(DSLContext sql, IntakeOutcome outcome, Optional<Stamp> topLevel) {
        Stamp stamp = topLevel.orElse(Stamp.INSIDE);
        IntakeSeal seal = IntakeSeal.of(sql);
        seal.flip(sql, outcome.path());
        sql.deleteFrom(Tables.INTAKE)
                .where(Tables.INTAKE.PATH.eq(outcome.path()))
                .execute();
        sql.insertInto(Tables.INTAKE)
                .set(Tables.INTAKE.PATH, outcome.path())
                .set(Tables.INTAKE.SIZE, stamp.size())
                .set(Tables.INTAKE.MODIFIED, stamp.modified())
                .set(Tables.INTAKE.ITEM, outcome.item().map(ItemId::value).orElse(null))
                .set(Tables.INTAKE.OUTCOME, outcome.result().name().toLowerCase(Locale.ROOT))
                .set(Tables.INTAKE.FAULT, outcome.fault().orElse(null))
                .set(Tables.INTAKE.MESSAGE, outcome.message())
                .set(Tables.INTAKE.TOP_LEVEL, topLevel.isPresent())
                .execute();
        seal.flip(sql, outcome.path());
        seal.record(sql);
    }

    /** Adds an item; one that is known changes nothing. */
    static void put(DSLContext sql, Item item) {
        sql.insertInto(Tables.ITEM)
                .set(Tables.ITEM.ID, item.id().value())
                .set(Tables.ITEM.SHA256, item.sha256().hex())
                .set(Tables.ITEM.MEDIA_TYPE, item.mediaType())
                .set(Tables.ITEM.SIZE, item.size())
                .set(Tables.ITEM.NAME, item.name())
                .set(Tables.ITEM.TAKEN_AT, item.takenAt().toString())
                .set(Tables.ITEM.TAKEN_FROM, item.takenFrom())
                .set(Tables.ITEM.TAKEN_BY, item.takenBy())
                .onConflictDoNothing()
                .execute();
    }

    /** Every item, by id. */
    static List<Item> items(Store store) {
        return store.query(sql -> sql.selectFrom(Tables.ITEM)
                .orderBy(Tables.ITEM.ID)
                .fetch(row -> new Item(
                        new ItemId(row.getId()),
                        new Sha256(row.getSha256()),
                        row.getMediaType(),
                        row.getSize(),
                        row.getName(),
                        Instant.parse(row.getTakenAt()),
                        row.getTakenFrom(),
                        row.getTakenBy())));
    }

    /** The sources that a person named, with the bytes that were kept of each. */
    static List<Kept> topLevel(Store store) {
        return store.query(sql -> sql.select(
                        Tables.INTAKE.PATH, Tables.INTAKE.SIZE, Tables.INTAKE.MODIFIED, Tables.ITEM.SHA256)
                .from(Tables.INTAKE)
                .join(Tables.ITEM)
                .on(Tables.ITEM.ID.eq(Tables.INTAKE.ITEM))
                .where(Tables.INTAKE.TOP_LEVEL.isTrue())
                .orderBy(Tables.INTAKE.PATH)
                .fetch(row -> new Kept(row.value1(), new Stamp(row.value2(), row.value3()), new Sha256(row.value4()))));
    }

    /** Where each item was found, by path. */
    static List<Found> found(Store store) {
        return store.query(sql -> sql.selectFrom(Tables.INTAKE)
                .where(Tables.INTAKE.ITEM.isNotNull())
                .orderBy(Tables.INTAKE.PATH)
                .fetch(row -> new Found(row.getPath(), new ItemId(row.getItem()), row.getTopLevel())));
    }

    /**
     * A place where an item was found.
     *
     * @param named whether a person named it, rather than it being inside of another
     */
    record Found(String path, ItemId item, boolean named) {}

    /** Whether this file was refused when it was looked at, since its bytes were erased before. */
    static boolean wasErased(Store store, String path) {
        return store.query(sql ->
                sql.fetchExists(Tables.INTAKE, Tables.INTAKE.PATH.eq(path).and(Tables.INTAKE.FAULT.eq(ERASED))));
    }

    /** A source whose bytes were kept. */
    record Kept(String path, Stamp stamp, Sha256 sha256) {}
}
