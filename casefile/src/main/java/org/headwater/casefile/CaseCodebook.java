package org.headwater.casefile;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.headwater.casefile.schema.Tables;
import org.headwater.evidence.CustodyEvent;
import org.headwater.evidence.CustodyHead;
import org.headwater.evidence.CustodyLog;
import org.headwater.evidence.EvidenceStore;
import org.headwater.evidence.Keeping;
import org.headwater.model.Sha256;
import org.jooq.DSLContext;

/**
 * Which codebook a case is read with, on record: in the store, by name or by digest; in the custody log, with its digest;
 * and one from a file among the originals, byte for byte.
 */
final class CaseCodebook {
    private static final String FACT = "codebook";
    private static final String SHIPPED = "shipped ";
    private static final String FILE = "file ";
    private static final long MOST_BYTES = 4L << 20;

    private final Store store;
    private final EvidenceStore originals;

    CaseCodebook(Store store, EvidenceStore originals) {
        this.store = store;
        this.originals = originals;
    }

    /** The codebook on record; empty for a case that was never read, or was read before codebooks could be chosen. */
    Optional<CodebookSource> recorded() throws CaseException {
        Optional<String> fact = store.fact(FACT);
        if (fact.isEmpty()) {
            return Optional.empty();
        }
        if (fact.get().startsWith(SHIPPED)) {
            return Optional.of(CodebookSource.shipped(fact.get().substring(SHIPPED.length())));
        }
        if (!fact.get().matches(FILE + "[0-9a-f]{64}")) {
            throw CaseException.refused("Cannot use the codebook of this case: the store names none that there can be ("
                    + fact.get() + "; restore it from a backup)");
        }
        Sha256 digest = new Sha256(fact.get().substring(FILE.length()));
        try (InputStream in = originals.open(digest)) {
            CodebookSource kept = CodebookSource.kept(in.readAllBytes(), "of this case (" + digest.hex() + ")");
            if (!kept.digest().equals(digest)) {
                throw CaseException.refused("Cannot use the codebook of this case: the original " + digest
                        + " was changed (see: verify CASE)");
            }
            return Optional.of(kept);
        } catch (IOException e) {
            throw CaseException.failed("Cannot read the codebook of this case: " + Case.reason(e), e);
        }
    }

    /** The codebook that the log beyond a head puts on record last, as the store would have it. */
    static Optional<String> after(Path log, Optional<CustodyHead> known) throws IOException {
        List<String> lines = new ArrayList<>();
        CustodyLog.replay(log, known.orElse(CustodyHead.EMPTY), entry -> {
            if (entry.event().action().equals(FACT)) {
                lines.add(entry.original()
                        .map(sha256 -> FILE + sha256.hex())
                        .orElse(SHIPPED + entry.event().details().getOrDefault("name", "")));
            }
        });
        return lines.isEmpty() ? Optional.empty() : Optional.of(lines.get(lines.size() - 1));
    }

    static void record(DSLContext sql, String line) {
        Store.putFact(sql, FACT, line);
    }

    /** Whether anything was read with a codebook yet. */
    boolean isInUse() {
        return store.fact(FACT).isPresent() || store.query(sql -> sql.fetchExists(Tables.INTAKE));
    }

    /** Whether this codebook is the one on record. */
    boolean isRecorded(CodebookSource source) {
        return store.fact(FACT).filter(line(source)::equals).isPresent();
    }

    private static String line(CodebookSource source) {
        return source.from() == CodebookSource.From.PROGRAM
                ? SHIPPED + source.codebook().name()
                : FILE + source.digest().hex();
    }

    /** Keeps the codebook, and gives what the custody log must say of it. Not yet the one on record. */
    CustodyEvent keep(CodebookSource source) throws CaseException {
        CustodyEvent event = CustodyEvent.of(FACT, source.identity())
                .with("name", source.codebook().name())
                .with("version", Integer.toString(source.codebook().version()));
        if (source.from() == CodebookSource.From.PROGRAM) {
            return event.with("content", source.digest().hex());
        }
        Keeping keeping = originals.keepingOpen().keep(new ByteArrayInputStream(source.bytes()), MOST_BYTES);
        if (keeping instanceof Keeping.Kept kept) {
            return event.withOriginal(kept.sha256());
        }
        throw CaseException.failed(keeping.message(), null);
    }

    /** Puts the codebook on record. */
    void record(CodebookSource source) throws CaseException {
        store.transact(sql -> record(sql, line(source)));
    }
}
