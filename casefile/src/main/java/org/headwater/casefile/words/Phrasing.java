package org.headwater.casefile.words;

import java.util.stream.Stream;
import org.headwater.model.SlotValue;

/** A language to show findings in. Implementations can be used by several threads. */
public interface Phrasing {
    /** English, which the case itself is written in. */
    Phrasing ENGLISH = Phrase::english;

    /** The phrase with its parts filled in. */
    String say(Phrase phrase, String... parts);

    /** The parts, each put to those before it by the phrase; empty if there are none. */
    default String join(Phrase phrase, Stream<String> parts) {
        return parts.reduce((one, other) -> say(phrase, one, other)).orElse("");
    }

    /** The name of a place. */
    default String place(SlotValue.Place place) {
        return place.name();
    }
}
