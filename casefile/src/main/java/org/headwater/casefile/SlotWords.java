package org.headwater.casefile;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.headwater.codebook.Codebook;
import org.headwater.codebook.Kind;
import org.headwater.codebook.Slot;
import org.headwater.codebook.gazetteer.Gazetteer;
import org.headwater.model.PartialDate;
import org.headwater.model.SlotValue;

/**
 * Reads what a person types for a slot: {@code 54}, {@code 54..}, {@code 20..30} for numbers; {@code 2022-09}, {@code
 * 2021-04..2022-07} for dates; names of places and parties; a word of the slot's list; several names with {@code ;}
 * between them.
 */
final class SlotWords {
    private static final Pattern RANGE = Pattern.compile("\\s*(.*?)\\s*\\.\\.\\s*(.*?)\\s*");

    private final Codebook codebook;
    private final Gazetteer gazetteer;

    SlotWords(Codebook codebook, Gazetteer gazetteer) {
        this.codebook = codebook;
        this.gazetteer = gazetteer;
    }

    /**
     * The value of these words.
     *
     * @throws IllegalArgumentException if the kind has no such slot or the words cannot fill it
     */
    SlotValue read(String kind, String slot, String words) {
        Slot of = slot(kind, slot);
        List<String> several = Arrays.stream(words.split(";"))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
        if (several.size() > 1) {
            return new SlotValue.Several(
                    several.stream().map(word -> single(of, word)).toList());
        }
        return single(of, words.strip());
    }

    /**
     * The value of words that were read before a decision was recorded; empty if the codebook has since lost the kind, the
     * slot or the word.
     */
    Optional<SlotValue> readAgain(String kind, String slot, String words) {
        try {
            return Optional.of(read(kind, slot, words));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Slot slot(String kind, String name) {
        Kind of = codebook.kind(kind)
                .orElseThrow(() -> new IllegalArgumentException(
                        "Cannot use it: the codebook " + codebook.name() + " has no kind '" + kind + "'"));
        return of.slot(name)
                .orElseThrow(() -> new IllegalArgumentException("Cannot use it: a " + kind + " has no slot '" + name
                        + "' (it has " + of.slots().stream().map(Slot::name).toList() + ", speaker and polarity)"));
    }

    private SlotValue single(Slot slot, String words) {
        return switch (slot.type()) {
            case NUMBER -> number(words);
            case DATE -> date(words);
            case PLACE, COUNTRY -> place(words);
            case PARTY -> new SlotValue.Party(words, Optional.empty(), words);
            case TEXT, NAME -> new SlotValue.Word(words, words);
            case WORD -> word(slot, words);
        };
    }

    private SlotValue word(Slot slot, String words) {
        List<String> allowed = slot.words().stream()
                .flatMap(list -> codebook.words().get(list).words().stream())
                .map(word -> word.name())
                .toList();
        if (!allowed.isEmpty() && !allowed.contains(words)) {
            throw new IllegalArgumentException(
                    "Cannot edit: '" + words + "' is no word of slot '" + slot.name() + "' (it takes " + allowed + ")");
        }
        return new SlotValue.Word(words, words);
    }

    private SlotValue place(String words) {
        if (words.equalsIgnoreCase(SlotValue.Place.WORLD)) {
            return SlotValue.Place.world(words);
        }
        return gazetteer
                .named(words)
                .map(place -> new SlotValue.Place(place.name(), place.country(), Optional.of(place.id()), words))
                .orElseGet(() -> new SlotValue.Place(words, Optional.empty(), Optional.empty(), words));
    }

    private static SlotValue number(String words) {
        Matcher range = RANGE.matcher(words);
        if (range.matches()) {
            return new SlotValue.Count(bound(range.group(1)), bound(range.group(2)), words);
        }
        return SlotValue.Count.exactly(bound(words).orElseThrow(() -> notANumber(words)), words);
    }

    private static OptionalLong bound(String digits) {
        if (digits.isEmpty()) {
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(Long.parseLong(digits.replaceAll("[,\\s_]", "")));
        } catch (NumberFormatException e) {
            throw notANumber(digits);
        }
    }

    private static IllegalArgumentException notANumber(String words) {
        return new IllegalArgumentException(
                "Cannot edit: '" + words + "' is no number (give 54, 54.. for at least, ..54 for at most, or 50..60)");
    }

    private static SlotValue date(String words) {
        Matcher range = RANGE.matcher(words);
        if (range.matches()) {
            return new SlotValue.Period(day(range.group(1)), day(range.group(2)), words);
        }
        return SlotValue.Period.on(PartialDate.parse(words), words);
    }

    private static Optional<PartialDate> day(String words) {
        return words.isEmpty() ? Optional.empty() : Optional.of(PartialDate.parse(words));
    }
}
