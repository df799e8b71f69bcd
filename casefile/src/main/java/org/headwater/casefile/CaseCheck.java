package org.headwater.casefile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.headwater.evidence.Damage;
import org.headwater.evidence.EvidenceStore;
import org.headwater.evidence.LogMark;
import org.headwater.evidence.SigningKey;
import org.headwater.evidence.Verification;
import org.headwater.evidence.VerifyingKey;
import org.headwater.evidence.timestamp.Timestamps;
import org.headwater.model.Document;
import org.headwater.model.Sha256;
import org.headwater.model.Statement;

/** One verification of a case: evidence, then the store against the custody log, then every quote. Changes nothing. */
final class CaseCheck {
    /** Folder of what was kept of bundles that came in. */
    static final String BUNDLES = "bundles";

    /** Action of the custody entry of a timestamp that was received. */
    static final String TIMESTAMP = "timestamp";

    /** Its detail that holds the digest of the answer. */
    static final String TOKEN = "token-sha256";

    private final Path folder;
    private final EvidenceStore originals;
    private final Store store;
    private final SearchIndex index;
    private final Instant now;
    private final List<String> faults = new ArrayList<>();

    CaseCheck(Path folder, EvidenceStore originals, Store store, SearchIndex index, Instant now) {
        this.folder = folder;
        this.originals = originals;
        this.store = store;
        this.index = index;
        this.now = now;
    }

    /**
     * Checks everything.
     *
     * @throws CaseException if evidence or store cannot be read at all
     */
    CaseVerification run(CaseVerification.Expected expected, ReadListener listener) throws CaseException {
        try {
            return check(expected, listener);
        } catch (UncheckedIOException e) {
            throw CaseException.failed(e.getMessage() + ": " + Case.reason(e.getCause()), e);
        }
    }

    private CaseVerification check(CaseVerification.Expected expected, ReadListener listener) throws CaseException {
        Optional<VerifyingKey> key = publicKey();
        StoreCheck records = new StoreCheck(store);
        BundleCheck bundles = new BundleCheck(folder.resolve(BUNDLES));
        StampCheck stamps;
        Verification.Result evidence;
        try {
            stamps = new StampCheck(Timestamps.of(folder), now);
            List<LogMark> marks = new ArrayList<>(Custody.marks(store));
            marks.addAll(stamps.marks());
            evidence = Verification.of(originals, folder.resolve(Custody.FILE))
                    .expecting(new Verification.Expected(marks, expected.heads(), key))
                    .run(
                            (bytes, of) -> listener.progress(
                                    new ReadProgress(ReadProgress.Stage.VERIFYING, bytes, of, 0, 0, "")),
                            entry -> {
                                records.take(entry);
                                stamps.take(entry);
                                bundles.take(entry);
                            });
        } catch (IOException e) {
            throw CaseException.failed("Cannot verify the case: " + Case.reason(e), e);
        }
        evidence.damage().stream().map(Damage::message).forEach(faults::add);
        store.integrity().ifPresent(said -> faults.add("Cannot trust the store: SQLite says " + said));
        keys(key, evidence, expected.key());
        records.compare(faults);
        stamps.compare(faults);
        bundles.compare(faults);
        index.damage()
                .ifPresent(why -> faults.add(
                        "Cannot trust the search index: " + why + " (delete its folder, or rebuild the case)"));
        return new CaseVerification(
                evidence.counts(),
                evidence.head().digest().hex(),
                evidence.key().map(VerifyingKey::id).map(Sha256::hex),
                quotes(),
                records.erasures(),
                stamps.stamps(),
                faults);
    }

    private Optional<VerifyingKey> publicKey() {
        Path file = SigningKey.publicFile(folder);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(VerifyingKey.ofPem(Files.readString(file, StandardCharsets.ISO_8859_1)));
        } catch (IOException | IllegalArgumentException e) {
            faults.add("Cannot trust the case's public key " + file + ": " + Case.reason(e));
            return Optional.empty();
        }
    }

    private void keys(Optional<VerifyingKey> key, Verification.Result evidence, Optional<Sha256> expected) {
        if (evidence.counts().signed() > 0 && key.isEmpty() && faults.isEmpty()) {
            faults.add("Cannot trust the case's key: " + SigningKey.publicFile(folder)
                    + " is missing, and entries of the custody log are signed");
        }
        Optional<Sha256> found = evidence.key().map(VerifyingKey::id);
        if (expected.isPresent() && !expected.equals(found)) {
            faults.add("Cannot trust the case's key: its fingerprint is "
                    + found.map(Sha256::hex).orElse("that of no key") + ", expected was "
                    + expected.get().hex());
        }
        try {
            Optional<Sha256> secret =
                    SigningKey.find(folder).map(own -> own.verifying().id());
            if (secret.isPresent() && key.isPresent() && !secret.equals(key.map(VerifyingKey::id))) {
                faults.add("Cannot trust the case's key: the two halves in " + folder + " do not belong together");
            }
        } catch (IOException e) {
            faults.add(Case.reason(e));
        }
    }

    private long quotes() {
        long statements = 0;
        try {
            for (Settlement.Reading reading : DocumentRows.readings(store)) {
                for (Statement statement : reading.statements()) {
                    statements++;
                    check(statement, reading.document());
                }
            }
        } catch (UncheckedIOException | IllegalStateException | IllegalArgumentException | DateTimeException e) {
            faults.add("Cannot trust the store: "
                    + Case.reason(e).lines().findFirst().orElse(""));
        }
        return statements;
    }

    private void check(Statement statement, Document document) {
        boolean inside = statement.span().end() <= document.text().length();
        if (!inside || !document.quote(statement.span()).equals(statement.quote())) {
            faults.add("Cannot trust statement " + statement.id() + ": its quote is not what stands at "
                    + statement.span().begin() + "–" + statement.span().end() + " of document " + document.id());
        }
    }
}
