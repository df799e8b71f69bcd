package org.headwater.codebook;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * What readers of one language see instead of a codebook's own labels. What has no label here keeps its own.
 *
 * @param kinds labels of kinds, by kind
 * @param slots labels of slots, by {@code kind.slot}
 * @param words labels of words, by {@code list.word}
 */
public record Labels(Map<String, String> kinds, Map<String, String> slots, Map<String, String> words) {
    public Labels {
        kinds = Map.copyOf(kinds);
        slots = Map.copyOf(slots);
        words = Map.copyOf(words);
    }

    /** The kind with its slots, as these readers see it. */
    Kind of(Kind kind) {
        return new Kind(
                kind.name(),
                kinds.getOrDefault(kind.name(), kind.label()),
                kind.description(),
                kind.carried(),
                kind.slots().stream().map(slot -> of(kind, slot)).toList(),
                kind.about(),
                kind.denies());
    }

    private Slot of(Kind kind, Slot slot) {
        return new Slot(
                slot.name(),
                slots.getOrDefault(kind.name() + "." + slot.name(), slot.label()),
                slot.type(),
                slot.key(),
                slot.several(),
                slot.atLeast(),
                slot.quoted(),
                slot.otherwise(),
                slot.words(),
                slot.description());
    }

    /** The list of words, as these readers see it. */
    WordList of(WordList list) {
        Function<WordList.Word, WordList.Word> labelled = word -> new WordList.Word(
                word.name(), words.getOrDefault(list.name() + "." + word.name(), word.label()), word.terms());
        return new WordList(list.name(), list.words().stream().map(labelled).toList());
    }

    /** All lists of words, as these readers see them. */
    Map<String, WordList> of(Map<String, WordList> lists) {
        Map<String, WordList> labelled = new LinkedHashMap<>();
        lists.forEach((name, list) -> labelled.put(name, of(list)));
        return labelled;
    }
}
