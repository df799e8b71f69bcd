package org.headwater.casefile;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.headwater.evidence.CustodyEntry;
import org.headwater.evidence.LogMark;
import org.headwater.evidence.timestamp.Stamp;
import org.headwater.evidence.timestamp.Timestamps;

/** Holds the timestamps of a case against the custody log, and the log against the timestamps. */
final class StampCheck {
    private final List<Stamp> stamps;
    private final Map<String, String> recorded = new TreeMap<>();

    StampCheck(Timestamps timestamps, Instant now) throws IOException {
        this.stamps = timestamps.all(now);
    }

    List<Stamp> stamps() {
        return stamps;
    }

    /** What timestamps remember of the log. */
    List<LogMark> marks() {
        List<LogMark> marks = new ArrayList<>();
        for (Stamp stamp : stamps) {
            if (stamp.token().isPresent()) {
                marks.add(new LogMark("the timestamp of " + stamp.authority(), stamp.checkpoint(), stamp.digest()));
            }
        }
        return marks;
    }

    void take(CustodyEntry entry) {
        if (entry.event().action().equals(CaseCheck.TIMESTAMP)) {
            recorded.put(entry.event().subject(), entry.event().details().getOrDefault(CaseCheck.TOKEN, ""));
        }
    }

    /** Adds what is broken, changed or gone. Pending, expired and untrusted ones are no damage; they are shown as such. */
    void compare(List<String> faults) {
        Map<String, String> unmet = new TreeMap<>(recorded);
        for (Stamp stamp : stamps) {
            if (stamp.state() == Stamp.State.BROKEN) {
                faults.add("Cannot trust timestamp " + stamp.name() + ": " + stamp.message());
                unmet.remove(stamp.name());
                continue;
            }
            Optional<String> token = stamp.token().map(found -> found.sha256().hex());
            String said = recorded.getOrDefault(stamp.name(), "");
            if (token.isPresent() && said.equals(token.get())) {
                unmet.remove(stamp.name());
            } else if (token.isPresent() && !said.isEmpty()) {
                faults.add("Cannot trust timestamp " + stamp.name() + ": it is not the one that was received");
                unmet.remove(stamp.name());
            }
        }
        unmet.keySet().forEach(name -> faults.add("Cannot find timestamp " + name + ", which was received"));
    }
}
