package org.headwater.cli;

import java.util.List;
import java.util.stream.Stream;
import org.headwater.casefile.CaseException;
import org.headwater.casefile.CaseView;

/** The name that a person means when they type a party's name or its id. */
final class PartyNames {
    private PartyNames() {}

    /**
     * The name as documents write it, or the name of the entity whose id begins so; as typed where no document has it, for a
     * decision may come before its document.
     */
    static String of(CaseView view, String typed) throws CaseException {
        if (!typed.matches("en[_-][0-9a-f]{3,20}")) {
            return asWritten(view, typed);
        }
        CaseView.Reference found = view.find(typed);
        if (found instanceof CaseView.Reference.ToEntity to) {
            return to.entity().name();
        }
        throw Refusal.of("Cannot decide on " + found.id() + ": it is no party");
    }

    /** The name as documents write it, or else as typed. */
    static String asWritten(CaseView view, String typed) {
        return view.spelling(typed.strip()).orElse(typed.strip());
    }

    /** Those of two names that no party of the case goes by. */
    static List<String> absent(CaseView view, String one, String other) {
        return Stream.of(one, other)
                .filter(name -> view.spelling(name).isEmpty())
                .toList();
    }
}
