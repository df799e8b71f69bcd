package org.headwater.cli;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.headwater.casefile.Case;
import org.headwater.casefile.CaseException;
import org.headwater.casefile.Decision;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
        name = "undo",
        header = "Take a decision back: the last one, or the one of this number.",
        footer = {"  headwater undo my.case", "  headwater undo my.case 3 --why \"it was the other article\""})
final class UndoCommand extends DecisionCommand {
    @Parameters(index = "1", arity = "0..1", paramLabel = "NUMBER", description = "The decision's number.")
    private Optional<Long> number = Optional.empty();

    @Override
    ExitCode run(Session session, Case open) throws CaseException {
        Optional<Long> last = last(open.view().decisions(), open.holdings().undone());
        long target =
                number.or(() -> last).orElseThrow(() -> Refusal.of("Cannot undo: there is no decision to take back"));
        return decide(session, open, Decision.Action.UNDO, Long.toString(target), Map.of());
    }

    /** The last decision that still holds and is no undo itself. */
    private static Optional<Long> last(List<Decision> decisions, Set<Long> undone) {
        return decisions.stream()
                .filter(decision -> decision.action() != Decision.Action.UNDO)
                .map(Decision::sequence)
                .filter(sequence -> !undone.contains(sequence))
                .max(Comparator.naturalOrder());
    }
}
