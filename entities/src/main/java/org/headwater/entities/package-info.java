/**
 * Which names are one party. Start at {@link org.headwater.entities.EntityResolver}, which makes entities of the names of
 * a case; {@link org.headwater.entities.NameComparison} tells of two names alone whether they are likely one party's.
 *
 * <p>Every joining of names has a reason for a person to judge, and a person's ruling always wins. This package knows
 * neither files nor databases, and nothing about what a statement claims beyond comparing it with another.
 */
package org.headwater.entities;
