package org.headwater.web.river;

import java.util.List;
import java.util.Optional;
import org.headwater.model.DerivationKind;
import org.headwater.model.PartialDate;

/**
 * A finding as a river, before it has a place on a sheet.
 *
 * @param title what the finding says
 * @param bands the values that are said, the current one first
 * @param denials who denies it, on the opposite bank
 * @param hidden documents that are left out so that the drawing stays legible; the table has them
 */
public record River(String title, List<Band> bands, List<Spring> denials, int hidden) {
    public River {
        bands = List.copyOf(bands);
        denials = List.copyOf(denials);
    }

    /**
     * One value with what feeds it.
     *
     * @param value the value in words
     * @param when its time in words; empty if unknown
     * @param standing how it stands to the others, as the model names it in lower case
     * @param springs the origins
     * @param circular documents whose sources lead back to themselves, so that no spring feeds them
     */
    public record Band(String value, String when, String standing, List<Spring> springs, List<Carrier> circular) {
        public Band {
            circular = List.copyOf(circular);
            springs = List.copyOf(springs);
        }
    }

    /**
     * Where knowledge, or a denial, starts.
     *
     * @param name whose it is
     * @param kind what kind of knowledge, in words
     * @param origin id of the origin; empty for a denial
     * @param carriers documents, each after the one it took its words from
     */
    public record Spring(String name, String kind, String origin, List<Carrier> carriers) {
        public Spring {
            carriers = List.copyOf(carriers);
        }
    }

    /**
     * A document on the river.
     *
     * @param document its id
     * @param statement the statement's id, where the sentence stands
     * @param label outlet, title or file
     * @param date when it was published
     * @param parent index, among the spring's carriers, of the document it took its words from; -1 for the spring
     * @param how what shows where it comes from, in words
     * @param kind how it depends on its parent, if it copied it
     * @param taken characters taken from its parent; 0 if it only cites
     * @param sentence the sentence
     */
    public record Carrier(
            String document,
            String statement,
            String label,
            Optional<PartialDate> date,
            int parent,
            String how,
            Optional<DerivationKind> kind,
            long taken,
            String sentence) {}
}
