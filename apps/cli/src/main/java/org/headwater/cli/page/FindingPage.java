package org.headwater.cli.page;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.headwater.casefile.CaseView;
import org.headwater.casefile.words.Dates;
import org.headwater.casefile.words.Deniers;
import org.headwater.casefile.words.FindingWords;
import org.headwater.cli.screen.Cells;
import org.headwater.cli.screen.Screen;
import org.headwater.codebook.Codebook;
import org.headwater.model.Document;
import org.headwater.model.Finding;
import org.headwater.model.OriginTrace;
import org.headwater.model.SlotValue;
import org.headwater.model.Statement;
import org.headwater.model.StatementId;
import org.headwater.model.Status;

/** One finding as a tree: each value, the origins it rests on, below them who carries it, beside it who denies it. */
final class FindingPage {
    private static final String INDENT = "                ";
    private static final int QUOTE_CELLS = 90;
    private static final int DENIALS_SHOWN = 4;
    private static final int BRIEF_VALUES = 5;
    private static final int BRIEF_SUPPORTS = 3;
    private static final int BRIEF_CARRIERS = 3;

    private final CaseView view;
    private final FindingWords words;
    private final Screen screen;

    FindingPage(CaseView view, Codebook codebook, Screen screen) {
        this.view = view;
        this.words = FindingLine.words(codebook);
        this.screen = screen;
    }

    void print(Finding finding) {
        screen.print(screen.strong(words.subject(finding) + ": " + words.value(finding, finding.current())));
        screen.print(screen.faint(finding.id() + " · " + words.slots().kind(finding.kind())));
        screen.print(rests(finding));
        for (Finding.Value value : finding.values()) {
            screen.gap();
            printValue(finding, value, value.supports());
        }
        printConflicts(finding);
        printDenials(finding);
    }

    /** The finding on half a screen: its current value with the first carriers, the rest in a line each. */
    void printBrief(Finding finding) {
        screen.print(screen.strong(words.subject(finding) + ": " + words.value(finding, finding.current())));
        screen.print(rests(finding));
        Finding.Value current = finding.current();
        Finding.Value shown = shortened(current);
        printValue(finding, current, shown.supports());
        int hidden = current.documents() - shown.documents();
        if (hidden > 0) {
            screen.print(INDENT + "… and " + FindingWords.count(hidden, "document") + " more");
        }
        List<Finding.Value> others =
                finding.values().subList(1, finding.values().size());
        for (Finding.Value value : others.subList(0, Math.min(BRIEF_VALUES, others.size()))) {
            String when = words.when(value);
            screen.print("  " + standing(value) + words.shortValue(finding, value) + (when.isEmpty() ? "" : ", " + when)
                    + "   " + screen.faint(FindingWords.support(value)));
        }
        Map<String, List<Statement>> denials = denials(finding);
        if (!denials.isEmpty()) {
            Statement first = denials.values().iterator().next().get(0);
            fold(
                    "  denied by     ",
                    INDENT,
                    FindingLine.few(denials.keySet()) + ": "
                            + Places.window(first.quote(), denied(first), QUOTE_CELLS));
        }
    }

    private static Finding.Value shortened(Finding.Value value) {
        List<Finding.Support> supports = value.supports().stream()
                .limit(BRIEF_SUPPORTS)
                .map(support -> new Finding.Support(
                        support.origin(),
                        support.carriers().stream().limit(BRIEF_CARRIERS).toList()))
                .toList();
        return new Finding.Value(
                value.slots(), value.when(), value.standing(), value.reason(), supports, value.circular());
    }

    private static String rests(Finding finding) {
        int origins = finding.current().supports().size();
        return switch (origins) {
            case 0 -> "It rests on no origin: every chain comes back to itself.";
            case 1 -> "It rests on one origin. More documents do not make it stronger; another origin would.";
            default ->
                "It rests on " + origins + " origins that do not depend on each other, as far as their texts show.";
        };
    }

    private void printValue(Finding finding, Finding.Value value, List<Finding.Support> shown) {
        String when = value.when().map(Dates.ENGLISH::of).orElse("");
        String lead = standing(value) + screen.strong(words.value(finding, value));
        screen.print(lead + (when.isEmpty() ? "" : ", " + when) + "   " + screen.faint(FindingWords.support(value)));
        if (!value.reason().isEmpty()) {
            fold("  ", "  ", value.reason());
        }
        for (Finding.Support support : shown) {
            String asserted = words.isDenial(finding.kind()) ? "  said by       " : "  asserted by   ";
            fold(
                    asserted,
                    INDENT,
                    screen.strong(support.origin().party()) + "   [" + "origin: "
                            + support.origin().kind().words() + "]");
            String lead2 = "    carried by  ";
            for (Finding.Carrier carrier : support.carriers()) {
                printCarrier(carrier, carrier.firstHand() ? "    first-hand  " : lead2);
                lead2 = carrier.firstHand() ? lead2 : INDENT;
            }
        }
        if (!value.circular().isEmpty()) {
            fold(
                    "  circular      ",
                    INDENT,
                    FindingWords.count(
                            value.circular().size(),
                            "statement whose sources lead back to itself",
                            "statements whose sources lead back to themselves"));
        }
    }

