package org.headwater.exchange.bag;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.headwater.casefile.Case;
import org.headwater.casefile.CaseEvidence;
import org.headwater.casefile.CaseException;
import org.headwater.casefile.CaseView;
import org.headwater.casefile.Decision;
import org.headwater.casefile.Disclosure;
import org.headwater.casefile.WrittenForm;
import org.headwater.casefile.words.FindingWords;
import org.headwater.evidence.CustodyEvent;
import org.headwater.evidence.CustodyExtract;
import org.headwater.evidence.CustodyHead;
import org.headwater.evidence.Disk;
import org.headwater.evidence.timestamp.Timestamps;
import org.headwater.model.ContentHash;
import org.headwater.model.Document;
import org.headwater.model.DocumentId;
import org.headwater.model.Finding;
import org.headwater.model.Item;
import org.headwater.model.ItemId;
import org.headwater.model.Sha256;
import org.headwater.model.Statement;

/**
 * Writes a case, or findings of it, as a signed bag.
 *
 * <p>Texts, statements and the page are masked as every view is. Which originals go along is chosen by {@link
 * Originals}: bytes cannot be masked, so unless the user says otherwise only those go whose every word may be shown, and
 * custody entries and decisions that say more are closed or left out. The bag says how many were held back.
 */
public final class BagExport {
    static final String SIGNATURE = "signature.ed25519";
    static final String KEY = "custody.pub";
    static final String SCRIPT = "verify.sh";
    static final String CUSTODY = "custody/custody.jsonl";
    static final String ITEMS = "items.jsonl";
    static final String DECISIONS = "decisions.jsonl";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Case of;
    private final CaseEvidence evidence;
    private final Choice choice;

    private BagExport(Case of, Choice choice) {
        this.of = of;
        this.evidence = of.evidence();
        this.choice = choice;
    }

    /** The export of a case. */
    public static BagExport of(Case open, Choice choice) {
        return new BagExport(open, choice);
    }

    /**
     * What is to be exported, and how.
     *
     * @param findings those that are wanted with all they rest on; empty for the whole case
     * @param originals which originals go along
     * @param keepers whether those are named who worked on the case
     * @param wording how findings are put into words
     */
    public record Choice(List<Finding> findings, Originals originals, Keepers keepers, Wording wording) {
        public Choice {
            findings = List.copyOf(findings);
        }

        /** A choice by which nobody is named who worked on the case, unless all originals go along. */
        public Choice(List<Finding> findings, Originals originals, Wording wording) {
            this(findings, originals, Keepers.UNNAMED, wording);
        }
    }

    /** Whether those are named who worked on the case: often by the account they have on their machine. */
    public enum Keepers {
        /** They are numbered, and custody entries, each of which names one, are closed. */
        UNNAMED,
        /** Custody entries can be read that say nothing else that is withheld. */
        NAMED
    }

    /** Which originals go along. */
    public enum Originals {
        /**
         * Plain texts and pages in a language in which persons are looked for, in which nothing had to be masked. What
         * holds more, or may hold it unseen, is held back.
         */
        HARMLESS,
        /** All of them, with the whole custody log and all decisions. The bag names persons who are withheld. */
        ALL
    }

    /**
     * What was written.
     *
     * @param id digest of the bag's tag manifest, which names it
     * @param documents number of documents
     * @param statements number of statements
     * @param findings number of findings
     * @param originals number of originals that went along
     * @param heldBack what did not, and why
     * @param closedEntries number of custody entries that are closed
     * @param leftOutDecisions number of decisions that name persons who are withheld
     */
    public record Summary(
            String id,
            int documents,
            int statements,
            int findings,
            int originals,
            HeldBack heldBack,
            long closedEntries,
            int leftOutDecisions) {}

