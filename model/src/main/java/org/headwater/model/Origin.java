package org.headwater.model;

/**
 * An independent start of knowledge. Reprints, translations and citations are none.
 *
 * @param id names it
 * @param party whose knowledge it is, by the entity's name
 * @param kind what kind of knowledge
 * @param reason why it counts as a start, for a person to judge
 */
public record Origin(OriginId id, String party, Kind kind, String reason) {

    /** The id of the origin of a party: one party is one origin, whatever it speaks through. */
    public static OriginId idOf(String party) {
        return new OriginId(ContentHash.of(party).id(OriginId.PREFIX));
    }

    /** What kind of knowledge an origin has. */
    public enum Kind {
        /** Somebody looked for themselves: a group's research, a newsroom's own reporting. */
        OWN_INVESTIGATION("own investigation"),
        /** Somebody tells what they saw or did. */
        TESTIMONY("testimony"),
        /** A government, ministry, police or court speaks for itself. */
        OFFICIAL_STATEMENT("official statement"),
        /** A government, ministry, police or court is reported to have acted; nobody is named who says so. */
        OFFICIAL_ACT("official act"),
        /** A document that is itself the thing: a treaty, a notice, a register entry. */
        PRIMARY_DOCUMENT("primary document"),
        /** Figures or records that others can look up: a register, a database, statistics. */
        DATA("data"),
        /** Printed with no source named: the outlet has to stand for it. */
        UNSOURCED("no source named");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** The written form, as shown to readers. */
        public String words() {
            return words;
        }

        /** Whether a party is known to say it, rather than only reported to have acted or not named at all. */
        public boolean isSource() {
            return this != UNSOURCED && this != OFFICIAL_ACT;
        }

        /**
         * The kind of a written form.
         *
         * @throws IllegalArgumentException if there is none
         */
        public static Kind ofWords(String words) {
            for (Kind kind : values()) {
                if (kind.words.equals(words)) {
                    return kind;
                }
            }
            throw new IllegalArgumentException("Invalid kind of origin: '" + words + "'");
        }
    }
}
