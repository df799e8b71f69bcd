package org.headwater.exchange.bag;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.headwater.casefile.Case;
import org.headwater.casefile.CaseEvidence;
import org.headwater.casefile.CaseEvidence.Incoming;
import org.headwater.casefile.CaseException;
import org.headwater.casefile.Decision;
import org.headwater.casefile.ReadListener;
import org.headwater.casefile.ReadSummary;
import org.headwater.evidence.CustodyEvent;
import org.headwater.evidence.CustodyLog;
import org.headwater.evidence.timestamp.Timestamps;
import org.headwater.model.Sha256;

/**
 * Merges a bag into a case: originals that the case does not have are taken in and read, decisions are added with who took
 * them and when, and the bag's custody entries are kept beside the case's own, under the key of the case they come from.
 * Merging the same bag twice changes nothing. A bag that is not whole is not merged.
 */
public final class BagImport {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String IMPORT = "import";
    private static final List<String> KEPT = List.of(
            BagWriter.DECLARATION,
            BagWriter.INFO,
            BagWriter.MANIFEST,
            BagWriter.TAG_MANIFEST,
            BagExport.SIGNATURE,
            BagExport.KEY,
            "data/" + BagExport.CUSTODY,
            "data/" + BagExport.ITEMS);

    private final Case into;
    private final CaseEvidence evidence;

    private BagImport(Case into) {
        this.into = into;
        this.evidence = into.evidence();
    }

    /** Merging into a case. */
    public static BagImport into(Case open) {
        return new BagImport(open);
    }

    /**
     * What was merged.
     *
     * @param bundle what names the bag
     * @param read what came of its originals
     * @param absent number of originals that are not in the bag
     * @param decisions number of decisions added
     * @param decisionsKnown number of decisions that the case had already
     * @param custodyEntries number of custody entries of the case it comes from, kept beside the case's own
     */
    public record Summary(
            String bundle, ReadSummary read, int absent, int decisions, int decisionsKnown, long custodyEntries) {}

    /**
     * A bag that may be merged.
     *
     * @param bag its folder
     * @param checked what its verification said
     * @param items number of originals it tells of
     * @param originals those it has
     * @param decisions the decisions in it
     */
    public record Checked(
            Path bag, BagVerification.Result checked, int items, List<Incoming> originals, List<Decision> decisions) {
        public Checked {
            originals = List.copyOf(originals);
            decisions = List.copyOf(decisions);
        }
    }

