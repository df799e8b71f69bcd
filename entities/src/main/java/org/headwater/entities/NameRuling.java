package org.headwater.entities;

/**
 * A person's decision that two names are one party's, or are not. It always wins over what the software makes of them;
 * left out, the software's result is what it was before.
 *
 * @param name one name, as written in documents
 * @param other the other name
 * @param same whether they are one party's
 * @param who who decided
 * @param reason why
 */
public record NameRuling(String name, String other, boolean same, String who, String reason) {}
