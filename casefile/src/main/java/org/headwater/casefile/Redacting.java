package org.headwater.casefile;

import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.headwater.evidence.CustodyEvent;
import org.headwater.model.Document;
import org.headwater.model.DocumentId;
import org.headwater.model.Item;
import org.headwater.model.Span;

/**
 * Redacts: words of a document are shown to nobody from then on, in no document and nothing that is made from one, and are
 * not found by a search; the originals they stand in are sealed. A redaction is a decision like any other. Safe for use by
 * several threads as far as the case is.
 */
public final class Redacting {
    /** Action of the custody entry that somebody looked at a sealed original. */
    static final String VIEW_ORIGINAL = "view-original";

    private final Case of;
    private final Store store;

    Redacting(Case of, Store store) {
        this.of = of;
        this.store = store;
    }

    /**
     * How far a redaction reaches.
     *
     * @param everywhere whether its words are covered in every document; words of less than four letters are covered in
     *     their own document alone, since they stand for something else elsewhere
     * @param documents number of documents of the case of which something is covered by it or by another redaction
     */
    public record Reach(boolean everywhere, long documents) {}

    /**
     * Where a document has these words first; names may be masked in them as on screens. Where else they stand does not
     * matter, since they are covered there too.
     *
     * @throws CaseException refused if the document is not there or does not have the words
     */
    public Span place(DocumentId id, String words) throws CaseException {
        Document masked = QuotedWords.document(of.holdings().document(id), "redact", id);
        return QuotedWords.places(store, masked, "redact", words).get(0);
    }

    /** What a decision says of a passage that is to be redacted: the decision is {@link Decision.Action#REDACT}. */
    public static Map<String, String> changes(Span passage) {
        return Redaction.changes(passage);
    }

    /** How far the redactions of a document reach. Reads every text. */
    public Reach reach(DocumentId id) {
        WithheldWords words = SettledRows.withheldWords(store);
        List<Redaction> here = words.redacted().stream()
                .filter(each -> each.document().equals(id))
                .toList();
        Withholding withholding = Withholding.of(WithheldWords.NONE.withRedactions(here));
        long documents = DocumentRows.ids(store).stream()
                .flatMap(each -> DocumentRows.load(store, each).stream())
                .filter(withholding::isRedacted)
                .count();
        return new Reach(here.stream().anyMatch(Redaction::isEverywhere), documents);
    }

    /**
     * The bytes of a document's original, to be closed by the caller.
     *
     * @throws CaseException refused if words of the document are redacted, so that its original is sealed
     */
    public InputStream original(DocumentId id, Item item) throws CaseException {
        if (of.holdings().isSealed(id)) {
            throw CaseException.refused("Cannot show the original of " + id
                    + ": words of it are redacted, so that it is sealed (on the document's page it is shown for a reason,"
                    + " which the custody log will have)");
        }
        return of.original(item);
    }

    /**
     * The bytes of a sealed original, to be closed by the caller. That somebody looked, at what and why is in the custody
     * log before they see it.
     *
     * @throws CaseException refused without a reason, or if another process is changing the case
     */
    public InputStream unsealed(DocumentId id, Item item, String why) throws CaseException {
        if (why.isBlank()) {
            throw CaseException.refused(
                    "Cannot show a sealed original: a reason is needed, which the custody log will have");
        }
        of.evidence()
                .record(CustodyEvent.of(VIEW_ORIGINAL, id.value())
                        .with(CustodyEvent.SHA256, item.sha256().hex())
                        .with("why", why.strip()));
        return of.original(item);
    }
}
