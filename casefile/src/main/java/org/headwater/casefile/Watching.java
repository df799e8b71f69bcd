package org.headwater.casefile;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.headwater.casefile.schema.Tables;
import org.headwater.evidence.CustodyEvent;
import org.headwater.evidence.CustodyLog;
import org.headwater.evidence.capture.CaptureSettings;
import org.headwater.evidence.capture.Captured;
import org.headwater.model.DocumentId;
import org.headwater.model.Sha256;
import org.headwater.model.StatementId;

/**
 * Watches pages: captures them again when they are due and records whether they are the same, changed or gone. What is
 * watched and what was seen is in the custody log. Contacts nobody but the pages that are due. Not thread-safe.
 */
public final class Watching {
    private final Case of;
    private final Store store;

    Watching(Case of, Store store) {
        this.of = of;
        this.store = store;
    }

    /**
     * What is watched, in the order it was added.
     *
     * @throws CaseException if the custody log is damaged or cannot be read
     */
    public List<Watch> all() throws CaseException {
        return entries().watches();
    }

    private WatchEntries entries() throws CaseException {
        WatchEntries entries = new WatchEntries();
        try {
            CustodyLog.replay(of.evidence().custodyLog(), entries::take);
        } catch (IOException e) {
            throw CaseException.failed("Cannot read the custody log of case " + of.folder() + ": " + Case.reason(e), e);
        }
        return entries;
    }

    /**
     * The pages that were captured and were there.
     *
     * @throws CaseException if the custody log is damaged or cannot be read
     */
    public List<URI> captured() throws CaseException {
        return entries().captured().keySet().stream().map(URI::create).toList();
    }

    /**
     * Watches pages from now on; for one that is watched already, the time between looks is changed. What the case has of a
     * page is what the first look is compared with.
     *
     * @throws CaseException refused if another process is changing the case
     */
    public void add(List<URI> addresses, Duration every) throws CaseException {
        Map<String, WatchEntries.Captured> captured = entries().captured();
        List<CustodyEvent> events = new ArrayList<>();
        for (URI address : addresses) {
            Optional<Watch.Version> known = Optional.ofNullable(captured.get(address.toString()))
                    .map(each -> new Watch.Version(each.at(), each.payload(), documentsFrom(each.from())));
            events.add(WatchEntries.watch(new Watch(address, every, known, List.of())));
        }
        of.evidence().record(events);
    }

    private List<DocumentId> documentsFrom(String source) {
        return store
                .query(sql -> sql.select(Tables.DOCUMENT.ID)
                        .from(Tables.DOCUMENT)
                        .join(Tables.ITEM)
                        .on(Tables.ITEM.ID.eq(Tables.DOCUMENT.ITEM))
                        .where(Tables.ITEM.TAKEN_FROM.startsWith(source))
                        .orderBy(Tables.DOCUMENT.ID)
                        .fetch(Tables.DOCUMENT.ID))
                .stream()
                .map(DocumentId::new)
                .toList();
    }

    /**
     * Watches a page no longer. What was seen of it stays.
     *
     * @throws CaseException refused if it is not watched, or another process is changing the case
     */
    public void remove(URI address) throws CaseException {
        if (all().stream().noneMatch(watch -> watch.address().equals(address))) {
            throw CaseException.refused("Cannot stop watching " + address + ": it is not watched");
        }
        of.evidence().record(List.of(WatchEntries.unwatch(address)));
    }

    /**
     * Looks at every page that is due, keeps what has changed, and settles the case.
     *
     * @return what came of each, fewer than were due if the listener asked to stop: those are due still
     * @throws CaseException refused if another process is changing the case
     */
    public List<Sighting> look(CaptureSettings settings, ReadListener listener) throws CaseException {
        Instant now = of.evidence().now();
        List<Watch> due = all().stream().filter(watch -> watch.isDue(now)).toList();
        if (due.isEmpty()) {
            return List.of();
        }
        Map<URI, Sha256> known = new LinkedHashMap<>();
        due.forEach(watch -> watch.version().ifPresent(version -> known.put(watch.address(), version.payload())));
        List<CaptureOutcome> outcomes = of.capture(
                CaptureOrder.of(due.stream().map(Watch::address).toList(), settings)
                        .unlessSame(known),
                listener);
        CaseView view = of.view();
        List<Sighting> sightings = new ArrayList<>();
        List<CustodyEvent> events = new ArrayList<>();
        for (int i = 0; i < outcomes.size(); i++) {
            Sighting sighting = sighting(due.get(i), outcomes.get(i), view);
            sightings.add(sighting);
            events.add(WatchEntries.watched(sighting, version(due.get(i), outcomes.get(i))));
        }
        if (!events.isEmpty()) {
            of.evidence().record(events);
        }
        return sightings;
    }

