package org.headwater.casefile;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.headwater.casefile.schema.Tables;
import org.headwater.evidence.CustodyEntry;
import org.headwater.evidence.CustodyEvent;
import org.headwater.evidence.CustodyLog;
import org.headwater.model.Item;
import org.headwater.model.ItemId;
import org.headwater.model.Sha256;

/**
 * Erases originals of a case for good: their bytes, their texts, what was read in them, and the words of custody entries
 * and decisions on them. What stays is an entry that somebody erased something, when and why, with a salted digest by
 * which the same bytes are refused if they come again. There is no way back. Not thread-safe.
 */
public final class Erasing {
    private final Case of;
    private final Store store;

    Erasing(Case of, Store store) {
        this.of = of;
        this.store = store;
    }

    /** What was erased so far, the earliest first. */
    public List<Erasure> all() {
        return Erasures.all(store);
    }

    /** Whether old pages of the store still have to be taken out of its files, since another process is reading it. */
    public boolean isPending() {
        return store.fact(Destruction.PENDING).isPresent();
    }

    /**
     * What goes if an item is erased.
     *
     * @param items the item, and what was found inside of it and nowhere else
     * @param documents number of documents read in these
     * @param statements number of statements read in these documents
     * @param decisions number of decisions whose words go along: those on these statements
     * @param elsewhere files of other documents that took words of these, or these of them: they stay as they are
     */
    public record Plan(List<Item> items, long documents, int statements, int decisions, List<String> elsewhere) {
        public Plan {
            items = List.copyOf(items);
            elsewhere = List.copyOf(elsewhere);
        }
    }

    /**
     * The item that is meant: by its id or the beginning of it, or by a document read in it.
     *
     * @throws CaseException refused if none or several are meant
     */
    public ItemId find(String words) throws CaseException {
        String prefix = words.strip().replace('-', '_');
        if (prefix.startsWith(ItemId.PREFIX + "_")) {
            List<ItemId> found = IntakeRows.items(store).stream()
                    .map(Item::id)
                    .filter(id -> id.value().startsWith(prefix))
                    .toList();
            if (found.size() == 1) {
                return found.get(0);
            }
            throw CaseException.refused("Cannot find item '" + words + "': "
                    + (found.isEmpty()
                            ? "the case has none of this id"
                            : found.size() + " begin so (give more of it)"));
        }
        CaseView.Reference found = of.view().find(words);
        Optional<Item> item = found instanceof CaseView.Reference.ToDocument to
                ? IntakeRows.itemOf(store, to.document())
                : Optional.empty();
        return item.map(Item::id)
                .orElseThrow(() -> CaseException.refused("Cannot erase " + found.id()
                        + ": it is no item or document (their ids begin with it- and d-)"));
    }

    /**
     * What goes if this item is erased; changes nothing.
     *
     * @throws CaseException refused if the case does not have it, or if its bytes are also in an archive, mail or capture
     *     that stays
     */
    public Plan plan(ItemId id) throws CaseException {
        of.view();
        return reach(id).plan();
    }

    /**
     * Erases an item and what is inside of it.
     *
     * @param why the reason, which the custody log keeps; do not repeat in it what is to be erased
     * @throws CaseException refused as {@link #plan} is, or without a reason, or if another process is changing the case
     */
    public Plan erase(ItemId id, String why, ReadListener listener) throws CaseException {
        if (why.isBlank()) {
            throw CaseException.refused("Cannot erase " + id + ": a reason is needed, which the custody log will have");
        }
        Plan[] done = {null};
        of.change(listener, custody -> {
            Reach reach = reach(id);
            done[0] = reach.plan();
            List<CustodyEvent> events = new ArrayList<>();
            for (Item item : done[0].items()) {
                events.add(reach.event(item, Erasure.event(custody.key().salted(item.sha256()), why)));
            }
            custody.erase(events);
        });
        return done[0];
    }

