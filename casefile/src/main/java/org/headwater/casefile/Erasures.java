package org.headwater.casefile;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.headwater.evidence.CustodyEntry;
import org.headwater.evidence.CustodyHead;
import org.headwater.evidence.CustodyLog;
import org.headwater.evidence.SigningKey;
import org.headwater.model.Sha256;
import org.jooq.DSLContext;

/** What was erased from a case: in the custody log, and as a fact of the store so that an intake need not read the log. */
final class Erasures {
    private static final String FACT = "erasures";

    private final SigningKey key;
    private final Map<Sha256, Erasure> bySalt = new TreeMap<>();

    private Erasures(SigningKey key, List<Erasure> all) {
        this.key = key;
        all.forEach(erasure -> bySalt.put(erasure.salted(), erasure));
    }

    /** Those on record, to be told by the bytes that were erased. */
    static Erasures of(Store store, SigningKey key) {
        return new Erasures(key, all(store));
    }

    /** The last erasure of these bytes. */
    Optional<Erasure> of(Sha256 original) {
        return bySalt.isEmpty() ? Optional.empty() : Optional.ofNullable(bySalt.get(key.salted(original)));
    }

    /** Why these bytes are not taken in; empty if they may be. */
    Optional<String> refusal(Sha256 original) {
        return of(original)
                .map(erasure -> "Cannot take it in: the same bytes were " + erasure.inWords()
                        + " (to take them in all the same: read --again)");
    }

    /** Those on record, in the order of the log. */
    static List<Erasure> all(Store store) {
        return store.fact(FACT)
                .map(text -> InternalJson.read(text, new TypeReference<List<Erasure>>() {}))
                .orElse(List.of());
    }

    /** Adds these to those on record. */
    static void add(DSLContext sql, List<Erasure> before, List<Erasure> more) {
        List<Erasure> all = new ArrayList<>(before);
        all.addAll(more);
        Store.putFact(sql, FACT, InternalJson.write(all));
    }

    /** The entries of erasures in the log beyond a head. */
    static List<CustodyEntry> after(Path log, CustodyHead known) throws IOException {
        List<CustodyEntry> entries = new ArrayList<>();
        CustodyLog.replay(log, known, entry -> {
            if (Erasure.of(entry).isPresent()) {
                entries.add(entry);
            }
        });
        return entries;
    }
}
