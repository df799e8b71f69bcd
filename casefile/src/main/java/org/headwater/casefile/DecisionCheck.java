package org.headwater.casefile;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.headwater.codebook.Codebook;
import org.headwater.codebook.gazetteer.Gazetteer;
import org.headwater.model.Document;
import org.headwater.model.DocumentId;
import org.headwater.model.FindingId;
import org.headwater.model.Polarity;
import org.headwater.model.Span;
import org.headwater.model.Statement;
import org.headwater.model.StatementId;

/** Whether a decision makes sense, before it is recorded. */
final class DecisionCheck {
    /** What no name of a person has, but addresses, numbers and places in a network have. */
    private static final Pattern NO_NAME = Pattern.compile("[\\p{N}@/]");

    private final Holdings holdings;
    private final Codebook codebook;

    DecisionCheck(Holdings holdings, Codebook codebook) {
        this.holdings = holdings;
        this.codebook = codebook;
    }

    /**
     * Checks that a decision from elsewhere is one, whatever it is on: what cannot be read must not come in, since nothing
     * that is on record is ever taken out.
     *
     * @throws CaseException refused if it is not
     */
    static void checkForm(Decision decision) throws CaseException {
        try {
            switch (decision.action()) {
                case ACCEPT, REJECT -> new StatementId(decision.target());
                case EDIT -> {
                    new StatementId(decision.target());
                    checkValues(decision.changes());
                }
                case ADD -> {
                    new StatementId(decision.target());
                    checkValues(Addition.of(decision.changes()).values());
                }
                case MERGE, SPLIT ->
                    require(!decision.changes().getOrDefault(Rulings.OTHER, "").isBlank(), "a second name");
                case NAME, WITHHOLD -> require(!decision.target().isBlank(), "a name");
                case REDACT -> {
                    new DocumentId(decision.target());
                    require(!Redaction.span(decision.changes()).isEmpty(), "a passage");
                }
                case ASSESS -> {
                    new FindingId(decision.target());
                    require(decision.changes().getOrDefault("source", "").matches("[A-F]"), "a grade of the source");
                    require(decision.changes().getOrDefault("information", "").matches("[1-6]"), "a grade");
                }
                case UNDO -> require(decision.target().matches("\\d{1,18}"), "the number of a decision");
            }
        } catch (IllegalArgumentException e) {
            throw CaseException.refused("Cannot take over decision " + decision.sequence() + " ("
                    + decision.action().word() + "): " + Case.reason(e));
        }
    }

    private static void checkValues(Map<String, String> values) {
        if (values.containsKey(Rulings.POLARITY)) {
            Polarity.ofWord(values.get(Rulings.POLARITY));
        }
        require(!values.getOrDefault(Rulings.SPEAKER, "somebody").isBlank(), "a speaker");
    }

    private static void require(boolean there, String what) {
        if (!there) {
            throw new IllegalArgumentException("it lacks " + what);
        }
    }

    /**
     * Checks a decision, given those before it.
     *
     * @throws CaseException refused if it makes no sense
     */
    void check(Decision decision, List<Decision> before) throws CaseException {
        switch (decision.action()) {
            case ACCEPT, REJECT, EDIT -> checkStatement(decision);
            case REDACT -> checkRedaction(decision);
            case MERGE, SPLIT -> checkNames(decision);
            case ASSESS -> checkAssessment(decision);
            case UNDO -> checkUndo(decision, before);
            case NAME -> {
                if (!holdings.hasName(decision.target())) {
                    throw CaseException.refused("Cannot reveal '" + decision.target()
                            + "': no party of this case goes by it, and no document has it");
                }
            }
            case WITHHOLD -> checkWithheld(decision);
            case ADD ->
                throw CaseException.refused(
                        "Cannot add " + decision.target() + ": say where it stands and what it says");
        }
    }

    private static void checkNames(Decision decision) throws CaseException {
        String other = decision.changes().getOrDefault(Rulings.OTHER, "");
        if (other.isBlank()) {
            throw CaseException.refused(
                    "Cannot " + decision.action().word() + " '" + decision.target() + "': the second name is missing");
        }
        if (other.equals(decision.target())) {
            throw CaseException.refused(
                    "Cannot " + decision.action().word() + " '" + decision.target() + "': both names are the same");
        }
    }

    /** A name may be withheld before a document has it. */
    private static void checkWithheld(Decision decision) throws CaseException {
        if (NO_NAME.matcher(decision.target()).find()) {
            throw CaseException.refused("Cannot withhold '" + decision.target()
                    + "': it is no person's name (addresses and numbers are masked where they are recognised; redact"
                    + " covers any other words)");
        }
    }

    private void checkStatement(Decision decision) throws CaseException {
        Statement statement = holdings.statement(new StatementId(decision.target()))
                .orElseThrow(() -> CaseException.refused("Cannot "
                        + decision.action().word() + " " + decision.target() + ": the case has no such statement"));
        if (decision.action() == Decision.Action.EDIT && decision.changes().isEmpty()) {
            throw CaseException.refused("Cannot edit " + decision.target() + ": no change is given (SLOT=VALUE)");
        }
        try {
            Rulings.check(statement.kind(), decision.changes(), new SlotWords(codebook, Gazetteer.shipped()));
        } catch (IllegalArgumentException e) {
            throw CaseException.refused(Case.reason(e));
        }
    }

    private void checkRedaction(Decision decision) throws CaseException {
        Span span = Redaction.span(decision.changes());
        Optional<Document> document = decision.target().matches("doc_[0-9a-f]{20}")
                ? holdings.document(new DocumentId(decision.target()))
                : Optional.empty();
        Document there = document.orElseThrow(
                () -> CaseException.refused("Cannot redact " + decision.target() + ": the case has no such document"));
        if (span.end() > there.text().length()) {
            throw CaseException.refused("Cannot redact " + there.label() + ": passage " + span.begin() + "–"
                    + span.end() + " does not lie in its " + there.text().length() + " units");
        }
        if (there.quote(span).isBlank()) {
            throw CaseException.refused("Cannot redact " + there.label() + ": passage " + span.begin() + "–"
                    + span.end() + " holds no words");
        }
    }

    private void checkAssessment(Decision decision) throws CaseException {
        String source = decision.changes().getOrDefault("source", "");
        String information = decision.changes().getOrDefault("information", "");
        if (!source.matches("[A-F]") || !information.matches("[1-6]")) {
            throw CaseException.refused("Cannot assess " + decision.target() + ": '" + source + information
                    + "' is no grade (A to F for the source, 1 to 6 for the information)");
        }
        if (!decision.target().matches("f_[0-9a-f]{20}")
                || holdings.finding(new FindingId(decision.target())).isEmpty()) {
            throw CaseException.refused("Cannot assess " + decision.target() + ": the case has no such finding");
        }
    }

    private static void checkUndo(Decision decision, List<Decision> before) throws CaseException {
        boolean there = before.stream()
                .anyMatch(earlier -> Long.toString(earlier.sequence()).equals(decision.target()));
        if (!there) {
            throw CaseException.refused(
                    "Cannot undo decision " + decision.target() + ": the case has decisions 1 to " + before.size());
        }
        if (Rulings.undone(before).contains(Long.parseLong(decision.target()))) {
            throw CaseException.refused("Cannot undo decision " + decision.target() + ": it is undone already");
        }
    }
}
