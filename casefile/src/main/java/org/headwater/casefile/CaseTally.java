package org.headwater.casefile;

import java.util.Map;

/**
 * How much a case holds.
 *
 * @param documents number of documents
 * @param statements number of statements by status
 * @param findings number of findings
 * @param oneOrigin findings whose current value rests on one origin
 * @param noOrigin findings whose current value rests on none
 * @param severalOrigins findings whose current value rests on two or more
 * @param denied findings that somebody denies
 * @param conflicting findings with values that cannot both hold
 * @param names number of parties, places, agencies, persons, operations and publications
 * @param copies number of documents that took words of another
 * @param refused sources that could not be read
 */
public record CaseTally(
        long documents,
        Map<String, Long> statements,
        long findings,
        long oneOrigin,
        long noOrigin,
        long severalOrigins,
        long denied,
        long conflicting,
        long names,
        long copies,
        long refused) {
    public CaseTally {
        statements = Map.copyOf(statements);
    }

    /** Statements of this status. */
    public long statements(String status) {
        return statements.getOrDefault(status, 0L);
    }

    /** All statements. */
    public long allStatements() {
        return statements.values().stream().mapToLong(Long::longValue).sum();
    }
}
