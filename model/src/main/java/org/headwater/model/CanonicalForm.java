package org.headwater.model;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** One line of text for each slot value, stable across Java versions, for hashing only. */
final class CanonicalForm implements SlotValue.Cases<String> {
    static final CanonicalForm INSTANCE = new CanonicalForm();

    private CanonicalForm() {}

    @Override
    public String count(SlotValue.Count value) {
        return "number|" + end(value.min()) + "|" + end(value.max()) + "|" + value.text();
    }

    @Override
    public String period(SlotValue.Period value) {
        return "date|" + end(value.from()) + "|" + end(value.to()) + "|" + value.text();
    }

    @Override
    public String place(SlotValue.Place value) {
        return "place|" + value.name() + "|" + value.country().orElse("") + "|"
                + value.id().orElse("") + "|" + value.text();
    }

    @Override
    public String party(SlotValue.Party value) {
        return "party|" + value.name() + "|" + value.text();
    }

    @Override
    public String word(SlotValue.Word value) {
        return "word|" + value.name() + "|" + value.text();
    }

    @Override
    public String several(SlotValue.Several value) {
        return value.values().stream().map(each -> each.fold(this)).collect(Collectors.joining("\n", "several|", ""));
    }

    private static String end(OptionalLong end) {
        return end.isPresent() ? Long.toString(end.getAsLong()) : "";
    }

    private static String end(Optional<PartialDate> end) {
        return end.map(PartialDate::toString).orElse("");
    }
}
