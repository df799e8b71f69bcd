package org.headwater.statements.match;

import java.util.BitSet;
import org.headwater.codebook.Role;
import org.headwater.statements.marks.PlaceMention;

/** Where a pattern looks in sentences of another language than English, seen from a trigger; see {@link Roles}. */
interface RoleWords {
    /** The words of a role; none for roles that lie outside the sentence. */
    BitSet words(Role role);

    /** Whether what the trigger says is said not to be so. */
    boolean isNegated();

    /** Whether the trigger's noun is definite and one. */
    boolean isDefiniteSingular();

    /** Whether the words around a place say that something is there, rather than whose it is or who acts. */
    boolean isLocated(PlaceMention place);
}
