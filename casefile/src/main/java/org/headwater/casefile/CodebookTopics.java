package org.headwater.casefile;

import java.util.List;
import java.util.Optional;
import org.headwater.codebook.Codebook;
import org.headwater.codebook.Kind;
import org.headwater.codebook.Slot;
import org.headwater.codebook.SlotType;
import org.headwater.findings.Topic;

/** What the kinds of a codebook speak about, as the findings need it. */
final class CodebookTopics {
    /** The closed list that says whether a figure is a whole; see {@link Topic}. */
    private static final String RELATION = "relation";

    private CodebookTopics() {}

    static List<Topic> of(Codebook codebook) {
        return codebook.kinds().stream().map(CodebookTopics::topic).toList();
    }

    private static Topic topic(Kind kind) {
        return new Topic(
                kind.name(),
                kind.about(),
                names(kind, SlotType.NUMBER),
                kind.slots().stream()
                        .filter(slot -> slot.words().equals(Optional.of(RELATION)))
                        .map(Slot::name)
                        .findFirst(),
                names(kind, SlotType.DATE),
                kind.denies(),
                kind.slots().stream()
                        .filter(slot -> slot.type() == SlotType.PLACE || slot.type() == SlotType.COUNTRY)
                        .map(Slot::name)
                        .toList());
    }

    private static List<String> names(Kind kind, SlotType type) {
        return kind.slots().stream()
                .filter(slot -> slot.type() == type)
                .map(Slot::name)
                .toList();
    }
}
