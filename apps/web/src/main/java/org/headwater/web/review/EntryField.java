package org.headwater.web.review;

import java.util.ArrayList;
import java.util.List;
import org.headwater.codebook.Codebook;
import org.headwater.codebook.Kind;
import org.headwater.codebook.Slot;
import org.headwater.codebook.SlotType;
import org.headwater.model.Statement;

/**
 * A field in which a person fills a slot.
 *
 * @param name the slot
 * @param label what readers call it
 * @param value what it holds, as a person types it; empty if nothing
 * @param type its type, in its written form
 * @param choices the words it can take; empty if any
 */
record EntryField(String name, String label, String value, String type, List<Choice> choices) {

    /** A word and what readers call it. */
    record Choice(String name, String label) {}

    /** A field for each slot of a kind, holding what the statement has. */
    static List<EntryField> of(Statement statement, Codebook codebook) {
        List<EntryField> fields = new ArrayList<>();
        for (Slot slot : codebook.kind(statement.kind()).map(Kind::slots).orElse(List.of())) {
            fields.add(
                    field(slot, statement.slot(slot.name()).map(SlotEntry::of).orElse(""), codebook));
        }
        return fields;
    }

    /** An empty field for each slot of a kind. */
    static List<EntryField> of(Kind kind, Codebook codebook) {
        return kind.slots().stream().map(slot -> field(slot, "", codebook)).toList();
    }

    private static EntryField field(Slot slot, String value, Codebook codebook) {
        List<Choice> choices = slot.type() == SlotType.WORD
                ? slot.words().stream()
                        .flatMap(list -> codebook.words().get(list).words().stream())
                        .map(word -> new Choice(word.name(), word.label()))
                        .toList()
                : List.of();
        return new EntryField(slot.name(), slot.label(), value, slot.type().word(), choices);
    }
}