    /**
     * Writes the bag.
     *
     * @param bag a folder that is absent or empty
     * @throws CaseException refused if there is something in the folder, or another process is changing the case; failed
     *     if the bag cannot be written; what was written of it is removed
     * @throws IOException if the folder cannot be looked at
     */
    public Summary write(Path bag) throws CaseException, IOException {
        if (Files.exists(bag)) {
            try (Stream<Path> inside = Files.isDirectory(bag) ? Files.list(bag) : Stream.of(bag)) {
                if (inside.findAny().isPresent()) {
                    throw CaseException.refused("Cannot write bundle " + bag + ": it is there and holds something");
                }
            }
        }
        evidence.unlock();
        CaseView view = of.view();
        Selection selection = choice.findings().isEmpty() ? Selection.all(view) : Selection.of(view, choice.findings());
        CustodyHead head = evidence.record(event(bag));
        Path aside = bag.toAbsolutePath().resolveSibling(bag.toAbsolutePath().getFileName() + ".part");
        remove(aside);
        try {
            Files.createDirectories(aside);
            Summary summary = new Writing(view, selection, head, new BagWriter(aside)).write(aside);
            Files.deleteIfExists(bag);
            Disk.place(aside, bag.toAbsolutePath());
            return summary;
        } catch (IOException e) {
            throw CaseException.failed("Cannot write bundle " + bag + ": " + e.getMessage(), e);
        } finally {
            remove(aside);
        }
    }

    private CustodyEvent event(Path bag) {
        CustodyEvent event = CustodyEvent.of("export", bag.getFileName().toString())
                .with("as", "bag")
                .with("originals", choice.originals() == Originals.ALL ? "all" : "harmless");
        return choice.findings().isEmpty()
                ? event
                : event.with(
                        "findings",
                        String.join(
                                " ",
                                choice.findings().stream()
                                        .map(finding -> finding.id().value())
                                        .toList()));
    }

