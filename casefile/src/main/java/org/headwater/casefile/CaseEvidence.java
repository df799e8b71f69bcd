package org.headwater.casefile;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.headwater.evidence.CustodyEntry;
import org.headwater.evidence.CustodyEvent;
import org.headwater.evidence.CustodyHead;
import org.headwater.evidence.EvidenceStore;
import org.headwater.evidence.SigningKey;
import org.headwater.evidence.VerifyingKey;
import org.headwater.evidence.timestamp.Stamp;
import org.headwater.evidence.timestamp.TimestampAuthority;
import org.headwater.evidence.timestamp.Timestamps;
import org.headwater.model.Item;
import org.headwater.model.ItemId;
import org.headwater.model.Sha256;

/**
 * The evidence of a case as it is, unmasked: for what keeps it, stamps it and hands it on. Whoever shows any of it to
 * people must mask it first; see {@link CaseView}. Not thread-safe.
 */
public final class CaseEvidence {
    private final Case of;
    private final Path folder;
    private final CaseSettings settings;
    private final Store store;
    private final EvidenceStore originals;

    CaseEvidence(Case of, CaseSettings settings, Store store, EvidenceStore originals) {
        this.of = of;
        this.folder = of.folder();
        this.settings = settings;
        this.store = store;
        this.originals = originals;
    }

    /** The file of the custody log. */
    public Path custodyLog() {
        return folder.resolve(Custody.FILE);
    }

    /** The timestamps of the case. */
    public Timestamps timestamps() {
        return Timestamps.of(folder);
    }

    /** Where what came in with bundles is kept, one folder a bundle. */
    public Path bundles() {
        return folder.resolve(CaseCheck.BUNDLES);
    }

    /** The moment it is for the case. */
    public Instant now() {
        return settings.clock().instant();
    }

    /** Every item, by id. */
    public List<Item> items() {
        return IntakeRows.items(store);
    }

    /** The items that a person named, rather than those found inside of others. */
    public Set<ItemId> namedItems() {
        Set<ItemId> named = new HashSet<>();
        IntakeRows.topLevel(store).forEach(kept -> named.add(Item.idOf(kept.sha256())));
        return named;
    }

    /**
     * Asks for the passphrase now, if the case is sealed; whoever reads originals does so first.
     *
     * @throws CaseException refused if there is none, or it is wrong
     */
    public void unlock() throws CaseException {
        of.sealing().unlock();
    }

    /**
     * The bytes of an original.
     *
     * @throws IOException if they are not there or cannot be read
     */
    public InputStream open(Sha256 sha256) throws IOException {
        return originals.open(sha256);
    }

    /**
     * Records something that was done with the case, and ends with a checkpoint.
     *
     * @return the log up to that checkpoint
     * @throws CaseException refused if another process is changing the case
     */
    public CustodyHead record(CustodyEvent event) throws CaseException {
        return record(List.of(event));
    }

    /** Records several things as {@link #record(CustodyEvent)} does one. */
    CustodyHead record(List<CustodyEvent> events) throws CaseException {
        try (Custody custody = Custody.open(folder, settings, store)) {
            custody.append(events);
            custody.checkpoint();
            return custody.head();
        }
    }

    /**
     * The signature of these bytes with the case's key: 64 bytes.
     *
     * @throws CaseException if the case has no key yet or it cannot be read
     */
    public byte[] sign(byte[] bytes) throws CaseException {
        return key().signature(bytes);
    }

    /** The public half of the case's key; fails as {@link #sign} does. */
    public VerifyingKey publicKey() throws CaseException {
        return key().verifying();
    }

    private SigningKey key() throws CaseException {
        try {
            return SigningKey.find(folder)
                    .orElseThrow(() -> CaseException.refused("Cannot sign for case " + folder
                            + ": its key custody.key is missing (put it back from a backup)"));
        } catch (IOException e) {
            throw CaseException.failed(Case.reason(e), e);
        }
    }

    /**
     * Has the log as it is now stamped by authorities, and asks again for what is pending from earlier.
     *
     * @param authorities whom to ask; none to ask only for what is pending
     * @return what came of each request
     * @throws CaseException refused if another process is changing the case
     */
    public List<Stamp> stamp(List<URI> authorities) throws CaseException {
        Timestamps timestamps = timestamps();
        List<Stamp> received = new ArrayList<>();
        try {
            if (!authorities.isEmpty()) {
                CustodyHead checkpoint = checkpoint();
                for (URI authority : authorities) {
                    timestamps.want(checkpoint, authority, new SecureRandom());
                }
            }
            TimestampAuthority asked = new TimestampAuthority();
            for (Timestamps.Wanted wanted : timestamps.pending()) {
                received.add(ask(timestamps, asked, wanted));
            }
        } catch (IOException e) {
            throw CaseException.failed("Cannot keep the timestamps of case " + folder + ": " + Case.reason(e), e);
        }
        List<CustodyEvent> events = received.stream()
                .filter(stamp -> stamp.token().isPresent())
                .map(CaseEvidence::event)
                .toList();
        if (!events.isEmpty()) {
            try (Custody custody = Custody.open(folder, settings, store)) {
                custody.append(events);
                store.transact(custody::mark);
            }
        }
        return received;
    }

