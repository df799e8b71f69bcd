package org.headwater.model;

import java.util.List;

/**
 * One document took words of another, with the aligned passages as proof.
 *
 * @param id names it
 * @param derived the document that took them
 * @param source the document they were taken from
 * @param kind how it depends
 * @param passages the aligned stretches, by place in the derived document; empty for a translation known by other signs
 * @param shareOfDerived share of the derived document's words that lie in passages, 0 to 1
 * @param shareOfSource share of the source's words that lie in passages, 0 to 1
 * @param reason why it is this kind and this direction, for a person to judge
 */
public record Derivation(
        DerivationId id,
        DocumentId derived,
        DocumentId source,
        DerivationKind kind,
        List<Passage> passages,
        double shareOfDerived,
        double shareOfSource,
        String reason) {
    public Derivation {
        passages = passages.stream().sorted().toList();
        if (derived.equals(source)) {
            throw new IllegalArgumentException("Cannot derive document " + derived + " from itself");
        }
        checkShare(shareOfDerived, derived);
        checkShare(shareOfSource, source);
    }

    private static void checkShare(double share, DocumentId of) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("Invalid share of " + of + ": " + share + " (must be 0 to 1)");
        }
    }

    /** The id of the derivation between these documents. */
    public static DerivationId idOf(DocumentId derived, DocumentId source) {
        return new DerivationId(ContentHash.of(derived.value(), source.value()).id(DerivationId.PREFIX));
    }
}
