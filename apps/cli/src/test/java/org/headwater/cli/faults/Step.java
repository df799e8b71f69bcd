package org.headwater.cli.faults;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.headwater.casefile.Addition;
import org.headwater.casefile.CaptureOrder;
import org.headwater.casefile.Case;
import org.headwater.casefile.CaseException;
import org.headwater.casefile.CaseRestore;
import org.headwater.casefile.CaseSettings;
import org.headwater.casefile.Decision;
import org.headwater.casefile.Decision.Action;
import org.headwater.casefile.ReadListener;
import org.headwater.casefile.Redacting;
import org.headwater.cli.page.FindingWording;
import org.headwater.evidence.capture.CaptureSettings;
import org.headwater.evidence.capture.Reach;
import org.headwater.exchange.bag.BagExport;
import org.headwater.exchange.bag.BagImport;
import org.headwater.model.Document;
import org.headwater.model.DocumentId;
import org.headwater.model.ItemId;
import org.headwater.model.Span;
import org.headwater.model.StatementId;

/**
 * One thing done with a case. Whoever does not know whether it was done looks first, as a person would: a decision is not
 * taken twice. Everything else can be done again.
 *
 * @param kind what
 * @param number its place in the script; a decision's reason names it
 */
record Step(Kind kind, int number) {
    /** What can be done. */
    enum Kind {
        READ,
        CAPTURE,
        ACCEPT,
        REJECT,
        EDIT,
        ADD,
        MERGE,
        WITHHOLD,
        REDACT,
        WATCH,
        UNDO,
        BACKUP,
        RESTORE,
        EXPORT,
        IMPORT,
        REBUILD,
        ERASE,
        SEAL;

        boolean isDecision() {
            return Set.of(ACCEPT, REJECT, EDIT, ADD, MERGE, WITHHOLD, REDACT, UNDO)
                    .contains(this);
        }
    }

    /**
     * Where things lie.
     *
     * @param kept the case
     * @param work gets backups and bundles; one folder a case
     * @param materials articles to read, in folders by number, and a bundle to import
     * @param server answers with pages
     */
    record Places(Path kept, Path work, Path materials, URI server) {}

    /** Every kind once and the usual ones more often, in an order drawn from the seed; an undo follows a decision. */
    static List<Step> script(long seed) {
        List<Kind> kinds = new ArrayList<>(List.of(Kind.values()));
        kinds.remove(Kind.UNDO);
        kinds.remove(Kind.RESTORE);
        kinds.remove(Kind.SEAL);
        kinds.addAll(List.of(Kind.READ, Kind.READ, Kind.READ, Kind.CAPTURE, Kind.MERGE, Kind.BACKUP, Kind.EXPORT));
        Collections.shuffle(kinds, new Random(seed));
        kinds.add(0, Kind.ACCEPT);
        kinds.add(Kind.UNDO);
        kinds.add(Kind.RESTORE);
        // Last: a sealed case takes time to open, as it must.
        kinds.add(Kind.SEAL);
        List<Step> script = new ArrayList<>();
        for (Kind kind : kinds) {
            script.add(new Step(kind, script.size()));
        }
        return script;
    }

    /** What a decision of this step gives as its reason. */
    String why() {
        return "step " + number;
    }

    Path backup(Places places) {
        return places.work().resolve("case-" + number + ".backup");
    }

    Path bag(Places places) {
        return places.work().resolve("bag-" + number);
    }

    Path restored(Places places) {
        return places.work().resolve("restored-" + number + ".case");
    }

    void run(Case open, Places places, CaseSettings settings) throws CaseException, IOException {
        ReadListener silent = ReadListener.silent();
        if (kind.isDecision()) {
            if (open.view().decisions().stream()
                    .noneMatch(decision -> decision.why().equals(why()))) {
                decide(open);
            }
            return;
        }
        switch (kind) {
            case READ -> open.read(List.of(places.materials().resolve("articles/" + number)), silent);
            case CAPTURE ->
                open.capture(
                        CaptureOrder.of(
                                List.of(places.server().resolve("/page-" + number)),
                                CaptureSettings.usual().withReach(Reach.ANY)),
                        silent);
            case BACKUP -> open.backup(backup(places), silent);
            case EXPORT -> {
                if (Files.notExists(bag(places))) {
                    BagExport.of(
                                    open,
                                    new BagExport.Choice(
                                            List.of(), BagExport.Originals.ALL, FindingWording.of(open.codebook())))
                            .write(bag(places));
                }
            }
            case WATCH -> {
                if (open.watching().all().isEmpty()) {
                    open.watching().add(List.of(places.server().resolve("/watched")), Duration.ofDays(1));
                }
                open.watching().look(CaptureSettings.usual().withReach(Reach.ANY), silent);
            }
            case IMPORT ->
                BagImport.into(open)
                        .merge(
                                BagImport.check(
                                        places.materials().resolve("bag"),
                                        open.evidence().now()),
                                silent);
            case REBUILD -> open.rebuild(silent);
            case ERASE -> {
                open.view();
                if (!isErased(open)) {
                    open.erasing().erase(item(open), why(), silent);
                }
            }
            case SEAL -> open.sealing().seal(silent);
            default -> {
                Path backup = places.work().resolve("last.backup");
                open.backup(backup, silent);
                if (Files.notExists(restored(places))) {
                    CaseRestore.run(backup, restored(places), settings, silent);
                }
            }
        }
    }

    private void decide(Case open) throws CaseException {
        List<StatementId> statements = List.copyOf(open.view().statements().keySet());
        String statement = statements.get(number % statements.size()).value();
        switch (kind) {
            case ACCEPT -> open.decide(Action.ACCEPT, statement, Map.of(), why());
            case REJECT -> open.decide(Action.REJECT, statement, Map.of(), why());
            case EDIT -> open.decide(Action.EDIT, statement, Map.of("speaker", "The Ferry Board"), why());
            case MERGE ->
                open.decide(Action.MERGE, "Harbour Office " + number, Map.of("other", "Harbour Board"), why());
            case WITHHOLD -> open.decide(Action.WITHHOLD, "Mara Vintgaarden", Map.of(), why());
            case REDACT -> open.decide(Action.REDACT, first(open).value(), Redacting.changes(new Span(0, 5)), why());
            case UNDO -> open.decide(Action.UNDO, "1", Map.of(), why());
            default -> add(open);
        }
    }

    private static DocumentId first(Case open) throws CaseException {
        return open.view().documents().get(0);
    }

    private void add(Case open) throws CaseException {
        DocumentId id = first(open);
        Document document = open.view().document(id).orElseThrow();
        int begin = document.text().indexOf('\n') + 1;
        Span span = new Span(begin, document.text().indexOf('\n', begin + 1));
        open.add(new Addition(id, "site-count", span, Map.of("count", Integer.toString(number))), why());
    }

    private static ItemId item(Case open) {
        return open.evidence().items().stream()
                .filter(item -> item.name().equals("a.txt"))
                .findFirst()
                .orElseThrow()
                .id();
    }

    /** Whether a case shows that this erasure was done. */
    boolean isErased(Case open) {
        return open.erasing().all().stream().anyMatch(erasure -> erasure.why().equals(why()));
    }

    /** Whether a case shows that a decision was taken, though its words may have been erased since. */
    boolean isAmong(List<Decision> decisions) {
        return decisions.stream()
                .anyMatch(decision -> decision.why().equals(why())
                        || (decision.isErased() && decision.action().name().equals(kind.name())));
    }
}