    private static void remove(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path each, IOException trouble) throws IOException {
                Files.delete(each);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** One bag on its way to disk. */
    private final class Writing {
        private final CaseView view;
        private final Selection selection;
        private final CustodyHead head;
        private final BagWriter out;
        private final boolean whole = choice.originals() == Originals.ALL;
        private final boolean named = whole || choice.keepers() == Keepers.NAMED;
        private final Map<String, String> keepers = new HashMap<>();
        private final Set<DocumentId> texts = new HashSet<>();
        private int originals;
        private HeldBack heldBack = HeldBack.NOTHING;
        private int leftOut;

        Writing(CaseView view, Selection selection, CustodyHead head, BagWriter out) {
            this.view = view;
            this.selection = selection;
            this.head = head;
            this.out = out;
        }

        Summary write(Path bag) throws IOException, CaseException {
            view.decisions().forEach(decision -> keeper(decision.who()));
            Map<ItemId, Item> items = documents();
            items(items);
            lines("statements.jsonl", selection.statements().stream().map(this::statement));
            lines("derivations.jsonl", selection.derivations().stream().map(WrittenForm::json));
            lines("findings.jsonl", selection.findings().stream().map(WrittenForm::json));
            lines(
                    "origins.jsonl",
                    selection.statements().stream()
                            .flatMap(
                                    statement -> Stream.ofNullable(view.traces().get(statement.id())))
                            .map(WrittenForm::json));
            lines("entities.jsonl", view.entities().values().stream().map(WrittenForm::json));
            decisions();
            long closed = custody(bag, items.keySet());
            timestamps();
            Summary counts = new Summary(
                    "",
                    selection.documents().size(),
                    selection.statements().size(),
                    selection.findings().size(),
                    originals,
                    heldBack,
                    closed,
                    leftOut);
            BagPage page = new BagPage(view, choice.wording(), selection, texts, counts);
            out.data("index.html", page.html(head, evidence.publicKey().id(), evidence.now(), whole));
            tags(counts);
            byte[] last = out.finish();
            Files.write(bag.resolve(SIGNATURE), evidence.sign(last));
            String id = Sha256.of(ContentHash.sha256().digest(last)).hex();
            return new Summary(
                    id,
                    counts.documents(),
                    counts.statements(),
                    counts.findings(),
                    originals,
                    heldBack,
                    closed,
                    leftOut);
        }

        /** Who worked on the case, as the bag says it. */
        private String keeper(String who) {
            return named ? who : keepers.computeIfAbsent(who, each -> Decision.keeper(keepers.size() + 1));
        }

        private JsonNode statement(Statement statement) {
            ObjectNode node = WrittenForm.node(statement);
            // What a person added says who did, in the place of a pattern.
            return keepers.containsKey(statement.by()) ? node.put("by", keeper(statement.by())) : node;
        }

        private void lines(String name, Stream<? extends JsonNode> nodes) throws IOException {
            StringBuilder lines = new StringBuilder();
            for (JsonNode node : nodes.toList()) {
                lines.append(JSON.writeValueAsString(node)).append('\n');
            }
            out.data(name, lines.toString());
        }

        /** Writes documents and texts; returns the items they were read from. */
        private Map<ItemId, Item> documents() throws IOException {
            Map<ItemId, Item> all = new HashMap<>();
            evidence.items().forEach(item -> all.put(item.id(), item));
            Map<ItemId, Item> needed = choice.findings().isEmpty() ? new HashMap<>(all) : new HashMap<>();
            StringBuilder lines = new StringBuilder();
            for (DocumentId id : selection.documents()) {
                Document document = view.document(id).orElseThrow();
                ObjectNode node = (ObjectNode) WrittenForm.json(document);
                node.put("file", view.masked(document.file()));
                node.remove("text");
                if (whole || view.disclosure(id) != Disclosure.UNSEARCHED) {
                    node.put("text", "texts/" + id + ".txt");
                    out.data("texts/" + id + ".txt", document.text());
                    texts.add(id);
                } else {
                    heldBack = heldBack.plus(HeldBack.TEXT);
                }
                lines.append(JSON.writeValueAsString(node)).append('\n');
                Optional.ofNullable(all.get(document.item())).ifPresent(item -> needed.put(item.id(), item));
            }
            out.data("documents.jsonl", lines.toString());
            return needed;
        }

        private void items(Map<ItemId, Item> items) throws IOException {
            Map<ItemId, Disclosure> least = whole ? Map.of() : disclosures(items.keySet());
            Set<ItemId> named = evidence.namedItems();
            StringBuilder lines = new StringBuilder();
            for (Item item : items.values().stream()
                    .sorted((one, other) ->
                            one.id().value().compareTo(other.id().value()))
                    .toList()) {
                Optional<HeldBack> held =
                        whole ? Optional.empty() : reason(item, Optional.ofNullable(least.get(item.id())));
                ObjectNode node = JsonNodeFactory.instance
                        .objectNode()
                        .put("id", item.id().value())
                        .put("sha256", item.sha256().hex())
                        .put("mediaType", item.mediaType())
                        .put("bytes", item.size())
                        .put("name", shown(item.name()))
                        .put("takenFrom", shown(whole ? item.takenFrom() : Places.withoutFolders(item.takenFrom())))
                        .put("takenAt", item.takenAt().toString())
                        .put("takenBy", keeper(item.takenBy()))
                        .put("named", named.contains(item.id()));
                if (held.isEmpty()) {
                    String path = "originals/" + item.sha256().hex();
                    Sha256 copied = out.copy(path, evidence.open(item.sha256()));
                    if (!copied.equals(item.sha256())) {
                        throw new IOException("Cannot export original " + item.sha256()
                                + ": its bytes were changed (verify the case)");
                    }
                    node.put("original", path);
                    originals++;
                } else {
                    heldBack = heldBack.plus(held.get());
                }
                lines.append(JSON.writeValueAsString(node)).append('\n');
            }
            out.data(ITEMS, lines.toString());
        }

        /** The strictest disclosure of what was read from each of these items. */
        private Map<ItemId, Disclosure> disclosures(Set<ItemId> items) {
            Map<ItemId, Disclosure> least = new HashMap<>();
            for (DocumentId id : view.documentsOf(items)) {
                Disclosure own = view.disclosure(id);
                view.document(id).ifPresent(document -> least.merge(document.item(), own, Disclosure::stricter));
            }
            return least;
        }

        private String shown(String words) {
            return whole ? words : view.masked(words);
        }

        /** Why an original does not go along; empty if it does. Of formats that hide nothing the bytes are searched too. */
        private Optional<HeldBack> reason(Item item, Optional<Disclosure> disclosure) throws IOException {
            if (disclosure.isEmpty() || !item.mediaType().startsWith("text/")) {
                return Optional.of(HeldBack.OTHER_FORMAT);
            }
            if (disclosure.get() == Disclosure.UNSEARCHED) {
                return Optional.of(HeldBack.UNSEARCHED);
            }
            if (disclosure.get() == Disclosure.MASKED) {
                return Optional.of(HeldBack.MASKED);
            }
            try (InputStream in = evidence.open(item.sha256())) {
                String text = StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(in.readAllBytes()))
                        .toString();
                return view.masked(text).equals(text) ? Optional.empty() : Optional.of(HeldBack.MASKED);
            } catch (CharacterCodingException e) {
                // Names in other characters than we look for them in would not be found.
                return Optional.of(HeldBack.UNSEARCHED);
            }
        }

        private void decisions() throws IOException {
            StringBuilder lines = new StringBuilder();
            for (Decision decision : view.decisions()) {
                String line =
                        JSON.writeValueAsString(DecisionForm.node(decision).put("who", keeper(decision.who())));
                boolean harmless = decision.action() != Decision.Action.WITHHOLD
                        && view.masked(line).equals(line);
                if (!decision.isErased() && (whole || harmless)) {
                    lines.append(line).append('\n');
                } else if (!decision.isErased()) {
                    leftOut++;
                }
            }
            out.data(DECISIONS, lines.toString());
        }

        private long custody(Path bag, Set<ItemId> items) throws IOException {
            long[] closed = {0};
            Path extract = bag.resolve("custody.part");
            CustodyExtract.write(
                    evidence.custodyLog(),
                    entry -> {
                        String words = entry.event().toString();
                        boolean foreign = !choice.findings().isEmpty()
                                && entry.event().subject().startsWith(ItemId.PREFIX + "_")
                                && !items.contains(new ItemId(entry.event().subject()));
                        boolean harmless = !foreign
                                && !entry.event().action().equals(Decision.Action.WITHHOLD.word())
                                && !Places.isNamedIn(words)
                                && view.masked(words).equals(words);
                        boolean readable = !entry.isClosed() && (whole || (named && harmless));
                        closed[0] += readable ? 0 : 1;
                        return readable;
                    },
                    extract);
            out.copy(CUSTODY, extract);
            Files.delete(extract);
            return closed[0];
        }

        private void timestamps() throws IOException {
            Path folder = evidence.custodyLog().resolveSibling(Timestamps.FOLDER);
            if (Files.isDirectory(folder)) {
                try (Stream<Path> files = Files.list(folder)) {
                    for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                        out.copy(Timestamps.FOLDER + "/" + file.getFileName(), file);
                    }
                }
            }
        }

        private void tags(Summary counts) throws IOException, CaseException {
            out.tag(KEY, evidence.publicKey().pem());
            try (InputStream script = BagExport.class.getResourceAsStream(SCRIPT)) {
                out.tag(SCRIPT, new String(script.readAllBytes(), StandardCharsets.UTF_8));
            }
            out.tag(
                    BagWriter.INFO,
                    "Bagging-Date: " + evidence.now().toString().substring(0, 10) + "\n"
                            + "Bag-Software-Agent: Headwater\n"
                            + "External-Description: "
                            + (whole ? "NOT FOR PUBLICATION: its originals name persons who are withheld. " : "")
                            + FindingWords.count(counts.findings(), "finding") + ", "
                            + FindingWords.count(counts.statements(), "statement") + ", "
                            + FindingWords.count(counts.documents(), "document") + ", "
                            + FindingWords.count(counts.originals(), "original") + " ("
                            + counts.heldBack().originals() + " held back)\n"
                            + "Payload-Oxum: " + out.oxum() + "\n"
                            + "Headwater-Custody-Head: " + head.sequence() + " " + head.digest() + "\n"
                            + "Headwater-Key: " + evidence.publicKey().id() + "\n");
        }
    }
}
