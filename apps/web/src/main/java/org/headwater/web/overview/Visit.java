package org.headwater.web.overview;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.headwater.casefile.CaseTally;

/**
 * How the case stood when a browser last looked at it.
 *
 * @param at when
 * @param documents number of documents
 * @param statements number of statements
 * @param findings number of findings
 * @param decisions number of decisions, undone ones too
 */
record Visit(Instant at, long documents, long statements, long findings, long decisions) {
    private static final Pattern FORM = Pattern.compile("(\\d{1,12})-(\\d{1,12})-(\\d{1,12})-(\\d{1,12})-(\\d{1,12})");

    static Visit now(Instant at, CaseTally tally, long decisions) {
        return new Visit(at, tally.documents(), tally.allStatements(), tally.findings(), decisions);
    }

    /** The form it has in a cookie. */
    String written() {
        return at.getEpochSecond() + "-" + documents + "-" + statements + "-" + findings + "-" + decisions;
    }

    /** Reads that form; empty if it is another. */
    static Optional<Visit> read(String text) {
        Matcher form = FORM.matcher(text);
        return form.matches()
                ? Optional.of(new Visit(
                        Instant.ofEpochSecond(Long.parseLong(form.group(1))),
                        Long.parseLong(form.group(2)),
                        Long.parseLong(form.group(3)),
                        Long.parseLong(form.group(4)),
                        Long.parseLong(form.group(5))))
                : Optional.empty();
    }

    /** What came since an earlier visit; a rebuilt case may have less than before, which counts as nothing new. */
    Visit since(Visit earlier) {
        return new Visit(
                earlier.at,
                Math.max(0, documents - earlier.documents),
                Math.max(0, statements - earlier.statements),
                Math.max(0, findings - earlier.findings),
                Math.max(0, decisions - earlier.decisions));
    }
}
