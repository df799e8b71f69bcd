package org.headwater.entities;

/**
 * How alike two names are.
 *
 * @param score 0 (nothing in common) to 1 (the same name)
 * @param same whether they are likely one party's
 * @param reason why, in words for a person to judge
 */
public record Likeness(double score, boolean same, String reason) {
    public Likeness {
        if (!(score >= 0 && score <= 1)) {
            throw new IllegalArgumentException("Invalid likeness: " + score + " (must be 0 to 1)");
        }
    }
}
