package org.headwater.web.review;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.headwater.casefile.Decision;
import org.headwater.casefile.Holdings;
import org.headwater.web.WebSettings;

/**
 * How the one at work gets on.
 *
 * @param decided number of statements, or of names, decided on without a pause of half an hour
 * @param perHour decisions an hour in that time; 0 while that says nothing yet
 * @param last number of the last decision of theirs that can be taken back; 0 if there is none
 */
record Pace(int decided, long perHour, long last) {
    private static final Duration PAUSE = Duration.ofMinutes(30);

    /** A shorter time says nothing about an hour. */
    private static final Duration TELLING = Duration.ofMinutes(1);

    /** What is decided on statements. */
    static final Set<Decision.Action> ON_STATEMENTS =
            Set.of(Decision.Action.ACCEPT, Decision.Action.REJECT, Decision.Action.EDIT);

    /** What is decided on names. */
    static final Set<Decision.Action> ON_NAMES = Set.of(Decision.Action.MERGE, Decision.Action.SPLIT);

    /** The pace at this time of the one who works on the case, at decisions of these kinds. */
    static Pace of(Holdings holdings, Set<Decision.Action> kinds, WebSettings settings) {
        String who = settings.who();
        Instant now = settings.clock().instant();
        List<Decision> decisions = holdings.decisions();
        Set<Long> undone = holdings.undone();
        int decided = 0;
        long last = 0;
        Instant end = now;
        Instant first = now;
        for (int i = decisions.size() - 1; i >= 0; i--) {
            Decision decision = decisions.get(i);
            boolean counts = decision.who().equals(who)
                    && kinds.contains(decision.action())
                    && !undone.contains(decision.sequence());
            if (!counts) {
                continue;
            }
            last = Math.max(last, decision.sequence());
            if (Duration.between(decision.at(), end).compareTo(PAUSE) > 0) {
                break;
            }
            end = decision.at();
            first = decision.at();
            decided++;
        }
        Duration taken = Duration.between(first, now);
        boolean isTelling = decided > 1 && taken.compareTo(TELLING) >= 0;
        return new Pace(decided, isTelling ? decided * 3_600L / taken.toSeconds() : 0, last);
    }
}
