package org.headwater.casefile;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.headwater.model.Finding;

/**
 * What a list shows of a finding. A finding may rest on thousands of documents; its outline is as small as that of any
 * other.
 *
 * @param finding the finding without what stands behind its values: its current value and the first of its earlier and
 *     conflicting ones, at most {@value #BESIDE_MOST} each, without origins; its first denials, at most
 *     {@value #DENIALS_MOST}; no pairs of conflicting values
 * @param origins number of independent origins of its current value
 * @param documents number of documents that print its current value
 * @param circular whether some statement's way upstream closes on itself
 */
public record FindingOutline(Finding finding, int origins, int documents, boolean circular) {
    private static final int BESIDE_MOST = 3;
    private static final int DENIALS_MOST = 20;

    /** The outline of a whole finding. */
    public static FindingOutline of(Finding whole) {
        Finding.Value current = whole.current();
        List<Finding.Value> values = new ArrayList<>(List.of(bare(current)));
        Map<Finding.Standing, Integer> taken = new EnumMap<>(Finding.Standing.class);
        whole.values().stream()
                .skip(1)
                .filter(value -> value.standing() == Finding.Standing.EARLIER
                        || value.standing() == Finding.Standing.CONFLICTING)
                .filter(value -> taken.merge(value.standing(), 1, Integer::sum) <= BESIDE_MOST)
                .map(FindingOutline::bare)
                .forEach(values::add);
        Finding finding = new Finding(
                whole.id(),
                whole.kind(),
                whole.about(),
                values,
                List.of(),
                whole.denials()
                        .subList(0, Math.min(DENIALS_MOST, whole.denials().size())));
        return new FindingOutline(
                finding,
                current.supports().size(),
                current.documents(),
                whole.values().stream().anyMatch(value -> !value.circular().isEmpty()));
    }

    private static Finding.Value bare(Finding.Value value) {
        return new Finding.Value(value.slots(), value.when(), value.standing(), value.reason(), List.of(), List.of());
    }
}
