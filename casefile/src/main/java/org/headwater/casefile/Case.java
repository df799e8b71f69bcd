package org.headwater.casefile;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.headwater.codebook.Codebook;
import org.headwater.codebook.gazetteer.Gazetteer;
import org.headwater.evidence.CustodyEntry;
import org.headwater.evidence.CustodyEvent;
import org.headwater.evidence.EvidenceStore;
import org.headwater.evidence.FileTrouble;
import org.headwater.model.Document;
import org.headwater.model.DocumentId;
import org.headwater.model.EntityId;
import org.headwater.model.Item;
import org.headwater.model.Span;
import org.headwater.model.Statement;
import org.headwater.model.StatementId;
import org.headwater.statements.StatementReader;
import org.headwater.statements.explanation.FoundExplanation;

/**
 * One investigation: one folder on disk. The one way by which apps reach a case.
 *
 * <p>What {@link #read} reports as done survives a kill or a power cut. Everything but originals, custody log and
 * decisions is derived: {@link #rebuild} makes it again, to the same ids. Several processes may look at a case; one at a
 * time may change it, and the second is refused with a clear message. Not thread-safe: one thread at a time.
 */
public final class Case implements AutoCloseable {
    private static final String STORE = "case.db";
    /** Folder of the search index. */
    static final String INDEX = "index";

    private final Path folder;
    private final CaseSettings settings;
    private final Store store;
    private final EvidenceStore originals;
    private final SearchIndex index;
    private Optional<Withholding> withholding = Optional.empty();
    private String heldSince = "";
    private Crossings crossings;
    private final CaseCodebook codebooks;
    private CodebookSource codebook;

    private Case(
            Path folder, CaseSettings settings, Store store, EvidenceStore originals, Optional<CodebookSource> with)
            throws CaseException {
        this.folder = folder;
        this.settings = settings;
        this.store = store;
        this.originals = originals;
        this.index = new SearchIndex(folder.resolve(INDEX));
        this.crossings = new Crossings(store);
        this.codebooks = new CaseCodebook(store, originals);
        Optional<CodebookSource> recorded = with.isPresent() ? with : recorded();
        this.codebook = recorded.isPresent() ? recorded.get() : CodebookSource.shipped(CodebookSource.USUAL);
    }

    private Optional<CodebookSource> recorded() throws CaseException {
        try {
            return codebooks.recorded();
        } catch (UncheckedIOException e) {
            store.close();
            throw CaseException.failed(e.getMessage() + ": " + reason(e.getCause()), e);
        } catch (CaseException e) {
            store.close();
            throw e;
        }
    }

    /**
     * Opens a case.
     *
     * @throws CaseException refused if there is none in the folder or a newer program made it
     */
    public static Case open(Path folder, CaseSettings settings) throws CaseException {
        return openExisting(folder, settings, Optional.empty());
    }

    /**
     * Opens a case to rebuild it with this codebook, whichever it was read with, even one that can no longer be used.
     *
     * @throws CaseException refused if there is none in the folder or a newer program made it
     */
    public static Case openToRebuild(Path folder, CaseSettings settings, CodebookSource codebook) throws CaseException {
        return openExisting(folder, settings, Optional.of(codebook));
    }

    private static Case openExisting(Path folder, CaseSettings settings, Optional<CodebookSource> codebook)
            throws CaseException {
        if (!exists(folder)) {
            throw CaseException.refused(
                    "Cannot open case " + folder + ": there is none (make one with: read " + folder + " FILES…)");
        }
        return openOrCreate(folder, settings, codebook);
    }

    /** Whether the folder holds a case. */
    public static boolean exists(Path folder) {
        return Files.isRegularFile(folder.resolve(STORE));
    }

    /**
     * Opens a case, or makes one where the folder is absent or empty.
     *
     * @throws CaseException refused if the folder holds something else
     */
    public static Case openOrCreate(Path folder, CaseSettings settings) throws CaseException {
        return openOrCreate(folder, settings, Optional.empty());
    }