    private static Optional<Watch.Version> version(Watch watch, CaptureOutcome outcome) {
        if (outcome.captured() instanceof Captured.Page page
                && page.isFound()
                && outcome.archive().isPresent()) {
            return Optional.of(new Watch.Version(page.at(), page.payload(), outcome.documents()));
        }
        return watch.version();
    }

    private Sighting sighting(Watch watch, CaptureOutcome outcome, CaseView view) {
        if (!(outcome.captured() instanceof Captured.Page page)) {
            return missed(watch, Sighting.Result.UNREACHED, outcome.captured().message(), List.of());
        }
        if (page.isGone()) {
            return missed(
                    watch,
                    Sighting.Result.GONE,
                    "answered " + page.status(),
                    touched(documents(watch), List.of(), view));
        }
        return page.isFound()
                ? there(watch, outcome, view)
                : missed(watch, Sighting.Result.UNREACHED, "answered " + page.status(), List.of());
    }

    private static List<DocumentId> documents(Watch watch) {
        return watch.version().map(Watch.Version::documents).orElse(List.of());
    }

    private Sighting missed(Watch watch, Sighting.Result result, String said, List<StatementId> touched) {
        return sighting(watch, result, said, new Sighting.Change(documents(watch), List.of(), touched));
    }

    private Sighting sighting(Watch watch, Sighting.Result result, String said, Sighting.Change change) {
        return new Sighting(watch.address(), of.evidence().now(), result, said, change);
    }

    private Sighting there(Watch watch, CaptureOutcome outcome, CaseView view) {
        List<DocumentId> before = documents(watch);
        List<DocumentId> after = outcome.archive().isEmpty() ? before : outcome.documents();
        Sighting.Change untouched = new Sighting.Change(before, after, List.of());
        if (watch.version().isEmpty()) {
            return sighting(watch, Sighting.Result.FIRST, "nothing to compare with", untouched);
        }
        if (outcome.archive().isEmpty()) {
            return sighting(watch, Sighting.Result.SAME, "the same bytes", untouched);
        }
        TextDifference difference = TextDifference.between(unmasked(before), unmasked(after));
        if (difference.isEmpty()) {
            return sighting(watch, Sighting.Result.SAME, "other bytes, the same text", untouched);
        }
        return sighting(
                watch,
                Sighting.Result.CHANGED,
                "paragraphs: " + difference.removed().size() + " out, "
                        + difference.added().size() + " in",
                new Sighting.Change(before, after, touched(before, after, view)));
    }

    private String unmasked(List<DocumentId> documents) {
        return documents.stream()
                .flatMap(id -> DocumentRows.load(store, id).stream())
                .map(document -> document.text())
                .collect(Collectors.joining("\n"));
    }

    private List<StatementId> touched(List<DocumentId> before, List<DocumentId> after, CaseView view) {
        String now = TextDifference.evenly(unmasked(after));
        return view.statements().values().stream()
                .filter(statement -> before.contains(statement.document()))
                .filter(statement -> DocumentRows.load(store, statement.document())
                        .map(document -> TextDifference.evenly(document.quote(statement.span())))
                        .filter(quote -> !now.contains(quote))
                        .isPresent())
                .map(statement -> statement.id())
                .toList();
    }

    /**
     * What looks at pages say of a document, in their order: those that it was read at, and those that found it changed or
     * gone.
     *
     * @throws CaseException if the custody log is damaged or cannot be read
     */
    public List<Sighting> of(DocumentId document) throws CaseException {
        return all().stream()
                .flatMap(watch -> watch.sightings().stream())
                .filter(sighting -> Stream.concat(
                                sighting.change().before().stream(), sighting.change().after().stream())
                        .anyMatch(document::equals))
                .toList();
    }

    /** By which paragraphs a page changed, with what is withheld masked; empty unless it changed. */
    public TextDifference difference(Sighting sighting, CaseView view) {
        if (sighting.result() != Sighting.Result.CHANGED) {
            return new TextDifference(List.of(), List.of());
        }
        return TextDifference.between(
                masked(sighting.change().before(), view),
                masked(sighting.change().after(), view));
    }

    private static String masked(List<DocumentId> documents, CaseView view) {
        return documents.stream()
                .flatMap(id -> view.document(id).stream())
                .map(document -> document.text())
                .collect(Collectors.joining("\n"));
    }
}
