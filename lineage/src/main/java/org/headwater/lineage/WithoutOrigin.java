package org.headwater.lineage;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.headwater.model.Finding;
import org.headwater.model.OriginId;

/**
 * What would be left of findings if one origin fell away: a figure that its party takes back, a source that turns out to
 * be wrong. Nothing is changed; the question only.
 */
public final class WithoutOrigin {
    private WithoutOrigin() {}

    /** What becomes of a finding's current value. */
    public enum Fate {
        /** It rests on nothing else. */
        FALLS,
        /** It rests on fewer origins. */
        WEAKER,
        /** It does not rest on that origin, but another value of the finding does. */
        STANDS
    }

    /**
     * One finding that knows the origin.
     *
     * @param finding the finding as it is
     * @param fate what becomes of its current value
     * @param before number of independent origins of the current value as it is
     * @param after the same without the origin
     * @param fallen places in {@link Finding#values} of the values that rest on nothing else
     */
    public record Outcome(Finding finding, Fate fate, int before, int after, List<Integer> fallen) {
        public Outcome {
            fallen = List.copyOf(fallen);
        }
    }

    /** The findings that know the origin, in their order; those it has no part in are left out. */
    public static List<Outcome> of(OriginId origin, List<Finding> findings) {
        List<Outcome> outcomes = new ArrayList<>();
        for (Finding finding : findings) {
            List<Integer> fallen = new ArrayList<>();
            boolean known = false;
            for (int i = 0; i < finding.values().size(); i++) {
                Set<OriginId> origins = origins(finding.values().get(i));
                known |= origins.contains(origin);
                if (origins.equals(Set.of(origin))) {
                    fallen.add(i);
                }
            }
            if (known) {
                Set<OriginId> current = origins(finding.current());
                int after = current.size() - (current.contains(origin) ? 1 : 0);
                Fate fate = after == current.size() ? Fate.STANDS : after == 0 ? Fate.FALLS : Fate.WEAKER;
                outcomes.add(new Outcome(finding, fate, current.size(), after, fallen));
            }
        }
        return outcomes;
    }

    private static Set<OriginId> origins(Finding.Value value) {
        Set<OriginId> origins = new TreeSet<>();
        value.supports().forEach(support -> origins.add(support.origin().id()));
        return origins;
    }
}
