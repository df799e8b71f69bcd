package org.headwater.casefile.words;

import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.headwater.codebook.Codebook;
import org.headwater.codebook.Kind;
import org.headwater.codebook.Slot;
import org.headwater.codebook.WordList;
import org.headwater.model.SlotValue;

/** Slot values in words, with the labels of the codebook. */
public final class SlotText {
    private final Codebook codebook;
    private final Phrasing phrasing;
    private final Dates dates;

    /** Words of this codebook, in English between them. */
    public SlotText(Codebook codebook) {
        this(codebook, Phrasing.ENGLISH);
    }

    /** Words of this codebook, in a language that its labels are in. */
    public SlotText(Codebook codebook, Phrasing phrasing) {
        this.codebook = codebook;
        this.phrasing = phrasing;
        this.dates = new Dates(phrasing);
    }

    /** Dates in the same language. */
    public Dates dates() {
        return dates;
    }

    /** The value of a slot of this kind, as a reader expects it. */
    public String of(String kind, String slot, SlotValue value) {
        return value.fold(new Words(kind, slot));
    }

    /** What readers call the kind. */
    public String kind(String name) {
        return codebook.kind(name).map(Kind::label).orElse(name);
    }

    /** What readers call the slot. */
    public String label(String kind, String slot) {
        return codebook.kind(kind).flatMap(of -> of.slot(slot)).map(Slot::label).orElse(slot);
    }

    /** What readers call the place. */
    public String place(SlotValue.Place place) {
        return place.name().equals(SlotValue.Place.WORLD) ? phrasing.say(Phrase.WORLDWIDE) : phrasing.place(place);
    }

    /** A number with its bounds: {@code 54}, {@code 54 or more}, {@code 20 to 30}; thousands are set apart. */
    public String number(SlotValue.Count count) {
        if (count.max().isEmpty()) {
            return phrasing.say(Phrase.OR_MORE, number(count.min()));
        }
        if (count.min().isEmpty()) {
            return phrasing.say(Phrase.AT_MOST, number(count.max()));
        }
        return count.min().equals(count.max())
                ? number(count.min())
                : phrasing.say(Phrase.RANGE, number(count.min()), number(count.max()));
    }

    private static String number(OptionalLong value) {
        return String.format(Locale.ROOT, "%,d", value.orElse(0));
    }

    private final class Words implements SlotValue.Cases<String> {
        private final String kind;
        private final String slot;

        Words(String kind, String slot) {
            this.kind = kind;
            this.slot = slot;
        }

        @Override
        public String count(SlotValue.Count value) {
            return number(value);
        }

        @Override
        public String period(SlotValue.Period value) {
            return dates.of(value);
        }

        @Override
        public String place(SlotValue.Place value) {
            return SlotText.this.place(value);
        }

        @Override
        public String party(SlotValue.Party value) {
            return value.name();
        }

        @Override
        public String word(SlotValue.Word value) {
            return codebook.kind(kind)
                    .flatMap(of -> of.slot(slot))
                    .flatMap(Slot::words)
                    .map(list -> codebook.words().get(list))
                    .flatMap(list -> list.word(value.name()))
                    .map(WordList.Word::label)
                    .orElse(value.name());
        }

        @Override
        public String several(SlotValue.Several value) {
            List<String> all =
                    value.values().stream().map(each -> each.fold(this)).toList();
            int last = all.size() - 1;
            return phrasing.say(Phrase.AND, phrasing.join(Phrase.LISTED, all.subList(0, last).stream()), all.get(last));
        }
    }
}
