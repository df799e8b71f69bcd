package org.headwater.casefile;

import java.util.List;
import org.headwater.codebook.gazetteer.Gazetteer;
import org.headwater.entities.StateBodies;
import org.headwater.lineage.StateNames;

/** The states that names of parties tell, as the tracing of origins asks for them. */
record CaseStates(StateBodies bodies) implements StateNames {
    static CaseStates of(Gazetteer gazetteer) {
        return new CaseStates(StateBodies.of(gazetteer));
    }

    @Override
    public List<String> countries(String party) {
        return bodies.countries(party);
    }

    @Override
    public boolean isUnplaced(String party) {
        return bodies.isUnplaced(party);
    }

    @Override
    public String government(String country) {
        return bodies.government(country);
    }
}
