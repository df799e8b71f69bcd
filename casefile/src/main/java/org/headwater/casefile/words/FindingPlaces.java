package org.headwater.casefile.words;

import java.util.stream.Stream;
import org.headwater.model.Finding;
import org.headwater.model.SlotValue;

/** Which countries a finding speaks of. */
public final class FindingPlaces {
    private FindingPlaces() {}

    /** Whether what it is about, or one of its values, names a place in this country. */
    public static boolean speaksOf(Finding finding, String country) {
        return Stream.concat(
                        finding.about().values().stream(),
                        finding.values().stream().flatMap(value -> value.slots().values().stream()))
                .flatMap(value ->
                        value instanceof SlotValue.Several several ? several.values().stream() : Stream.of(value))
                .anyMatch(value -> value instanceof SlotValue.Place place
                        && place.country().filter(country::equals).isPresent());
    }
}
