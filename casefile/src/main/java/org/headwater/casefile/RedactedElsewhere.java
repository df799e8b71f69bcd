package org.headwater.casefile;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.headwater.model.DocumentId;
import org.headwater.model.Span;

/**
 * Where words stand that were redacted in a document that was erased since: in another one. The words of such a redaction
 * are kept with the case; the backup of a sealed case has no words, but the places where they are read again.
 *
 * @param document what was erased
 * @param span where they stood in it
 * @param in the document that has them still
 * @param at where in that
 */
record RedactedElsewhere(DocumentId document, Span span, DocumentId in, Span at) {
    private static final String FACT = "redacted-elsewhere";

    /** Notes such places, as long as the store still has words and texts. */
    static void note(Store store) throws CaseException {
        Set<DocumentId> there = new HashSet<>(DocumentRows.ids(store));
        List<RedactedElsewhere> places = new ArrayList<>();
        for (Redaction redaction : SettledRows.withheldWords(store).redacted()) {
            if (!there.contains(redaction.document())) {
                places(store, redaction).forEach(places::add);
            }
        }
        store.transact(sql -> Store.putFact(sql, FACT, InternalJson.write(places)));
    }

    /** The first place of each wording: of a passage one document may have a sentence, and another one the rest. */
    private static Stream<RedactedElsewhere> places(Store store, Redaction redaction) {
        Withholding alone = Withholding.of(WithheldWords.NONE.withRedactions(List.of(redaction)));
        Set<String> met = new HashSet<>();
        return DocumentRows.ids(store).stream()
                .flatMap(id -> DocumentRows.load(store, id).stream())
                .flatMap(document -> alone.redactedIn(document.text()).stream()
                        .filter(at -> met.add(document.quote(at)))
                        .map(at -> new RedactedElsewhere(redaction.document(), redaction.span(), document.id(), at)));
    }

    /** The redactions whose words were found at noted places. */
    static List<Redaction> read(Store store) {
        return store
                .fact(FACT)
                .map(text -> InternalJson.read(text, new TypeReference<List<RedactedElsewhere>>() {}))
                .orElse(List.of())
                .stream()
                .flatMap(place -> DocumentRows.load(store, place.in()).stream()
                        .filter(document -> place.at().end() <= document.text().length())
                        .map(document -> new Redaction(place.document(), place.span(), document.quote(place.at()))))
                .toList();
    }
}
