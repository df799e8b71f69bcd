package org.headwater.casefile;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.headwater.evidence.CustodyEntry;
import org.headwater.evidence.CustodyEvent;
import org.headwater.evidence.CustodyHead;
import org.headwater.evidence.CustodyLog;

/** Decisions as they stand in the custody log, whole, so that the store's can be checked against it and made again. */
final class DecisionEntries {
    private static final String NUMBER = "decision";
    private static final String WHY = "why";
    private static final String CHANGE = "change.";
    /** Of a decision that came in with a bundle: who took it and when; the entry itself says who brought it in. */
    private static final String BY = "by";

    private static final String AT = "at";
    private static final String BUNDLE = "bundle";

    private DecisionEntries() {}

    /** A decision of the person who writes the log, at the moment it is written. */
    static CustodyEvent event(Decision decision) {
        CustodyEvent event = CustodyEvent.of(decision.action().word(), decision.target())
                .with(NUMBER, Long.toString(decision.sequence()))
                .with(WHY, decision.why());
        for (Map.Entry<String, String> change : decision.changes().entrySet()) {
            event = event.with(CHANGE + change.getKey(), change.getValue());
        }
        if (decision.bundle().isEmpty()) {
            return event;
        }
        return event.with(BY, decision.who()).with(AT, decision.at().toString()).with(BUNDLE, decision.bundle());
    }

    /** The decision that an entry records, if it does. Headwater 0.1 did not number them: they count from the first. */
    static Optional<Decision> of(CustodyEntry entry, long numberIfAbsent) {
        CustodyEvent event = entry.event();
        Map<String, String> details = event.details();
        if (!isDecision(event)) {
            return Optional.empty();
        }
        Map<String, String> changes = new TreeMap<>();
        details.forEach((name, value) -> {
            if (name.startsWith(CHANGE)) {
                changes.put(name.substring(CHANGE.length()), value);
            }
        });
        try {
            return Optional.of(new Decision(
                    details.containsKey(NUMBER) ? Long.parseLong(details.get(NUMBER)) : numberIfAbsent,
                    details.containsKey(AT) ? Instant.parse(details.get(AT)) : entry.time(),
                    details.getOrDefault(BY, entry.who()),
                    details.getOrDefault(WHY, ""),
                    Decision.Action.ofWord(event.action()),
                    event.subject(),
                    changes,
                    details.getOrDefault(BUNDLE, "")));
        } catch (NumberFormatException | DateTimeException e) {
            return Optional.empty();
        }
    }

    private static boolean isDecision(CustodyEvent event) {
        for (Decision.Action action : Decision.Action.values()) {
            if (action.word().equals(event.action())) {
                return event.details().containsKey(WHY);
            }
        }
        return false;
    }

    /** Whether an entry's time is its decision's; Headwater 0.1 took the time twice. */
    static boolean isTimed(CustodyEntry entry) {
        return entry.event().details().containsKey(NUMBER);
    }

    /** The numbered decisions in the log beyond a head, with numbers above those that are known. */
    static List<Decision> after(Path log, Optional<CustodyHead> from, long known) throws IOException {
        List<Decision> decisions = new ArrayList<>();
        CustodyLog.replay(log, from.orElse(CustodyHead.EMPTY), entry -> {
            if (isTimed(entry)) {
                of(entry, 0).filter(decision -> decision.sequence() > known).ifPresent(decisions::add);
            }
        });
        return decisions;
    }
}
