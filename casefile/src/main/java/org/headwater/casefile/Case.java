package org.headwater.casefile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.headwater.codebook.Codebook;
import org.headwater.codebook.Codebooks;
import org.headwater.codebook.gazetteer.Gazetteer;
import org.headwater.evidence.Appended;
import org.headwater.evidence.CustodyEvent;
import org.headwater.evidence.CustodyLog;
import org.headwater.evidence.EvidenceStore;
import org.headwater.evidence.LogInUseException;
import org.headwater.model.Document;
import org.headwater.model.DocumentId;
import org.headwater.model.Statement;
import org.headwater.model.StatementId;

/**
 * One investigation: one folder on disk. The one way by which apps reach a case.
 *
 * <p>What {@link #read} reports as done survives a kill or a power cut. Everything but originals, custody log and
 * decisions is derived: {@link #rebuild} makes it again, to the same ids. Several processes may look at a case; one at a
 * time may change it, and the second is refused with a clear message. Not thread-safe: one thread at a time.
 */
public final class Case implements AutoCloseable {
    private static final String STORE = "case.db";
    private static final String CUSTODY = "custody.log";
    private static final String INDEX = "index";
    private static final String CODEBOOK = "transnational-policing";

    private final Path folder;
    private final CaseSettings settings;
    private final Store store;
    private final EvidenceStore originals;
    private final SearchIndex index;
    private final Codebook codebook = Codebooks.shipped(CODEBOOK);

    private Case(Path folder, CaseSettings settings, Store store, EvidenceStore originals) {
        this.folder = folder;
        this.settings = settings;
        this.store = store;
        this.originals = originals;
        this.index = new SearchIndex(folder.resolve(INDEX));
    }