    private String standing(Finding.Value value) {
        return switch (value.standing()) {
            case CURRENT -> "";
            case EARLIER -> "was ";
            case CONFLICTING -> screen.alert("in conflict: ");
            case ASIDE -> "also said: ";
            case PART -> "a part: ";
        };
    }

    private void printCarrier(Finding.Carrier carrier, String lead) {
        Optional<Document> document = view.document(carrier.document());
        Optional<Statement> statement = carrier.statements().stream()
                .map(view.statements()::get)
                .filter(each -> each != null)
                .findFirst();
        if (document.isEmpty() || statement.isEmpty()) {
            return;
        }
        String how = how(statement.get().id());
        String date = document.get().published().value().map(Dates.ENGLISH::of).orElse("undated");
        fold(lead, INDENT, document.get().label() + ", " + date + (how.isEmpty() ? "" : " (" + how + ")"));
        String figure = statement.get().slots().values().stream()
                .filter(SlotValue.Count.class::isInstance)
                .map(SlotValue::text)
                .findFirst()
                .orElse("");
        int room = Math.max(30, Math.min(QUOTE_CELLS, screen.width() - INDENT.length() - 34));
        fold(
                INDENT,
                INDENT,
                screen.faint(Places.window(statement.get().quote(), figure, room) + "   "
                        + Places.of(document.get(), statement.get().span())));
    }

    /** The steps upstream, without the last, which is the origin's own reason. */
    private String how(StatementId statement) {
        OriginTrace trace = view.traces().get(statement);
        if (trace == null) {
            return "";
        }
        List<OriginTrace.Step> steps = trace.steps();
        return steps.subList(0, Math.max(0, steps.size() - 1)).stream()
                .map(OriginTrace.Step::reason)
                .distinct()
                .collect(Collectors.joining(", which "));
    }

    private void printConflicts(Finding finding) {
        for (Finding.Conflict conflict : finding.conflicts()) {
            screen.gap();
            fold(
                    screen.alert("conflict") + "        ",
                    INDENT,
                    words.shortValue(finding, finding.values().get(conflict.one())) + " and "
                            + words.shortValue(finding, finding.values().get(conflict.other())) + ": "
                            + conflict.reason());
        }
    }

    private Map<String, List<Statement>> denials(Finding finding) {
        return Deniers.shipped()
                .of(finding.denials().stream()
                        .map(view.statements()::get)
                        .filter(each -> each != null)
                        .toList());
    }

    private static String denied(Statement denial) {
        return denial.slot("denies").map(SlotValue::text).orElse("");
    }

    private void printDenials(Finding finding) {
        denials(finding).forEach((party, denials) -> {
            denied("denied by       ", screen.strong(party), denials, "");
            denials.stream().limit(DENIALS_SHOWN).forEach(this::printDenial);
        });
        printGeneralDenials(finding);
    }

    /** Denials that name no place and stand in documents that do not speak of this: they answer it only if meant of all. */
    private void printGeneralDenials(Finding finding) {
        Set<StatementId> beside = Set.copyOf(finding.denials());
        List<Statement> general = view.statements().values().stream()
                .filter(statement -> words.denies(statement.kind(), finding.kind())
                        && statement.status() != Status.REJECTED
                        && !beside.contains(statement.id())
                        && Deniers.isGeneral(statement))
                .toList();
        if (!general.isEmpty()) {
            Set<String> parties = Deniers.shipped().of(general).keySet();
            denied(
                    "in general      ",
                    "denied by " + screen.strong(FindingLine.few(parties)),
                    general,
                    " that do not speak of this");
        }
    }

    private void denied(String lead, String by, List<Statement> denials, String which) {
        long documents = denials.stream().map(Statement::document).distinct().count();
        screen.gap();
        fold(lead, INDENT, by + "   " + screen.faint("in " + FindingWords.count(documents, "document") + which));
    }

    private void printDenial(Statement denial) {
        view.document(denial.document())
                .ifPresent(document -> fold(
                        INDENT,
                        INDENT,
                        Places.window(denial.quote(), denied(denial), QUOTE_CELLS) + "   "
                                + screen.faint(document.label() + ", " + Places.of(document, denial.span()))));
    }

    private void fold(String lead, String indent, String text) {
        String margin = lead;
        for (String line : Cells.fold(text, screen.width() - Cells.of(indent))) {
            screen.print(margin + line);
            margin = indent;
        }
    }
}