    /**
     * Opens a case, or makes one where the folder is absent or empty, to be read with this codebook.
     *
     * @throws CaseException refused if the folder holds something else, or a case that is read with another codebook
     */
    public static Case openOrCreate(Path folder, CaseSettings settings, CodebookSource codebook) throws CaseException {
        Case open = openOrCreate(folder, settings);
        if (!open.codebooks.isInUse() || codebook.isSameAs(open.codebook)) {
            open.codebook = codebook;
            return open;
        }
        CodebookSource recorded = open.codebook;
        open.close();
        throw CaseException.refused("Cannot read case " + folder + " with codebook " + codebook.inWords()
                + ": it is read with " + recorded.inWords() + " (to read everything anew with the other: rebuild "
                + folder + " --codebook …)");
    }

    private static Case openOrCreate(Path folder, CaseSettings settings, Optional<CodebookSource> codebook)
            throws CaseException {
        try {
            if (!exists(folder) && Files.exists(folder) && !isEmptyFolder(folder)) {
                throw CaseException.refused("Cannot make case " + folder + ": it is there and holds something else");
            }
            Files.createDirectories(folder);
            EvidenceStore originals = EvidenceStore.open(folder).unlockedBy(settings.passphrase());
            return new Case(folder, settings, Store.open(folder.resolve(STORE)), originals, codebook);
        } catch (IOException e) {
            throw CaseException.failed("Cannot open case " + folder + ": " + reason(e), e);
        }
    }

