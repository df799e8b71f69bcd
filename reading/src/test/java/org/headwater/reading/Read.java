package org.headwater.reading;

import java.util.ArrayList;
import java.util.List;
import org.headwater.model.Document;
import org.headwater.model.ItemId;

/** Reads sources in tests. */
final class Read {
    static final ItemId ITEM = new ItemId("it_0123456789abcdef0123");

    private Read() {}

    static List<Outcome> all(Source source) {
        return all(DocumentReader.standard(ReadingLimits.standard()), source);
    }

    static List<Outcome> all(DocumentReader reader, Source source) {
        List<Outcome> outcomes = new ArrayList<>();
        reader.read(ITEM, source, outcomes::add);
        return outcomes;
    }

    static Document one(Source source) {
        List<Outcome> outcomes = all(source);
        if (outcomes.size() != 1 || !(outcomes.get(0) instanceof Outcome.Read read)) {
            throw new AssertionError("Expected one document, got " + outcomes);
        }
        return read.document();
    }

    static Outcome.Refused refused(Source source) {
        List<Outcome> outcomes = all(source);
        if (outcomes.size() != 1 || !(outcomes.get(0) instanceof Outcome.Refused refused)) {
            throw new AssertionError("Expected one refusal, got " + outcomes);
        }
        return refused;
    }
}
