package org.headwater.findings;

import java.util.Locale;
import java.util.stream.Collectors;
import org.headwater.model.EntityId;
import org.headwater.model.PartialDate;
import org.headwater.model.SlotValue;

/** One line of text by which two slot values are the same subject, whatever words they were read from. */
final class SubjectKey implements SlotValue.Cases<String> {
    private static final SubjectKey INSTANCE = new SubjectKey();

    private SubjectKey() {}

    static String of(SlotValue value) {
        return value.fold(INSTANCE);
    }

    @Override
    public String count(SlotValue.Count value) {
        return value.min() + ".." + value.max();
    }

    @Override
    public String period(SlotValue.Period value) {
        return value.from().map(PartialDate::toString).orElse("") + ".."
                + value.to().map(PartialDate::toString).orElse("");
    }

    @Override
    public String place(SlotValue.Place value) {
        return value.id().orElseGet(() -> plain(value.name()));
    }

    @Override
    public String party(SlotValue.Party value) {
        return value.entity().map(EntityId::value).orElseGet(() -> plain(value.name()));
    }

    @Override
    public String word(SlotValue.Word value) {
        return plain(value.name());
    }

    @Override
    public String several(SlotValue.Several value) {
        return value.values().stream().map(each -> each.fold(this)).sorted().collect(Collectors.joining(" + "));
    }

    private static String plain(String words) {
        return words.toLowerCase(Locale.ROOT).strip();
    }
}