    private CustodyHead checkpoint() throws CaseException {
        try (Custody custody = Custody.open(folder, settings, store)) {
            custody.checkpoint();
            return custody.head();
        }
    }

    private Stamp ask(Timestamps timestamps, TimestampAuthority authority, Timestamps.Wanted wanted)
            throws IOException {
        byte[] answer;
        try {
            answer = authority.ask(wanted.authority(), timestamps.request(wanted));
        } catch (IOException e) {
            return new Stamp(
                    wanted.name(),
                    wanted.checkpoint(),
                    wanted.digest(),
                    wanted.authority().toString(),
                    Stamp.State.PENDING,
                    Optional.empty(),
                    "not reached: " + Case.reason(e));
        }
        return timestamps.receive(wanted, answer, now());
    }

    private static CustodyEvent event(Stamp stamp) {
        Stamp.Token token = stamp.token().orElseThrow();
        return CustodyEvent.of(CaseCheck.TIMESTAMP, stamp.name())
                .with("authority", stamp.authority())
                .with("checkpoint", Long.toString(stamp.checkpoint()))
                .with("time", token.time().toString())
                .with(CaseCheck.TOKEN, token.sha256().hex());
    }

    /**
     * An original from elsewhere.
     *
     * @param name its file name
     * @param from where it was taken from in the case it comes from
     * @param sha256 what its bytes must be
     * @param file where they lie
     */
    public record Incoming(String name, String from, Sha256 sha256, Path file) {}

    /**
     * Takes in originals from elsewhere that the case does not have, and reads them.
     *
     * @param bundle the id of what they came in
     * @throws CaseException refused if another process is changing the case
     */
    public ReadSummary take(String bundle, List<Incoming> incoming, ReadListener listener) throws CaseException {
        Set<ItemId> known = new HashSet<>();
        items().forEach(item -> known.add(item.id()));
        List<Incoming> wanted = incoming.stream()
                .filter(each -> !known.contains(Item.idOf(each.sha256())))
                .toList();
        if (wanted.isEmpty()) {
            return new ReadSummary(incoming.size(), incoming.size(), 0, 0, List.of(), false);
        }
        return of.take(bundle, wanted, incoming.size() - wanted.size(), listener);
    }

    /**
     * Checks that these can be decisions, whatever they are on, before anything of them comes in.
     *
     * @throws CaseException refused if one cannot
     */
    public static void checkIncoming(List<Decision> decisions) throws CaseException {
        for (Decision decision : decisions) {
            DecisionCheck.checkForm(decision);
        }
    }

    /**
     * Adds decisions that were taken elsewhere, with who and when; those that the case has already are not added again.
     *
     * @param bundle the id of what they came in
     * @param decisions that {@link #checkIncoming} found to be some, in the order of the case they come from, numbered as there; an undo of a decision that is not among
     *     those before it is left out
     * @return the number added
     * @throws CaseException refused if another process is changing the case
     */
    public int adopt(String bundle, List<Decision> decisions) throws CaseException {
        try (Custody custody = Custody.open(folder, settings, store)) {
            List<Decision> before = DecisionRows.all(store);
            Map<Long, Long> numbers = new TreeMap<>();
            List<Decision> added = new ArrayList<>();
            for (Decision decision : decisions) {
                if (decision.action() == Decision.Action.UNDO
                        && !numbers.containsKey(Long.parseLong(decision.target()))) {
                    // What it takes back was held back: here its number is that of another decision.
                    continue;
                }
                Decision moved = decision.movedTo(before.size() + added.size() + 1L, bundle, numbers);
                Optional<Decision> same =
                        before.stream().filter(moved::isSameAs).findFirst();
                numbers.put(decision.sequence(), same.orElse(moved).sequence());
                if (same.isEmpty()) {
                    added.add(moved);
                }
            }
            if (!added.isEmpty()) {
                List<CustodyEntry> entries = custody.append(
                        added.stream().map(DecisionEntries::event).toList());
                store.transact(sql -> {
                    DecisionRows.take(
                            store,
                            sql,
                            entries.stream()
                                    .flatMap(entry -> DecisionEntries.of(entry, 0).stream())
                                    .toList());
                    custody.mark(sql);
                });
            }
            return added.size();
        }
    }
}