    private static boolean isEmptyFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> entries = Files.list(folder)) {
            // A kill while the case was made leaves folders of its own and nothing else.
            return entries.map(entry -> entry.getFileName().toString())
                    .allMatch(name -> List.of("originals", "unfinished").contains(name) || name.startsWith(STORE));
        }
    }

    static String reason(Throwable e) {
        return FileTrouble.inWords(e);
    }

    /**
     * The files that {@link #read} would look at: those named and those in the folders named, but for files in folders whose
     * names begin with a dot.
     *
     * @throws CaseException refused if a path is absent, failed if a folder cannot be listed
     */
    public static List<Path> filesUnder(List<Path> paths) throws CaseException {
        List<Path> files = new ArrayList<>();
        for (Path path : paths) {
            files.addAll(Intake.filesUnder(path));
        }
        return files;
    }

    /** The folder of the case. */
    public Path folder() {
        return folder;
    }

    /** The evidence of the case as it is, unmasked. */
    public CaseEvidence evidence() {
        return new CaseEvidence(this, settings, store, originals);
    }

    /** The pages of the case that are watched. */
    public Watching watching() {
        return new Watching(this, store);
    }

    /** How the originals of the case are sealed. */
    public Sealing sealing() {
        return new Sealing(this, settings, store, originals);
    }

    /** What of the case is erased for good. */
    public Erasing erasing() {
        return new Erasing(this, store);
    }

    /** The words of the case that are shown to nobody. */
    public Redacting redacting() {
        return new Redacting(this, store);
    }

    /** The vocabulary of the case. */
    public Codebook codebook() {
        return codebook.codebook();
    }

    /** The codebook of the case with where it is from. */
    public CodebookSource codebookSource() {
        return codebook;
    }

    /**
     * Takes in files and folders, reads them and settles the case. What an earlier run has done is not done again.
     *
     * @throws CaseException refused if a path is absent or another process is changing the case
     */
    public ReadSummary read(List<Path> paths, ReadListener listener) throws CaseException {
        return read(paths, listener, Intake.Repeats.REFUSED, custody -> settle(listener, custody));
    }

    /** As {@link #read}, but what was erased before is taken in all the same; the custody log says so. */
    public ReadSummary readAgain(List<Path> paths, ReadListener listener) throws CaseException {
        return read(paths, listener, Intake.Repeats.TAKEN, custody -> settle(listener, custody));
    }

    /**
     * Takes in files and folders and reads them as {@link #read} does, without settling the case: what was read is in no
     * list until {@link #settle}.
     *
     * @throws CaseException refused if a path is absent or another process is changing the case
     */
    public ReadSummary takeIn(List<Path> paths, ReadListener listener) throws CaseException {
        return read(paths, listener, Intake.Repeats.REFUSED, custody -> {});
    }

    /** What is done with a case before its log is closed. */
    interface Ending {
        void end(Custody custody) throws CaseException;
    }

    private ReadSummary read(List<Path> paths, ReadListener listener, Intake.Repeats repeats, Ending ending)
            throws CaseException {
        List<Path> files = filesUnder(paths);
        try (Custody custody = custody();
                Intake intake = new Intake(store, originals, custody, codebook, settings, repeats)) {
            recordCodebook(custody);
            ReadSummary summary = intake.read(files, listener);
            ending.end(custody);
            custody.checkpoint();
            return summary;
        } catch (IOException e) {
            throw CaseException.of("Cannot write to case " + folder, e);
        }
    }

    /** Makes a change after which the whole case is settled. */
    void change(ReadListener listener, Ending change) throws CaseException {
        try (Custody custody = custody()) {
            readUnread(custody);
            change.end(custody);
            settle(listener, custody);
            custody.checkpoint();
        }
    }

    /** Takes in originals from elsewhere; see {@link CaseEvidence#take}. */
    ReadSummary take(String bundle, List<CaseEvidence.Incoming> incoming, long known, ReadListener listener)
            throws CaseException {
        try (Custody custody = custody();
                Intake intake = new Intake(store, originals, custody, codebook, settings)) {
            recordCodebook(custody);
            ReadSummary summary = intake.take(bundle, incoming, listener);
            settle(listener, custody);
            custody.checkpoint();
            return new ReadSummary(
                    summary.sources() + known,
                    known,
                    summary.documents(),
                    summary.statements(),
                    summary.refused(),
                    summary.stopped());
        } catch (IOException e) {
            throw CaseException.of("Cannot write to case " + folder, e);
        }
    }

    private void recordCodebook(Custody custody) throws CaseException {
        if (!codebooks.isRecorded(codebook)) {
            custody.append(List.of(codebooks.keep(codebook)));
            codebooks.record(codebook);
        }
    }

    /** Keeps what decisions speak about before it is read anew: a decision must not lose what it is about. */
    private void rememberDecided(Custody custody) throws CaseException {
        Settlement.Decided people = new Settlement.Decided(Rulings.of(DecisionRows.all(store)), DecidedRows.all(store));
        Collection<DecidedRows.Decided> subjects = DecidedStatements.subjects(
                        people, DocumentRows.readings(store), codebook.codebook())
                .values();
        WithheldWords withheld = SettledRows.withheldWords(store);
        store.transact(sql -> {
            subjects.forEach(each -> DecidedRows.put(sql, each));
            SettledRows.keepWithheld(sql, withheld);
            custody.mark(sql);
        });
    }

    /**
     * Fetches pages and takes them in, then settles the case. Each page is in the case before the next is fetched.
     *
     * @return what came of each page, in their order; fewer than were ordered if the listener asked to stop
     * @throws CaseException refused if another process is changing the case
     */
    public List<CaptureOutcome> capture(CaptureOrder order, ReadListener listener) throws CaseException {
        try (Custody custody = custody();
                Intake intake = new Intake(store, originals, custody, codebook, settings)) {
            recordCodebook(custody);
            List<CaptureOutcome> outcomes =
                    new Captures(originals.work(), settings.clock(), custody, intake).take(order, listener);
            settle(listener, custody);
            custody.checkpoint();
            return outcomes;
        } catch (IOException e) {
            throw CaseException.of("Cannot write to case " + folder, e);
        }
    }

    private Custody custody() throws CaseException {
        return Custody.open(folder, settings, store);
    }

    /**
     * Works out what is derived over the whole case, if anything it depends on has changed. Others may decide while it is
     * being worked out; what they decide then is for the next time. If it is asked to stop before it writes, nothing is
     * written, and the next time begins anew.
     *
     * @throws CaseException refused if another process changes the case when it is to be written
     */
    public void settle(ReadListener listener) throws CaseException {
        if (Custody.isBehind(folder, store) || isUnread()) {
            try (Custody custody = custody()) {
                readUnread(custody);
            }
        }
        if (!SettledRows.isSettled(store, codebook.identity())) {
            Optional<SettledRows.Derived> derived = Settling.derive(store, codebook, listener);
            if (derived.isPresent()) {
                try (Custody custody = custody()) {
                    write(derived.get(), custody);
                }
            }
        } else if (!isIndexed()) {
            try (Custody custody = custody()) {
                settle(listener, custody);
            }
        }
    }

    private boolean isUnread() {
        return !UnreadIntakes.all(store).isEmpty();
    }

    /** Whether there is nothing that a killed process left for the next one to do. */
    private boolean isUpToDate() {
        return SettledRows.isSettled(store, codebook.identity())
                && !erasing().isPending()
                && !Custody.isBehind(folder, store)
                && !isUnread()
                && isIndexed();
    }

    private boolean isIndexed() {
        return index.isOf(store.fact(SettledRows.BASIS).orElse(""));
    }

    /** Reads what was taken in by a process that was killed before the store had it. */
    private void readUnread(Custody custody) throws CaseException {
        List<UnreadIntakes.Logged> unread = UnreadIntakes.all(store);
        if (unread.isEmpty()) {
            return;
        }
        codebook = codebooks.recorded().orElse(codebook);
        try (Intake intake = new Intake(store, originals, custody, codebook, settings)) {
            intake.readUnread(unread);
        } catch (IOException e) {
            throw CaseException.of("Cannot read what was taken in to case " + folder, e);
        }
    }

    /** While another process changes the case, that one settles it, and what was derived last is what there is to see. */
    private void settleIfFree() throws CaseException {
        if (isUpToDate()) {
            return;
        }
        Optional<Custody> open = Custody.tryOpen(folder, settings, store);
        if (open.isPresent()) {
            try (Custody custody = open.get()) {
                settle(ReadListener.silent(), custody);
            }
        }
    }

    private void settle(ReadListener listener, Custody custody) throws CaseException {
        readUnread(custody);
        if (!SettledRows.isSettled(store, codebook.identity())) {
            Optional<SettledRows.Derived> derived = Settling.derive(store, codebook, listener);
            if (derived.isEmpty()) {
                return;
            }
            write(derived.get(), custody);
        } else if (!isIndexed()) {
            writeIndex();
        }
        Destruction.finish(store);
    }

    private void write(SettledRows.Derived derived, Custody custody) throws CaseException {
        SettledRows.replace(store, custody, derived, codebook.codebook());
        writeIndex();
    }

    private void writeIndex() throws CaseException {
        try {
            WithheldWords words = SettledRows.withheldWords(store);
            Withholding redacting = Withholding.of(WithheldWords.NONE.withRedactions(words.redacted()));
            index.update(
                    new SearchIndex.State(store.fact(SettledRows.BASIS).orElse(""), words.redactedDigest()),
                    DocumentRows.ids(store),
                    id -> redacting.redact(unmasked(id)));
        } catch (IOException e) {
            throw CaseException.failed("Cannot write the search index of case " + folder + ": " + reason(e), e);
        }
    }

    private Document unmasked(DocumentId id) {
        return DocumentRows.load(store, id)
                .orElseThrow(() -> new IllegalStateException("Cannot find document " + id + " in the store"));
    }

    /**
     * What the case holds now; settles it first where a run was cut short.
     *
     * @throws CaseException if it cannot be settled
     */
    public CaseView view() throws CaseException {
        settleIfFree();
        return new CaseView(store);
    }

    /**
     * What the case holds, with the names of withheld persons; addresses and numbers stay masked. That somebody looked, at
     * what and why is in the custody log before they see it.
     *
     * @param what what they want to see, in their words
     * @param why their reason
     * @throws CaseException refused without a reason, or if another process is changing the case
     */
    public CaseView viewWithNames(String what, String why) throws CaseException {
        if (why.isBlank()) {
            throw CaseException.refused(
                    "Cannot show withheld names: a reason is needed, which the custody log will have");
        }
        settleIfFree();
        try (Custody custody = custody()) {
            custody.append(List.of(CustodyEvent.of("view-names", what).with("why", why)));
            store.transact(custody::mark);
        }
        return CaseView.withNames(store);
    }

    /**
     * What the case holds, a page at a time, as it was last worked out. Unlike {@link #view} this settles nothing, so that
     * it answers at once while a run or a decision is being worked in.
     */
    public synchronized Holdings holdings() {
        // What is withheld and where findings meet is worked out anew only when the case was settled anew.
        String settled = store.fact(SettledRows.BASIS).orElse("") + " " + DecisionRows.lastRedaction(store);
        if (withholding.isEmpty() || !settled.equals(heldSince)) {
            withholding = Optional.of(CaseView.withholding(store));
            crossings = new Crossings(store);
            heldSince = settled;
        }
        return new Holdings(store, withholding.get(), crossings);
    }

    /**
     * The documents that match a query, the best first. Words are all required; {@code "…"} is a phrase, {@code OR} and
     * {@code -} work as usual.
     *
     * @param most the most documents to give
     * @throws CaseException refused if the query has no meaning
     */
    public List<SearchHit> search(String query, int most) throws CaseException {
        settleIfFree();
        return find(query, most);
    }

    /**
     * The documents that match a query as {@link #search} gives them, among those that were there when the case was last
     * settled. Safe for use by several threads.
     *
     * @throws CaseException refused if the query has no meaning
     */
    public List<SearchHit> find(String query, int most) throws CaseException {
        Holdings holdings = holdings();
        List<SearchHit> hits = new ArrayList<>();
        try {
            for (SearchIndex.Match match : index.search(query, most)) {
                var document = holdings.document(match.document());
                if (document.isPresent()) {
                    hits.add(new SearchHit(
                            document.get(),
                            match.score(),
                            SearchIndex.matches(query, document.get().text())));
                }
            }
        } catch (IOException e) {
            throw CaseException.failed(
                    "Cannot search case " + folder + ": its index is damaged (rebuild the case): " + reason(e), e);
        }
        return hits;
    }

    /**
     * Entries of the custody log, the latest first, a page of them. They are read, not verified: see {@link #verify}.
     *
     * @throws CaseException if the log is damaged or cannot be read
     */
    public Listed<CustodyEntry> custody(long offset, int most) throws CaseException {
        try {
            return Custody.last(folder, offset, most);
        } catch (IOException e) {
            throw CaseException.failed("Cannot read the custody log of case " + folder + ": " + reason(e), e);
        }
    }

    /**
     * The bytes of an original, to be closed by the caller.
     *
     * @throws CaseException if they cannot be read
     */
    public InputStream original(Item item) throws CaseException {
        try {
            return originals.open(item.sha256());
        } catch (IOException e) {
            throw CaseException.of("Cannot open original " + item.id(), e);
        }
    }

    /**
     * Why a statement is proposed: found out by reading its document once more, so that it is always true of the codebook
     * as it is now. Empty if no pattern proposes it: a person added it, or the patterns have changed since.
     *
     * @throws CaseException refused if the case has no such statement
     */
    public Optional<FoundExplanation> explain(StatementId id) throws CaseException {
        CaseView view = view();
        Statement statement = Optional.ofNullable(view.statements().get(id))
                .orElseThrow(() -> CaseException.refused("Cannot explain " + id + ": the case has no such statement"));
        return DocumentRows.load(store, statement.document())
                .flatMap(document -> StatementReader.of(codebook.codebook(), Gazetteer.shipped())
                        .explain(document)
                        .found(id))
                .map(view::masked);
    }

    /**
     * Records a person's decision and settles the case by it.
     *
     * @param action what is decided
     * @param target what on: a statement's id, a name, or for an undo the decision's number
     * @param changes the new values of an edit by slot ({@code speaker} and {@code polarity} among them), or the other
     *     name of a merge or split as {@code other}
     * @param why the reason; may be empty
     * @throws CaseException refused if the target is not there or the change makes no sense; nothing is recorded then
     */
    public Decision decide(Decision.Action action, String target, Map<String, String> changes, String why)
            throws CaseException {
        Decision wanted = new Decision(0, settings.clock().instant(), settings.who(), why, action, target, changes, "");
        new DecisionCheck(holdings(), codebook.codebook()).check(wanted, DecisionRows.all(store));
        return record(wanted);
    }

    private Decision record(Decision wanted) throws CaseException {
        try (Custody custody = custody()) {
            Decision decision = record(wanted, custody);
            settle(ReadListener.silent(), custody);
            return decision;
        }
    }

    /**
     * Records a statement that the software did not propose, and settles the case with it.
     *
     * @param why the reason; may be empty
     * @throws CaseException refused if the document, kind or slots are not there, no slot is filled, or the case has the
     *     same statement already; nothing is recorded then
     */
    public Decision add(Addition addition, String why) throws CaseException {
        settleIfFree();
        try (Custody custody = custody()) {
            Decision decision = record(addition, why, custody);
            settle(ReadListener.silent(), custody);
            return decision;
        }
    }

    /**
     * Records a statement as {@link #add} does, and leaves it to a later {@link #settle} to show it where it stands.
     *
     * @throws CaseException as {@link #add} does
     */
    public Decision record(Addition addition, String why) throws CaseException {
        try (Custody custody = custody()) {
            return record(addition, why, custody);
        }
    }

    private Decision record(Addition addition, String why, Custody custody) throws CaseException {
        Document document = DocumentRows.load(store, addition.document())
                .orElseThrow(() -> CaseException.refused(
                        "Cannot add to " + addition.document() + ": the case has no such document"));
        Statement statement;
        try {
            statement = AddedStatement.of(addition, document, codebook.codebook(), settings.who());
        } catch (IllegalArgumentException e) {
            throw CaseException.refused("Cannot add to " + document.label() + ": " + reason(e));
        }
        boolean waits = Rulings.of(DecisionRows.all(store)).isAdded(statement.id());
        if (waits || holdings().statement(statement.id()).isPresent()) {
            throw CaseException.refused("Cannot add to " + document.label()
                    + ": the case has this statement already, as " + statement.id());
        }
        Decision wanted = new Decision(
                0,
                settings.clock().instant(),
                settings.who(),
                why,
                Decision.Action.ADD,
                statement.id().value(),
                addition.changes(),
                "");
        return record(wanted, custody);
    }

    /**
     * Where a document has these words, which must stand in it once; names may be masked in them as on screens. Safe for use by
     * several threads.
     *
     * @throws CaseException refused if the document is not there, or has the words not at all or more than once
     */
    public Span locate(DocumentId id, String quote) throws CaseException {
        Document masked = QuotedWords.document(holdings().document(id), "quote", id);
        List<Span> places = QuotedWords.places(store, masked, "quote", quote);
        if (places.size() == 1) {
            return places.get(0);
        }
        throw CaseException.refused("Cannot quote " + masked.label() + ": it has the words “" + quote + "” "
                + places.size() + " times (give more of the sentence)");
    }

    /**
     * Records a person's decision as {@link #decide} does, and leaves it to a later {@link #settle} to work out what follows
     * from it. The statement it is on shows at once where it stands.
     *
     * @param on what on, as for {@link #decide}; a name may also be given as its entity's id, or as one of the entity's
     *     names with {@code #} and its place, so that who decides need not know a name that is withheld
     * @param seen the number of the last decision on the target that the person knew of; 0 for none
     * @throws CaseException refused also if somebody decided on the target in the meantime; nothing is recorded then
     */
    public Decision record(Decision.Action action, String on, Map<String, String> values, String why, long seen)
            throws CaseException {
        String target = named(on);
        Map<String, String> changes = new TreeMap<>(values);
        changes.computeIfPresent(Rulings.OTHER, (key, other) -> named(other));
        Decision wanted = new Decision(0, settings.clock().instant(), settings.who(), why, action, target, changes, "");
        try (Custody custody = custody()) {
            // Nobody else decides while the log is open, so that what is checked here still holds when it is written.
            List<Decision> before = DecisionRows.all(store);
            Decided.check(before, target, seen);
            new DecisionCheck(holdings(), codebook.codebook()).check(wanted, before);
            return record(wanted, custody);
        }
    }

    /** Numbers a decision and writes it to the log, then to the store. */
    private Decision record(Decision wanted, Custody custody) throws CaseException {
        Decision numbered = wanted.numbered(DecisionRows.all(store).size() + 1L);
        CustodyEntry entry =
                custody.append(List.of(DecisionEntries.event(numbered))).get(0);
        Decision decision = DecisionEntries.of(entry, numbered.sequence()).orElseThrow();
        try {
            store.transact(sql -> {
                DecisionRows.take(store, sql, List.of(decision));
                custody.mark(sql);
            });
        } catch (CaseException e) {
            throw CaseException.unknown("Cannot finish decision " + decision.sequence()
                    + ": it is in the custody log, and " + e.getMessage()
                    + "; the case takes it over when it is next changed (look before deciding again)");
        }
        return decision;
    }

    private String named(String words) {
        if (!words.matches("en_[0-9a-f]{20}(#\\d{1,4})?")) {
            return words;
        }
        int cut = words.indexOf('#');
        return EntityRows.load(store, new EntityId(cut < 0 ? words : words.substring(0, cut)))
                .filter(entity -> cut < 0
                        || Integer.parseInt(words.substring(cut + 1))
                                < entity.aliases().size())
                .map(entity -> cut < 0
                        ? entity.name()
                        : entity.aliases()
                                .get(Integer.parseInt(words.substring(cut + 1)))
                                .name())
                .orElse(words);
    }

    /**
     * Forgets everything that is derived and makes it again from originals and decisions.
     *
     * @throws CaseException if the case cannot be changed
     */
    public ReadSummary rebuild(ReadListener listener) throws CaseException {
        return rebuild(codebook, listener);
    }

    /**
     * Forgets everything that is derived and makes it again with this codebook, which is the case's from now on. Decisions
     * are kept; see {@link CaseView#unproposed}.
     *
     * @throws CaseException if the case cannot be changed
     */
    public ReadSummary rebuild(CodebookSource with, ReadListener listener) throws CaseException {
        try (Custody custody = custody();
                Intake intake = new Intake(store, originals, custody, with, settings)) {
            custody.append(List.of(CustodyEvent.of(SettledRows.REBUILD, with.identity())));
            rememberDecided(custody);
            codebook = with;
            recordCodebook(custody);
            index.drop();
            ReadSummary summary = intake.rebuild(listener);
            settle(listener, custody);
            custody.checkpoint();
            return summary;
        } catch (IOException e) {
            throw CaseException.of("Cannot rebuild case " + folder, e);
        }
    }

    /**
     * Checks every original against its digest, the custody log against itself, its signatures, the originals and the
     * store, and every quote against its document. Changes nothing.
     *
     * @param expected what the one who asks knows of the case from elsewhere
     * @throws CaseException if the case cannot be read at all; damage is a result
     */
    public CaseVerification verify(CaseVerification.Expected expected, ReadListener listener) throws CaseException {
        sealing().unlock();
        return new CaseCheck(folder, originals, store, index, settings.clock().instant()).run(expected, listener);
    }

    /** As {@link #verify(CaseVerification.Expected, ReadListener)}, with nothing known from elsewhere. */
    public CaseVerification verify(ReadListener listener) throws CaseException {
        return verify(CaseVerification.Expected.NOTHING, listener);
    }

    /**
     * Writes everything that the case cannot make again to one file, as it is at one moment; others may go on changing the
     * case meanwhile.
     *
     * @param file where to; replaced if it is there
     * @throws CaseException if it cannot be written; nothing is left of it then
     */
    public CaseBackup.Summary backup(Path file, ReadListener listener) throws CaseException {
        return new CaseBackup(folder, settings, store).write(file, listener);
    }

    @Override
    public void close() {
        store.close();
    }
}
