package org.headwater.casefile;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.headwater.model.DocumentId;
import org.headwater.model.Sha256;

/**
 * A page that is captured again and again, with what came of it.
 *
 * @param address the page
 * @param every the time from one look at it to the next
 * @param version what the case has of it; empty while it was never there
 * @param sightings what came of each look, in their order
 */
public record Watch(URI address, Duration every, Optional<Version> version, List<Sighting> sightings) {
    public Watch {
        sightings = List.copyOf(sightings);
    }

    /** The last look at the page; empty before the first. */
    public Optional<Sighting> last() {
        return sightings.isEmpty() ? Optional.empty() : Optional.of(sightings.get(sightings.size() - 1));
    }

    /** When it is to be looked at; empty if it never was, and is due at once. */
    public Optional<Instant> next() {
        return last().map(sighting -> sighting.at().plus(every));
    }

    /** Whether it is to be looked at now. */
    public boolean isDue(Instant now) {
        return next().map(next -> !next.isAfter(now)).orElse(true);
    }

    /** When it was there last, as far as the case knows; empty if it never was. */
    public Optional<Instant> lastSeen() {
        return Stream.concat(
                        version.map(Version::at).stream(),
                        sightings.stream().filter(Sighting::isThere).map(Sighting::at))
                .max(Instant::compareTo);
    }

    /** Since when every look missed it; empty if the last one found it. */
    public Optional<Instant> missedSince() {
        Optional<Instant> since = Optional.empty();
        for (int i = sightings.size() - 1; i >= 0 && !sightings.get(i).isThere(); i--) {
            since = Optional.of(sightings.get(i).at());
        }
        return since;
    }

    Watch every(Duration other) {
        return new Watch(address, other, version, sightings);
    }

    Watch with(Sighting sighting, Optional<Version> then) {
        return new Watch(
                address,
                every,
                then,
                Stream.concat(sightings.stream(), Stream.of(sighting)).toList());
    }

    /**
     * What a page was at one time.
     *
     * @param at when it was fetched
     * @param payload digest of the answer's body
     * @param documents what was read in it; empty if it has no text
     */
    public record Version(Instant at, Sha256 payload, List<DocumentId> documents) {
        public Version {
            documents = List.copyOf(documents);
        }
    }
}
