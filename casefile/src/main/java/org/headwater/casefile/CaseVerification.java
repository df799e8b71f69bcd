package org.headwater.casefile;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.headwater.evidence.Damage;
import org.headwater.evidence.EvidenceStore;
import org.headwater.evidence.Verification;
import org.headwater.model.Document;
import org.headwater.model.Statement;

/**
 * What the verification of a case found.
 *
 * @param originals number of originals checked
 * @param entries number of good entries of the custody log
 * @param head digest of the last custody entry: keep it elsewhere, and nobody can rewrite the log unnoticed
 * @param statements number of statements whose quote was held against the document's text
 * @param faults everything wrong, in words; empty if the case is whole
 */
public record CaseVerification(long originals, long entries, String head, long statements, List<String> faults) {
    public CaseVerification {
        faults = List.copyOf(faults);
    }

    /** Whether nothing is wrong. */
    public boolean isWhole() {
        return faults.isEmpty();
    }

    static CaseVerification of(Path custody, EvidenceStore originals, Store store, ReadListener listener)
            throws CaseException {
        Verification.Result evidence;
        try {
            evidence = Verification.of(originals, custody)
                    .run((files, of) ->
                            listener.progress(new ReadProgress(ReadProgress.Stage.VERIFYING, files, of, 0, 0, "")));
        } catch (IOException e) {
            throw CaseException.failed("Cannot verify the case: " + Case.reason(e), e);
        }
        List<String> faults =
                new ArrayList<>(evidence.damage().stream().map(Damage::message).toList());
        store.integrity().ifPresent(said -> faults.add("Cannot trust the store: SQLite says " + said));
        long statements = 0;
        for (Settlement.Reading reading : DocumentRows.readings(store)) {
            for (Statement statement : reading.statements()) {
                statements++;
                check(statement, reading.document(), faults);
            }
        }
        return new CaseVerification(
                evidence.files(), evidence.entries(), evidence.head().digest().hex(), statements, faults);
    }

    private static void check(Statement statement, Document document, List<String> faults) {
        boolean inside = statement.span().end() <= document.text().length();
        if (!inside || !document.quote(statement.span()).equals(statement.quote())) {
            faults.add("Cannot trust statement " + statement.id() + ": its quote is not what stands at "
                    + statement.span().begin() + "–" + statement.span().end() + " of document " + document.id());
        }
    }
}