    /**
     * Erases what was erased in another copy of this case since, and refuses it from now on if it comes again.
     *
     * @param record erasures of that copy, the earliest first
     * @return the number of originals that were here
     */
    int eraseAgain(List<ErasureRecord.Known> record, ReadListener listener) throws CaseException {
        int[] here = {0};
        of.change(listener, custody -> {
            Set<Sha256> known = all().stream().map(Erasure::salted).collect(Collectors.toSet());
            Contents contents = new Contents();
            Map<Sha256, Item> items = new TreeMap<>();
            contents.items.values().forEach(item -> items.put(custody.key().salted(item.sha256()), item));
            Map<Erasure, Optional<Reach>> reaches = new LinkedHashMap<>();
            for (ErasureRecord.Known each : record) {
                Erasure erasure = each.erasure();
                if (each.again() && canStay(items.get(erasure.salted()))) {
                    continue;
                }
                Item item = items.remove(erasure.salted());
                if (item != null) {
                    here[0]++;
                    known.add(erasure.salted());
                    reaches.put(erasure, Optional.of(new Reach(item.id(), contents, each.closed())));
                } else if (known.add(erasure.salted())) {
                    reaches.put(erasure, Optional.empty());
                }
            }
            follow(reaches.values().stream().flatMap(Optional::stream).toList());
            List<CustodyEvent> events = new ArrayList<>();
            reaches.forEach((erasure, reach) -> events.add(
                    reach.map(each -> each.event(each.item, erasure.event())).orElseGet(erasure::event)));
            if (!events.isEmpty()) {
                custody.erase(events);
            }
        });
        return here[0];
    }

    /** Whether what was taken in again since can be read here: not if it is sealed with a key that was destroyed. */
    private boolean canStay(Item item) {
        if (item == null) {
            return true;
        }
        try (InputStream in = of.original(item)) {
            return in.read() >= 0 || item.size() == 0;
        } catch (IOException | CaseException e) {
            return false;
        }
    }

    private Reach reach(ItemId id) throws CaseException {
        Reach reach = new Reach(id, new Contents(), Set.of());
        follow(List.of(reach));
        return reach;
    }

    /** Finds which entries of the log speak of what is erased. */
    private void follow(List<Reach> reaches) throws CaseException {
        if (reaches.isEmpty()) {
            return;
        }
        try {
            CustodyLog.replay(of.evidence().custodyLog(), entry -> reaches.forEach(reach -> reach.log(entry)));
        } catch (IOException e) {
            throw CaseException.failed("Cannot read the custody log: " + Case.reason(e), e);
        }
    }

    /** What the case holds, read once for all that is erased together. */
    private final class Contents {
        private final Map<ItemId, Item> items = new TreeMap<>();
        private final List<IntakeRows.Found> found = IntakeRows.found(store);
        private final List<Settlement.Reading> readings = DocumentRows.readings(store);
        private final Collection<DecidedRows.Decided> decided =
                DecidedRows.all(store).values();
        private final List<Decision> decisions = DecisionRows.all(store);

        Contents() {
            IntakeRows.items(store).forEach(each -> items.put(each.id(), each));
        }
    }

    /** How far the erasure of one item goes. */
    private final class Reach {
        private final Item item;
        private final Map<ItemId, Item> items = new TreeMap<>();
        private final Set<Long> decisions = new TreeSet<>();
        private final Map<ItemId, Set<Long>> entries = new TreeMap<>();
        private final Set<String> documents = new TreeSet<>();
        private final Set<String> statements = new TreeSet<>();
        private final Map<String, Item> byDigest = new TreeMap<>();
        private final Contents contents;
        private final Set<Sha256> closed;

        /** @param closed digests of entries whose words go in any case, and decisions with them */
        Reach(ItemId id, Contents contents, Set<Sha256> closed) throws CaseException {
            this.contents = contents;
            this.closed = closed;
            Map<ItemId, Item> all = contents.items;
            if (!all.containsKey(id)) {
                throw CaseException.refused("Cannot erase " + id + ": the case has no such item");
            }
            this.item = all.get(id);
            items.put(id, item);
            List<String> paths = contents.found.stream()
                    .filter(each -> each.item().equals(id))
                    .map(IntakeRows.Found::path)
                    .toList();
            // What was also taken in from elsewhere stays.
            contents.found.stream()
                    .collect(Collectors.groupingBy(IntakeRows.Found::item))
                    .forEach((inner, places) -> {
                        if (places.stream().allMatch(each -> !each.named() && isInside(each, paths))) {
                            items.put(inner, all.get(inner));
                        }
                    });
            items.values().forEach(each -> byDigest.put(each.sha256().hex(), each));
            read();
        }

