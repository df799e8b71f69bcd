package org.headwater.casefile;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.headwater.evidence.Verification;
import org.headwater.evidence.timestamp.Stamp;
import org.headwater.model.Sha256;

/**
 * What the verification of a case found.
 *
 * @param counts how much of the evidence was checked
 * @param head digest of the last custody entry: keep it elsewhere, and nobody can rewrite the log unnoticed
 * @param key the fingerprint of the key that the custody entries are signed with; absent where none is signed
 * @param statements number of statements whose quote was held against the document's text
 * @param erased what was erased from the case, which is no fault
 * @param stamps every timestamp that was asked for, with what can be said of it
 * @param faults everything wrong, in words; empty if the case is whole
 */
public record CaseVerification(
        Verification.Counts counts,
        String head,
        Optional<String> key,
        long statements,
        List<Erasure> erased,
        List<Stamp> stamps,
        List<String> faults) {
    public CaseVerification {
        erased = List.copyOf(erased);
        stamps = List.copyOf(stamps);
        faults = List.copyOf(faults);
    }

    /** Number of originals checked. */
    public long originals() {
        return counts.files();
    }

    /** Number of good entries of the custody log. */
    public long entries() {
        return counts.entries();
    }

    /** Whether nothing is wrong. */
    public boolean isWhole() {
        return faults.isEmpty();
    }

    /**
     * What somebody knows of a case from elsewhere and wants to be true of it.
     *
     * @param heads digests of custody entries, as earlier verifications printed them
     * @param key the fingerprint of the case's key
     */
    public record Expected(Set<Sha256> heads, Optional<Sha256> key) {
        /** Nothing is known. */
        public static final Expected NOTHING = new Expected(Set.of(), Optional.empty());

        public Expected {
            heads = Set.copyOf(heads);
        }
    }
}
