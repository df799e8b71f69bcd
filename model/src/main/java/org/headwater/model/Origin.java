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
        /** A government, ministry, police or court acts or speaks for itself. */
        OFFICIAL_STATEMENT("official statement"),
        /** A document that is itself the thing: a treaty, a notice, a register entry. */
        PRIMARY_DOCUMENT("primary document"),
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