    /**
     * Checks a bag that is to be merged, before there need be a case to merge it into.
     *
     * @param now the moment it is, for timestamps that may have expired
     * @throws CaseException refused if the bag is not whole, or holds no originals or what can be no decision
     * @throws IOException if the bag cannot be read
     */
    public static Checked check(Path bag, Instant now) throws CaseException, IOException {
        Path folder = bag.toAbsolutePath().normalize();
        if (!BagVerification.isBag(folder)) {
            throw CaseException.refused("Cannot import " + bag + ": it is no bag (it has no bagit.txt)");
        }
        BagVerification.Result checked = BagVerification.of(folder, now, files -> {});
        if (!checked.isWhole()) {
            throw CaseException.refused("Cannot import " + bag + ": it is not whole: "
                    + checked.faults().get(0)
                    + (checked.faults().size() > 1
                            ? " (and " + (checked.faults().size() - 1) + " more)"
                            : ""));
        }
        List<JsonNode> items;
        List<Incoming> originals;
        List<Decision> decisions = new ArrayList<>();
        try {
            items = lines(folder, BagExport.ITEMS);
            originals = originals(folder, items);
            for (JsonNode line : lines(folder, BagExport.DECISIONS)) {
                decisions.add(DecisionForm.read(line));
            }
        } catch (JsonProcessingException | CharacterCodingException | IllegalArgumentException e) {
            throw CaseException.refused("Cannot import " + bag + ": it is not written as bags of cases are: "
                    + String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
        }
        CaseEvidence.checkIncoming(decisions);
        if (originals.isEmpty() && !items.isEmpty()) {
            throw CaseException.refused("Cannot import " + bag + ": it holds none of its " + items.size()
                    + " originals (export it with --with-originals)");
        }
        return new Checked(folder, checked, items.size(), originals, decisions);
    }

    /**
     * Merges a bag; see {@link #check}.
     *
     * @throws CaseException refused if another process is changing the case
     * @throws IOException if the bag cannot be read
     */
    public Summary merge(Checked bag, ReadListener listener) throws CaseException, IOException {
        BagVerification.Result checked = bag.checked();
        // Kept first: after a kill in between the next import goes on from there, and no entry tells of what is not
        // there.
        try {
            keep(bag.bag(), checked.id());
        } catch (IOException e) {
            throw CaseException.failed(
                    "Cannot keep the custody entries of bag " + bag.bag() + ": " + e.getMessage(), e);
        }
        if (!isRecorded(checked.id())) {
            evidence.record(CustodyEvent.of(IMPORT, checked.id())
                    .with("from", bag.bag().getFileName().toString())
                    .with("key", checked.key().map(Sha256::hex).orElse(""))
                    .with("head", checked.head().hex())
                    .with("entries", Long.toString(checked.entries())));
        }
        ReadSummary read = evidence.take(checked.id(), bag.originals(), listener);
        int added = evidence.adopt(checked.id(), bag.decisions());
        into.view();
        return new Summary(
                checked.id(),
                read,
                bag.items() - bag.originals().size(),
                added,
                bag.decisions().size() - added,
                checked.entries());
    }

    private static List<JsonNode> lines(Path bag, String name) throws IOException {
        Path file = bag.resolve("data").resolve(name);
        if (!Files.exists(file)) {
            return List.of();
        }
        List<JsonNode> nodes = new ArrayList<>();
        for (String line :
                Files.readString(file, StandardCharsets.UTF_8).lines().toList()) {
            nodes.add(JSON.readTree(line));
        }
        return nodes;
    }

    /** Named ones first: what is found inside of them is then known when its own turn comes. */
    private static List<Incoming> originals(Path bag, List<JsonNode> items) throws IOException {
        List<Incoming> originals = Stream.of(true, false)
                .flatMap(named ->
                        items.stream().filter(item -> item.path("named").asBoolean() == named))
                .filter(item -> item.hasNonNull("original"))
                .map(item -> new Incoming(
                        item.path("name").asText(),
                        item.path("takenFrom").asText(),
                        new Sha256(item.path("sha256").asText()),
                        bag.resolve("data/originals")
                                .resolve(item.path("sha256").asText())))
                .toList();
        for (Incoming original : originals) {
            if (!Files.isRegularFile(original.file())
                    || !BagVerification.digestOf(original.file()).equals(original.sha256())) {
                throw new IllegalArgumentException("original " + original.sha256() + " has other bytes or none");
            }
        }
        return originals;
    }

    private boolean isRecorded(String id) throws IOException {
        boolean[] recorded = {false};
        CustodyLog.replay(
                evidence.custodyLog(),
                entry -> recorded[0] |= entry.event().action().equals(IMPORT)
                        && entry.event().subject().equals(id));
        return recorded[0];
    }

    /** Keeps what proves where it all comes from, if it is not kept yet. */
    private void keep(Path bag, String id) throws IOException {
        Path target = evidence.bundles().resolve(id);
        if (Files.exists(target)) {
            return;
        }
        Path aside = evidence.bundles().resolve(id + ".part");
        List<String> names = new ArrayList<>(KEPT);
        Path stamps = bag.resolve("data").resolve(Timestamps.FOLDER);
        if (Files.isDirectory(stamps)) {
            try (Stream<Path> files = Files.list(stamps)) {
                files.forEach(file -> names.add("data/" + Timestamps.FOLDER + "/" + file.getFileName()));
            }
        }
        for (String name : names) {
            Path copy = aside.resolve(name);
            Files.createDirectories(copy.getParent());
            Files.copy(bag.resolve(name), copy, StandardCopyOption.REPLACE_EXISTING);
        }
        Files.move(aside, target, StandardCopyOption.ATOMIC_MOVE);
    }
}
