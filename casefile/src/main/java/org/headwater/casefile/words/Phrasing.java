package org.headwater.casefile.words;

import org.headwater.model.SlotValue;

/** A language to show findings in. Implementations can be used by several threads. */
public interface Phrasing {
    /** English, which the case itself is written in. */
    Phrasing ENGLISH = Phrase::english;

    /** The phrase with its parts filled in. */
    String say(Phrase phrase, String... parts);

    /** The name of a place. */
    default String place(SlotValue.Place place) {
        return place.name();
    }
}