    /**
     * Opens a case.
     *
     * @throws CaseException refused if there is none in the folder or a newer program made it
     */
    public static Case open(Path folder, CaseSettings settings) throws CaseException {
        if (!exists(folder)) {
            throw CaseException.refused(
                    "Cannot open case " + folder + ": there is none (make one with: read " + folder + " FILES…)");
        }
        return openOrCreate(folder, settings);
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
        try {
            if (!exists(folder) && Files.exists(folder) && !isEmptyFolder(folder)) {
                throw CaseException.refused("Cannot make case " + folder + ": it is there and holds something else");
            }
            Files.createDirectories(folder);
            EvidenceStore originals = EvidenceStore.open(folder);
            return new Case(folder, settings, Store.open(folder.resolve(STORE)), originals);
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

    static String reason(Exception e) {
        return e.getMessage() == null || e.getMessage().isBlank() ? e.getClass().getSimpleName() : e.getMessage();
    }

    /** The folder of the case. */
    public Path folder() {
        return folder;
    }

    /** The vocabulary of the case. */
    public Codebook codebook() {
        return codebook;
    }

    /**
     * Takes in files and folders, reads them and settles the case. What an earlier run has done is not done again.
     *
     * @throws CaseException refused if a path is absent or another process is changing the case
     */
    public ReadSummary read(List<Path> paths, ReadListener listener) throws CaseException {
        List<Path> files = new ArrayList<>();
        for (Path path : paths) {
            files.addAll(filesUnder(path));
        }
        ReadSummary summary;
        try (CustodyLog custody = custody();
                Intake intake = new Intake(store, originals, custody, codebook, settings)) {
            summary = intake.read(files, listener);
        } catch (IOException e) {
            throw CaseException.failed("Cannot write to case " + folder + ": " + reason(e), e);
        }
        settle(listener);
        return summary;
    }

    private static List<Path> filesUnder(Path path) throws CaseException {
        if (Files.notExists(path)) {
            throw CaseException.refused("Cannot read " + path + ": there is no such file or folder");
        }
        try (Stream<Path> walk = Files.walk(path)) {
            return walk.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().startsWith(".") || file.equals(path))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw CaseException.failed("Cannot read folder " + path + ": " + reason(e), e);
        }
    }

    private CustodyLog custody() throws IOException, CaseException {
        try {
            return CustodyLog.open(folder.resolve(CUSTODY), settings.clock(), settings.who());
        } catch (LogInUseException e) {
            throw CaseException.refused(
                    "Cannot change case " + folder + ": another process is changing it (wait for it to end)");
        }
    }

    /** Works out what is derived over the whole case, if anything it depends on has changed. */
    private void settle(ReadListener listener) throws CaseException {
        String basis = SettledRows.basis(store, codebookName());
        if (store.fact(SettledRows.BASIS).filter(basis::equals).isPresent()) {
            return;
        }
        listener.progress(new ReadProgress(ReadProgress.Stage.SETTLING, 0, 0, 0, 0, ""));
        Settlement settlement = Settlement.of(
                DocumentRows.readings(store), Rulings.of(DecisionRows.all(store)), codebook, Gazetteer.shipped());
        store.transact(sql -> SettledRows.replace(sql, settlement, basis));
        try {
            index.update(new CaseView(store).documents(), this::unmasked);
        } catch (IOException e) {
            throw CaseException.failed("Cannot write the search index of case " + folder + ": " + reason(e), e);
        }
    }

    private Document unmasked(DocumentId id) {
        return DocumentRows.load(store, id)
                .orElseThrow(() -> new IllegalStateException("Cannot find document " + id + " in the store"));
    }

    private String codebookName() {
        return Intake.codebookName(codebook);
    }

    /**
     * What the case holds now; settles it first where a run was cut short.
     *
     * @throws CaseException if it cannot be settled
     */
    public CaseView view() throws CaseException {
        settle(ReadListener.silent());
        return new CaseView(store);
    }

    /**
     * The documents that match a query, the best first. Words are all required; {@code "…"} is a phrase, {@code OR} and
     * {@code -} work as usual.
     *
     * @param most the most documents to give
     * @throws CaseException refused if the query has no meaning
     */
    public List<SearchHit> search(String query, int most) throws CaseException {
        CaseView view = view();
        List<SearchHit> hits = new ArrayList<>();
        try {
            for (SearchIndex.Match match : index.search(query, most)) {
                var document = view.document(match.document());
                if (document.isPresent()) {
                    hits.add(new SearchHit(
                            document.get(),
                            match.score(),
                            SearchIndex.matches(query, document.get().text())));
                }
            }
        } catch (IOException e) {
            throw CaseException.failed("Cannot search case " + folder + ": " + reason(e), e);
        }
        return hits;
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
        List<Decision> before = DecisionRows.all(store);
        Decision decision = new Decision(
                before.size() + 1L, settings.clock().instant(), settings.who(), why, action, target, changes);
        check(decision, before);
        try (CustodyLog custody = custody()) {
            CustodyEvent event = CustodyEvent.of(action.word(), target).with("why", why);
            for (Map.Entry<String, String> change : changes.entrySet()) {
                event = event.with("change." + change.getKey(), change.getValue());
            }
            append(custody, List.of(event));
        } catch (IOException e) {
            throw CaseException.failed("Cannot write to case " + folder + ": " + reason(e), e);
        }
        store.transact(sql -> DecisionRows.add(sql, decision));
        settle(ReadListener.silent());
        return decision;
    }

    private void check(Decision decision, List<Decision> before) throws CaseException {
        switch (decision.action()) {
            case ACCEPT, REJECT, EDIT -> checkStatement(decision);
            case MERGE, SPLIT -> {
                if (decision.changes().getOrDefault(Rulings.OTHER, "").isBlank()) {
                    throw CaseException.refused("Cannot " + decision.action().word() + " '" + decision.target()
                            + "': the second name is missing");
                }
            }
            case UNDO -> checkUndo(decision, before);
            case NAME, WITHHOLD -> {
                // Any name may be decided on, also before it occurs.
            }
        }
    }

    private void checkStatement(Decision decision) throws CaseException {
        Statement statement = view().statements().values().stream()
                .filter(each -> each.id().equals(new StatementId(decision.target())))
                .findFirst()
                .orElseThrow(() -> CaseException.refused("Cannot "
                        + decision.action().word() + " " + decision.target() + ": the case has no such statement"));
        if (decision.action() == Decision.Action.EDIT && decision.changes().isEmpty()) {
            throw CaseException.refused("Cannot edit " + decision.target() + ": no change is given (SLOT=VALUE)");
        }
        try {
            Rulings.of(List.of(decision)).apply(statement, new SlotWords(codebook, Gazetteer.shipped()));
        } catch (IllegalArgumentException e) {
            throw CaseException.refused(reason(e));
        }
    }

    private static void checkUndo(Decision decision, List<Decision> before) throws CaseException {
        boolean there = before.stream()
                .anyMatch(earlier -> Long.toString(earlier.sequence()).equals(decision.target()));
        if (!there) {
            throw CaseException.refused(
                    "Cannot undo decision " + decision.target() + ": the case has decisions 1 to " + before.size());
        }
        if (Rulings.undone(before).contains(Long.parseLong(decision.target()))) {
            throw CaseException.refused("Cannot undo decision " + decision.target() + ": it is undone already");
        }
    }

    static void append(CustodyLog custody, List<CustodyEvent> events) throws CaseException {
        Appended appended = custody.append(events);
        if (appended instanceof Appended.Refused refused) {
            throw CaseException.refused(refused.message());
        } else if (appended instanceof Appended.Failed failed) {
            throw CaseException.failed(failed.message(), null);
        } else if (appended instanceof Appended.Unknown unknown) {
            throw CaseException.unknown(unknown.message());
        }
    }

    /**
     * Forgets everything that is derived and makes it again from originals and decisions.
     *
     * @throws CaseException if the case cannot be changed
     */
    public ReadSummary rebuild(ReadListener listener) throws CaseException {
        ReadSummary summary;
        try (CustodyLog custody = custody();
                Intake intake = new Intake(store, originals, custody, codebook, settings)) {
            append(custody, List.of(CustodyEvent.of("rebuild", codebookName())));
            deleteIndex();
            summary = intake.rebuild(listener);
        } catch (IOException e) {
            throw CaseException.failed("Cannot rebuild case " + folder + ": " + reason(e), e);
        }
        settle(listener);
        return summary;
    }

    private void deleteIndex() throws IOException {
        Path path = folder.resolve(INDEX);
        if (Files.exists(path)) {
            try (Stream<Path> walk = Files.walk(path)) {
                for (Path each : walk.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
    }

    /**
     * Checks every original against its digest, the custody log against itself and the originals, the store, and every
     * quote against its document. Changes nothing.
     *
     * @throws CaseException if the case cannot be read at all; damage is a result
     */
    public CaseVerification verify(ReadListener listener) throws CaseException {
        return CaseVerification.of(folder.resolve(CUSTODY), originals, store, listener);
    }

    @Override
    public void close() {
        store.close();
    }
}
