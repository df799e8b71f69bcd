package org.headwater.casefile;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.headwater.evidence.CustodyEntry;
import org.headwater.evidence.CustodyEvent;
import org.headwater.model.DocumentId;
import org.headwater.model.Sha256;
import org.headwater.model.StatementId;

/** What the custody log knows of watching. It alone has it, so that no watch can be forgotten without a trace. */
final class WatchEntries {
    private static final String WATCH = "watch";
    private static final String UNWATCH = "unwatch";
    private static final String WATCHED = "watched";
    private static final String CAPTURES = "capture/";

    private final Map<String, Watch> watches = new LinkedHashMap<>();
    private final Map<String, Captured> captured = new LinkedHashMap<>();
    private Optional<CustodyEntry> lastCapture = Optional.empty();

    /**
     * A page that was captured.
     *
     * @param from where its archive is said to come from
     */
    record Captured(Instant at, Sha256 payload, String from) {}

    static CustodyEvent watch(Watch watch) {
        CustodyEvent event = CustodyEvent.of(WATCH, watch.address().toString())
                .with("every", watch.every().toString());
        return watch.version().map(version -> with(event, version)).orElse(event);
    }

    static CustodyEvent unwatch(URI address) {
        return CustodyEvent.of(UNWATCH, address.toString());
    }

    /** The entry of a sighting. It names documents and statements; their words stay where they are. */
    static CustodyEvent watched(Sighting sighting, Optional<Watch.Version> version) {
        CustodyEvent event = CustodyEvent.of(WATCHED, sighting.address().toString())
                .with("result", sighting.result().word())
                .with("said", sighting.said())
                .with("before", ids(sighting.change().before(), DocumentId::value))
                .with("after", ids(sighting.change().after(), DocumentId::value))
                .with("touched", ids(sighting.change().touched(), StatementId::value));
        return version.map(each -> with(event, each)).orElse(event);
    }

    private static CustodyEvent with(CustodyEvent event, Watch.Version version) {
        return event.with("seen", version.at().toString())
                .with("payload", version.payload().hex())
                .with("documents", ids(version.documents(), DocumentId::value));
    }

    void take(CustodyEntry entry) {
        String subject = entry.event().subject();
        switch (entry.event().action()) {
            case WATCH -> watches.merge(subject, added(entry), (old, added) -> old.every(added.every()));
            case UNWATCH -> watches.remove(subject);
            case WATCHED -> watches.computeIfPresent(subject, (key, watch) -> watch.with(seen(entry), version(entry)));
            case "capture" ->
                lastCapture = Optional.of(entry)
                        .filter(each -> "200".equals(each.event().details().get("status")));
            case "intake" -> intake(entry);
            default -> {
                // Nothing of watching.
            }
        }
    }

    private void intake(CustodyEntry entry) {
        String from = entry.event().details().getOrDefault("from", "");
        if (lastCapture.isPresent() && from.startsWith(CAPTURES)) {
            CustodyEntry capture = lastCapture.get();
            captured.put(
                    capture.event().subject(),
                    new Captured(
                            capture.time(), new Sha256(capture.event().details().get("payload")), from));
            lastCapture = Optional.empty();
        }
    }

    private static Watch added(CustodyEntry entry) {
        return new Watch(
                URI.create(entry.event().subject()),
                Duration.parse(entry.event().details().get("every")),
                version(entry),
                List.of());
    }

    private static Optional<Watch.Version> version(CustodyEntry entry) {
        Map<String, String> details = entry.event().details();
        return Optional.ofNullable(details.get("payload"))
                .map(payload -> new Watch.Version(
                        Instant.parse(details.get("seen")),
                        new Sha256(payload),
                        ids(details.getOrDefault("documents", ""), DocumentId::new)));
    }

    private static Sighting seen(CustodyEntry entry) {
        Map<String, String> details = entry.event().details();
        return new Sighting(
                URI.create(entry.event().subject()),
                entry.time(),
                Sighting.Result.of(details.get("result")),
                details.get("said"),
                new Sighting.Change(
                        ids(details.get("before"), DocumentId::new),
                        ids(details.get("after"), DocumentId::new),
                        ids(details.get("touched"), StatementId::new)));
    }

    private static <T> String ids(List<T> of, Function<T, String> value) {
        return of.stream().map(value).collect(Collectors.joining(" "));
    }

    private static <T> List<T> ids(String words, Function<String, T> id) {
        return Stream.of(words.split(" "))
                .filter(word -> !word.isEmpty())
                .map(id)
                .toList();
    }

    List<Watch> watches() {
        return List.copyOf(watches.values());
    }

    /** The last capture of each page that was there, by address. */
    Map<String, Captured> captured() {
        return captured;
    }
}
