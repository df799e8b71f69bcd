package org.headwater.web.finding;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.headwater.model.Finding;

/**
 * A finding as it would be if one origin were left out. Nothing is recorded.
 *
 * @param without the party whose origin is left out
 * @param finding what is left; empty if nothing is
 * @param lost number of values that rest on nothing then
 */
record WhatIf(String without, Optional<Finding> finding, int lost) {

    /** Leaves an origin out; empty if the finding does not rest on it. */
    static Optional<WhatIf> of(Finding finding, String origin) {
        Optional<String> party = finding.values().stream()
                .flatMap(value -> value.supports().stream())
                .filter(support -> support.origin().id().value().equals(origin))
                .map(support -> support.origin().party())
                .findFirst();
        return party.map(name -> leaveOut(finding, origin, name));
    }

    private static WhatIf leaveOut(Finding finding, String origin, String party) {
        List<Finding.Value> left = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < finding.values().size(); i++) {
            Finding.Value value = finding.values().get(i);
            List<Finding.Support> supports = value.supports().stream()
                    .filter(support -> !support.origin().id().value().equals(origin))
                    .toList();
            if (!supports.isEmpty()) {
                left.add(new Finding.Value(
                        value.slots(), value.when(), value.standing(), value.reason(), supports, value.circular()));
                places.add(i);
            }
        }
        int lost = finding.values().size() - left.size();
        if (left.isEmpty()) {
            return new WhatIf(party, Optional.empty(), lost);
        }
        List<Finding.Conflict> conflicts = finding.conflicts().stream()
                .filter(conflict -> places.contains(conflict.one()) && places.contains(conflict.other()))
                .map(conflict -> new Finding.Conflict(
                        places.indexOf(conflict.one()), places.indexOf(conflict.other()), conflict.reason()))
                .toList();
        return new WhatIf(
                party,
                Optional.of(
                        new Finding(finding.id(), finding.kind(), finding.about(), left, conflicts, finding.denials())),
                lost);
    }
}
