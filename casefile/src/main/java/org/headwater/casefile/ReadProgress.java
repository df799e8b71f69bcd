package org.headwater.casefile;

/**
 * How far a run has come.
 *
 * @param stage what is being done
 * @param done sources done, of those that are not known already
 * @param total sources to do, as far as known
 * @param documents documents read so far in this run
 * @param refused sources refused so far in this run
 * @param current the source last done
 */
public record ReadProgress(Stage stage, long done, long total, long documents, long refused, String current) {

    /** The stages of a run. */
    public enum Stage {
        /** Pages are fetched. */
        CAPTURING,
        /** Files are kept and read one by one. */
        READING,
        /** Names, lineage and findings are worked out over the whole case. */
        SETTLING,
        /** Originals and records are checked; what is done is counted in bytes. */
        VERIFYING,
        /** A backup is written or read; what is done is counted in bytes. */
        COPYING
    }
}
