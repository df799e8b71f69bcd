package org.headwater.casefile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.headwater.casefile.schema.Tables;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.RenderQuotedNames;
import org.jooq.conf.Settings;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteException;

/**
 * The SQLite file of a case: write-ahead log, full flush at each commit, one connection. Its methods may be called by
 * several threads; they take turns.
 */
final class Store implements AutoCloseable {
    /** The newest migration this program knows; a case beyond it was made by a newer program. */
    static final int SCHEMA_VERSION = 8;

    private static final String MIGRATIONS = "classpath:org/headwater/casefile/schema";

    private final Connection connection;
    private final DSLContext sql;

    private Store(Connection connection) {
        this.connection = connection;
        this.sql = DSL.using(
                connection,
                SQLDialect.SQLITE,
                new Settings()
                        .withRenderSchema(false)
                        .withExecuteLogging(false)
                        .withRenderQuotedNames(RenderQuotedNames.ALWAYS));
    }

    /** Opens the store, makes it if absent, and brings an older one up to date. */
    static Store open(Path file) throws CaseException {
        System.setProperty("org.jooq.no-logo", "true");
        System.setProperty("org.jooq.no-tips", "true");
        if (Files.isRegularFile(file) && !Files.isWritable(file.toAbsolutePath().getParent())) {
            return openForReading(file);
        }
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setBusyTimeout(10_000);
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file.toAbsolutePath());
        try {
            migrate(file, source);
            return new Store(source.getConnection());
        } catch (SQLException | FlywayException | IOException e) {
            throw CaseException.failed("Cannot open the store of the case: " + file + ": " + reason(e), e);
        }
    }

    /** A case on a medium that cannot be written to, such as an archive's disk: it can be looked at and verified. */
    private static Store openForReading(Path file) throws CaseException {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file.toUri() + "?immutable=1");
        try {
            Path unfinished = file.resolveSibling(file.getFileName() + "-wal");
            if (Files.exists(unfinished) && Files.size(unfinished) > 0) {
                throw CaseException.refused(
                        "Cannot open the case: its folder cannot be written to, and the last process"
                                + " that changed it was killed (copy it to a disk that can be written to)");
            }
            Connection connection = source.getConnection();
            int version = version(connection);
            if (version != SCHEMA_VERSION) {
                connection.close();
                throw CaseException.refused("Cannot open the case: its folder cannot be written to, and its store has"
                        + " version " + version + " where this program needs " + SCHEMA_VERSION
                        + " (copy it to a disk that can be written to, and it is brought up to date)");
            }
            return new Store(connection);
        } catch (SQLException | IOException e) {
            throw CaseException.failed("Cannot open the store of the case: " + file + ": " + reason(e), e);
        }
    }

    private static void migrate(Path file, SQLiteDataSource source) throws SQLException, IOException, CaseException {
        if (Files.exists(file) && Files.size(file) > 0) {
            try (Connection connection = source.getConnection()) {
                int version = version(connection);
                if (version == SCHEMA_VERSION) {
                    return;
                }
                if (version > SCHEMA_VERSION) {
                    throw CaseException.refused("Cannot open the case: its store has version " + version
                            + ", this program knows up to " + SCHEMA_VERSION + " (use a newer Headwater)");
                }
            }
        }
        FluentConfiguration configuration = Flyway.configure(Store.class.getClassLoader())
                .dataSource(source)
                .locations(MIGRATIONS);
        configuration.load().migrate();
    }

    private static int version(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            try (ResultSet tables = statement.executeQuery(
                    "select 1 from sqlite_master where type = 'table' and name = 'flyway_schema_history'")) {
                if (!tables.next()) {
                    return 0;
                }
            }
            try (ResultSet versions = statement.executeQuery(
                    "select max(cast(version as integer)) from flyway_schema_history where success")) {
                return versions.next() ? versions.getInt(1) : 0;
            }
        }
    }

    /** What SQLite complains of, in words. */
    static String reason(Throwable e) {
        Throwable deepest = e;
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            deepest = cause instanceof SQLException ? cause : deepest;
        }
        String said = String.valueOf(deepest.getMessage()).lines().findFirst().orElse("");
        if (deepest instanceof SQLiteException sqlite) {
            String code = sqlite.getResultCode().name();
            return Map.of(
                                    "SQLITE_FULL", "the disk is full",
                                    "SQLITE_IOERR", "the disk refused; it may be full",
                                    "SQLITE_READONLY", "it cannot be written to",
                                    "SQLITE_CANTOPEN", "its file cannot be opened",
                                    "SQLITE_CORRUPT", "its file is damaged",
                                    "SQLITE_NOTADB", "its file is damaged",
                                    "SQLITE_BUSY", "another process is using it")
                            .entrySet()
                            .stream()
                            .filter(each -> code.startsWith(each.getKey()))
                            .map(Map.Entry::getValue)
                            .findFirst()
                            .orElse(said)
                    + " (" + code + ")";
        }
        return said;
    }

    /**
     * Runs a query.
     *
     * @throws UncheckedIOException if the store cannot be read, such as where its file is damaged
     */
    synchronized <T> T query(Function<DSLContext, T> query) {
        try {
            return query.apply(sql);
        } catch (DataAccessException e) {
            throw new UncheckedIOException(
                    "Cannot read the store of the case (verify it; restore it from a backup)",
                    new IOException(reason(e), e));
        }
    }

    /** Runs all changes in one transaction: all are on disk when this returns, or none is. */
    synchronized void transact(Changes changes) throws CaseException {
        try {
            sql.transaction(configuration -> changes.make(DSL.using(configuration)));
        } catch (DataAccessException e) {
            if (e.getCause() instanceof CaseException own) {
                throw own;
            }
            throw CaseException.failed("Cannot write to the store of the case: " + reason(e), e);
        }
    }

    /** Changes that belong together. */
    @FunctionalInterface
    interface Changes {
        void make(DSLContext sql) throws CaseException;
    }

    Optional<String> fact(String name) {
        return query(sql -> sql.select(Tables.FACT.CONTENT)
                .from(Tables.FACT)
                .where(Tables.FACT.NAME.eq(name))
                .fetchOptional(Tables.FACT.CONTENT));
    }

    static void putFact(DSLContext sql, String name, String content) {
        sql.insertInto(Tables.FACT)
                .set(Tables.FACT.NAME, name)
                .set(Tables.FACT.CONTENT, content)
                .onConflict(Tables.FACT.NAME)
                .doUpdate()
                .set(Tables.FACT.CONTENT, content)
                .execute();
    }

    /** Writes a copy of the store as it is at one moment, whoever else is writing to it. */
    synchronized void copyTo(Path file) throws CaseException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("vacuum into '" + file.toString().replace("'", "''") + "'");
        } catch (SQLException e) {
            throw CaseException.failed("Cannot copy the store of the case to " + file + ": " + reason(e), e);
        }
    }

    /**
     * Writes the store's file anew and empties its write-ahead log, so that neither has pages left of rows that are gone.
     *
     * @return whether that could be done; not while another process is reading the store
     */
    synchronized boolean compact() throws CaseException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("vacuum");
            try (ResultSet done = statement.executeQuery("pragma wal_checkpoint(truncate)")) {
                return done.next() && done.getInt(1) == 0;
            }
        } catch (SQLException e) {
            if (e instanceof SQLiteException sqlite
                    && sqlite.getResultCode().name().startsWith("SQLITE_BUSY")) {
                return false;
            }
            throw CaseException.failed("Cannot write the store of the case anew: " + reason(e), e);
        }
    }

    /** Forgets a fact. */
    void forget(String name) throws CaseException {
        transact(sql ->
                sql.deleteFrom(Tables.FACT).where(Tables.FACT.NAME.eq(name)).execute());
    }

    /** What SQLite itself finds wrong with its file; empty if nothing. */
    Optional<String> integrity() {
        try {
            List<String> said = query(sql -> sql.fetch("pragma integrity_check").getValues(0, String.class));
            return said.equals(List.of("ok"))
                    ? Optional.empty()
                    : Optional.of(said.get(0) + (said.size() > 1 ? " (and " + (said.size() - 1) + " more)" : ""));
        } catch (UncheckedIOException e) {
            return Optional.of(reason(e.getCause()));
        }
    }

    @Override
    public synchronized void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot close the store of the case: " + reason(e), e);
        }
    }
}
