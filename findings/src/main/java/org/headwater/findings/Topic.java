package org.headwater.findings;

import java.util.List;
import java.util.Optional;

/**
 * What statements of one kind speak about, and which of their slots are compared. Made from a codebook, so that this
 * package needs no word of any subject.
 *
 * <p>A relation slot uses three words: {@code total} (a whole, also meant where the slot is empty), {@code additional}
 * (comes on top of an earlier whole) and {@code part} (of a whole). Only wholes are compared with each other.
 *
 * @param kind the kind
 * @param about the slots that say what is spoken about, such as scope; statements equal in these meet in one finding
 * @param figures the numeric slots that are compared, the leading one first, such as count and countries
 * @param relation the slot that says whether a figure is a whole
 * @param when the slots that say of what time a statement speaks, the most telling first
 * @param denies the kinds that a statement of this kind denies; empty unless it is a denial
 * @param places the slots that say of what place a statement speaks, or of the whole world; a denial of a kind that has
 *     some and fills none speaks of no place, one of a kind that has none speaks of all
 */
public record Topic(
        String kind,
        List<String> about,
        List<String> figures,
        Optional<String> relation,
        List<String> when,
        List<String> denies,
        List<String> places) {
    public Topic {
        about = List.copyOf(about);
        figures = List.copyOf(figures);
        when = List.copyOf(when);
        denies = List.copyOf(denies);
        places = List.copyOf(places);
    }

    /** Whether its statements deny what statements of other kinds claim. */
    public boolean isDenial() {
        return !denies.isEmpty();
    }
}
