package org.headwater.lineage;

import java.util.List;

/** What a tracer has to know of states: which parties are their bodies. Implementations are safe to share. */
public interface StateNames {
    /** Knows no state. */
    StateNames NONE = new StateNames() {
        @Override
        public List<String> countries(String party) {
            return List.of();
        }

        @Override
        public boolean isUnplaced(String party) {
            return false;
        }

        @Override
        public String government(String country) {
            return country;
        }
    };

    /**
     * The states whose body the party is by its name, as ISO 3166-1 alpha-2 codes: one for "Dutch foreign ministry", two for
     * "the Dutch and Irish governments", none for anybody else.
     */
    List<String> countries(String party);

    /** Whether the party is a body of some state and its name does not say of which: "the foreign ministry". */
    boolean isUnplaced(String party);

    /** The name of a country's government, such as "Dutch government". */
    String government(String country);
}