        private static boolean isInside(IntakeRows.Found found, List<String> paths) {
            return paths.stream().anyMatch(path -> found.path().startsWith(path + IntakeRows.INSIDE));
        }

        /** Bytes that lie in something that stays would not be gone. */
        private void checkContainers() throws CaseException {
            List<IntakeRows.Found> found = contents.found;
            for (IntakeRows.Found each : found) {
                if (each.item().equals(item.id()) && !each.named()) {
                    IntakeRows.Found outer = found.stream()
                            .filter(other -> other.named() && isInside(each, List.of(other.path())))
                            .findFirst()
                            .orElse(each);
                    throw CaseException.refused("Cannot erase " + item.id() + " alone: its bytes are also in "
                            + outer.item() + ", " + outer.path() + " (erase that, with all that is in it)");
                }
            }
        }

        private void read() {
            Set<String> ids = items.keySet().stream().map(ItemId::value).collect(Collectors.toSet());
            for (Settlement.Reading reading : contents.readings) {
                if (ids.contains(reading.document().item().value())) {
                    documents.add(reading.document().id().value());
                    reading.statements()
                            .forEach(each -> statements.add(each.id().value()));
                }
            }
            contents.decided.stream()
                    .filter(each -> ids.contains(each.item().value()))
                    .forEach(each -> statements.add(each.statement().id().value()));
            for (Decision decision : contents.decisions) {
                boolean onStatement =
                        Decided.statement(List.of(), decision).isPresent() || decision.action() == Decision.Action.ADD;
                if (onStatement
                        && (statements.contains(decision.target()) || documents.contains(decision.document()))) {
                    decisions.add(decision.sequence());
                }
            }
        }

        /** Takes down an entry that speaks of it. */
        void log(CustodyEntry entry) {
            Map<String, String> details = entry.event().details();
            String digest = switch (entry.event().action()) {
                case "intake", Redacting.VIEW_ORIGINAL -> details.getOrDefault(CustodyEvent.SHA256, "");
                case "capture" -> details.getOrDefault("payload", "");
                default -> "";
            };
            if (byDigest.containsKey(digest)) {
                closes(byDigest.get(digest).id(), entry);
            }
            boolean elsewhere = closed.contains(entry.digest());
            if (elsewhere) {
                closes(item.id(), entry);
            }
            DecisionEntries.of(entry, 0)
                    .filter(decision -> elsewhere || decisions.contains(decision.sequence()))
                    .ifPresent(decision -> {
                        decisions.add(decision.sequence());
                        closes(item.id(), entry);
                    });
        }

        private void closes(ItemId of, CustodyEntry entry) {
            entries.computeIfAbsent(of, key -> new TreeSet<>()).add(entry.sequence());
        }

        CustodyEvent event(Item of, CustodyEvent event) {
            CustodyEvent closing = event.closing(entries.getOrDefault(of.id(), Set.of()));
            return of.id().equals(item.id()) ? Erasure.withDecisions(closing, decisions) : closing;
        }

        Plan plan() throws CaseException {
            checkContainers();
            var line = Tables.DERIVATION_LINE;
            Set<String> others = new HashSet<>();
            store.query(sql -> sql.select(line.DERIVED, line.SOURCE)
                            .from(line)
                            .where(line.DERIVED.in(documents).or(line.SOURCE.in(documents)))
                            .fetch())
                    .forEach(row -> others.addAll(List.of(row.value1(), row.value2())));
            others.removeAll(documents);
            List<String> files = store.query(sql -> sql.select(Tables.DOCUMENT.FILE)
                    .from(Tables.DOCUMENT)
                    .where(Tables.DOCUMENT.ID.in(others))
                    .orderBy(Tables.DOCUMENT.FILE)
                    .fetch(Tables.DOCUMENT.FILE));
            List<Item> ordered = new ArrayList<>(items.values());
            ordered.remove(item);
            ordered.add(0, item);
            return new Plan(ordered, documents.size(), statements.size(), decisions.size(), files);
        }
    }
}
