package org.headwater.cli;

import org.headwater.casefile.CaseException;
import org.headwater.casefile.CaseView;

/** The name that a person means when they type a party's name or its id. */
final class PartyNames {
    private PartyNames() {}

    /** The name as typed, or the name of the entity whose id begins so. */
    static String of(CaseView view, String typed) throws CaseException {
        if (!typed.matches("en[_-][0-9a-f]{3,20}")) {
            return typed;
        }
        CaseView.Reference found = view.find(typed);
        if (found instanceof CaseView.Reference.ToEntity to) {
            return to.entity().name();
        }
        throw Refusal.of("Cannot decide on " + found.id() + ": it is no party");
    }
}
