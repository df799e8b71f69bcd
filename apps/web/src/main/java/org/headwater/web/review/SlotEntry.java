package org.headwater.web.review;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.headwater.model.PartialDate;
import org.headwater.model.SlotValue;

/** A slot's value as a person types it: {@code 54..} for at least 54, {@code 2022-09}, names, several with {@code ;}. */
final class SlotEntry implements SlotValue.Cases<String> {
    private static final SlotEntry ONE = new SlotEntry();

    private SlotEntry() {}

    static String of(SlotValue value) {
        return value.fold(ONE);
    }

    @Override
    public String count(SlotValue.Count value) {
        if (value.min().equals(value.max())) {
            return end(value.min());
        }
        return end(value.min()) + ".." + end(value.max());
    }

    private static String end(OptionalLong end) {
        return end.isPresent() ? Long.toString(end.getAsLong()) : "";
    }

    @Override
    public String period(SlotValue.Period value) {
        if (value.from().equals(value.to())) {
            return end(value.from());
        }
        return end(value.from()) + ".." + end(value.to());
    }

    private static String end(Optional<PartialDate> end) {
        return end.map(PartialDate::toString).orElse("");
    }

    @Override
    public String place(SlotValue.Place value) {
        return value.name();
    }

    @Override
    public String party(SlotValue.Party value) {
        return value.name();
    }

    @Override
    public String word(SlotValue.Word value) {
        return value.name();
    }

    @Override
    public String several(SlotValue.Several value) {
        return value.values().stream().map(SlotEntry::of).collect(Collectors.joining("; "));
    }
}
