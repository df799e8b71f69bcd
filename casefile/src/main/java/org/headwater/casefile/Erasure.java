package org.headwater.casefile;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.headwater.evidence.CustodyEntry;
import org.headwater.evidence.CustodyEvent;
import org.headwater.model.Sha256;

/**
 * An original that was erased, as the custody log has it from then on.
 *
 * @param id names it, and says nothing of what it was
 * @param entry number of the custody entry that records it
 * @param at when
 * @param who by whom
 * @param why their reason
 * @param salted digest of its digest, salted with the case's key: whoever has the same bytes and the key can tell, nobody
 *     else
 */
public record Erasure(String id, long entry, Instant at, String who, String why, Sha256 salted) {
    /** Action of its custody entry. */
    static final String ERASE = "erase";

    private static final String WHY = "why";
    private static final String SALTED = "salted-sha256";
    private static final String DECISIONS = "decisions";
    /** Of an erasure that was done in another copy of the case: by whom, and when. */
    private static final String BY = "by";

    private static final String AT = "at";
    private static final int DIGITS = 20;

    /** The id of the original that is salted so. */
    static String id(Sha256 salted) {
        return "er_" + salted.hex().substring(0, DIGITS);
    }

    /** The entry of an erasure that is being done; it is by the one who writes the log. */
    static CustodyEvent event(Sha256 salted, String why) {
        return CustodyEvent.of(ERASE, id(salted)).with(SALTED, salted.hex()).with(WHY, why);
    }

    /** The entry of this erasure in another copy of the case. */
    CustodyEvent event() {
        return event(salted, why).with(BY, who).with(AT, at.toString());
    }

    /** This entry, with the decisions of which no more than number, action and target is left. */
    static CustodyEvent withDecisions(CustodyEvent event, Set<Long> numbers) {
        return numbers.isEmpty()
                ? event
                : event.with(
                        DECISIONS,
                        String.join(" ", numbers.stream().map(String::valueOf).toList()));
    }

    /** The erasure that an entry records, if it does. */
    static Optional<Erasure> of(CustodyEntry entry) {
        Map<String, String> details = entry.event().details();
        if (!entry.event().action().equals(ERASE) || !details.containsKey(SALTED)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Erasure(
                    entry.event().subject(),
                    entry.sequence(),
                    details.containsKey(AT) ? Instant.parse(details.get(AT)) : entry.time(),
                    details.getOrDefault(BY, entry.who()),
                    details.getOrDefault(WHY, ""),
                    new Sha256(details.get(SALTED))));
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The decisions whose words went with it. */
    static Set<Long> decisions(CustodyEntry entry) {
        return Stream.of(entry.event().details().getOrDefault(DECISIONS, "").split(" "))
                .filter(number -> number.matches("\\d{1,18}"))
                .map(Long::valueOf)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** When, by whom and why, for people. */
    public String inWords() {
        return "erased on " + at.toString().substring(0, 16).replace('T', ' ') + " by " + who + ", because: " + why;
    }
}
