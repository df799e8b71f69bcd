package org.headwater.lineage;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.headwater.model.Derivation;
import org.headwater.model.DerivationKind;
import org.headwater.model.Document;
import org.headwater.model.DocumentId;

/**
 * Finds which documents of a case took words of which others. An index of word runs names the pairs worth comparing; each
 * is aligned word by word; what is furniture of a site is left out; then direction and kind are decided, with reasons.
 *
 * <p>Keeps what it has learned: after {@link #add} only new pairs are compared, and {@link #derivations} is what {@link
 * #find} gives for the same documents in any order. Pairs of copies of a third are given too ({@link DirectSources} tells
 * them apart). A document is compared with those that share most with it, so that thousands of copies of one text do not
 * cost millions of comparisons. Nothing is found between documents that share no run of about eight words; a text that was put entirely into other
 * words is its own article here. Not thread-safe.
 */
public final class DerivationFinder {
    private final ReuseSettings settings;
    private final Alignment alignment;
    private final Map<DocumentId, CaseText> texts = new TreeMap<>();
    private final Map<Candidates.Pair, List<Alignment.Block>> compared = new HashMap<>();

    private final Function<Document, List<Anchor>> anchors;

    private DerivationFinder(ReuseSettings settings, Function<Document, List<Anchor>> anchors) {
        this.settings = settings;
        this.anchors = anchors;
        this.alignment = new Alignment(settings);
    }

    /** A finder that knows translations by their numbers, dates and names in Latin letters alone. */
    public static DerivationFinder of(ReuseSettings settings) {
        return of(settings, document -> List.of());
    }

    /**
     * A finder that knows translations also by the parties and places that the caller has recognised in them.
     *
     * @param anchors what is recognised in a document; the same each time it is asked
     */
    public static DerivationFinder of(ReuseSettings settings, Function<Document, List<Anchor>> anchors) {
        return new DerivationFinder(settings, anchors);
    }

    /** The derivations between these documents alone, sorted by derived document, then source. */
    public List<Derivation> find(Collection<Document> documents) {
        DerivationFinder fresh = new DerivationFinder(settings, anchors);
        documents.forEach(fresh::add);
        return fresh.derivations();
    }

    /** Takes in a document; one that is known by its id already changes nothing. */
    public void add(Document document) {
        texts.computeIfAbsent(document.id(), id -> new CaseText(document, settings));
    }

    /** The derivations between all documents taken in, sorted by derived document, then source. */
    public List<Derivation> derivations() {
        List<CaseText> all = List.copyOf(texts.values());
        Boilerplate boilerplate = new Boilerplate(all, settings);
        List<Overlap> overlaps = new ArrayList<>();
        for (Candidates.Pair pair : new Candidates(all, settings).pairs()) {
            List<Alignment.Block> blocks = boilerplate.strip(
                    compared.computeIfAbsent(pair, key -> alignment.align(pair.a().prepared, pair.b().prepared)),
                    pair.a(),
                    pair.b());
            if (!blocks.isEmpty()) {
                overlaps.add(Overlap.of(pair.a(), pair.b(), blocks, boilerplate));
            }
        }
        Direction direction = new Direction(all, overlaps);
        PrintGroups groups = new PrintGroups(overlaps, settings);
        List<Derivation> derivations = new ArrayList<>();
        for (Overlap overlap : overlaps) {
            derivations.add(derivation(direction.decide(overlap), groups));
        }
        for (Translations.Found found : new Translations(anchors).find(all)) {
            derivations.add(translation(direction.decideTranslation(found), found));
        }
        derivations.sort(Comparator.comparing(Derivation::derived).thenComparing(Derivation::source));
        return derivations;
    }

    private static Derivation translation(Direction.Decided decided, Translations.Found found) {
        return derivation(
                decided.overlap(),
                DerivationKind.TRANSLATION,
                found.shared() + " names, numbers and dates in the same order; " + decided.reason());
    }

    private Derivation derivation(Direction.Decided decided, PrintGroups groups) {
        Overlap overlap = decided.overlap();
        DerivationKind kind = kind(overlap, groups);
        String share = kind == DerivationKind.SHARED_QUOTE
                ? overlap.blocks().stream().mapToInt(Alignment.Block::aLength).sum() + " words in both"
                : Direction.percent(overlap.shareOfA()) + " of its words, " + Direction.percent(overlap.shareOfB())
                        + " of the source's";
        String agency = kind == DerivationKind.WIRE_COPY ? groups.why(overlap) + "; " : "";
        return derivation(overlap, kind, share + "; " + agency + decided.reason());
    }

    private static Derivation derivation(Overlap overlap, DerivationKind kind, String reason) {
        Document derived = overlap.a().document;
        Document source = overlap.b().document;
        return new Derivation(
                Derivation.idOf(derived.id(), source.id()),
                derived.id(),
                source.id(),
                kind,
                overlap.blocks().stream()
                        .map(block ->
                                PassageAligner.passage(block, overlap.a().prepared.words, overlap.b().prepared.words))
                        .toList(),
                overlap.shareOfA(),
                overlap.shareOfB(),
                reason);
    }

    /** The kind of an overlap whose first document took from its second. */
    private DerivationKind kind(Overlap overlap, PrintGroups groups) {
        double derived = overlap.shareOfA();
        double source = overlap.shareOfB();
        if (overlap.isNearlySame(settings)) {
            return groups.why(overlap).isEmpty() ? DerivationKind.REPRINT : DerivationKind.WIRE_COPY;
        }
        if (derived >= settings.copyShare()) {
            return DerivationKind.EXCERPT;
        }
        if (overlap.isQuotation() || (derived < 0.25 && source < 0.5)) {
            return DerivationKind.SHARED_QUOTE;
        }
        return DerivationKind.REWRITE;
    }

    /** Which documents print one article, and in how many outlets. */
    private static final class PrintGroups {
        private final Map<CaseText, CaseText> parents = new HashMap<>();
        private final Map<CaseText, Set<String>> outlets = new HashMap<>();

        PrintGroups(List<Overlap> overlaps, ReuseSettings settings) {
            for (Overlap overlap : overlaps) {
                if (overlap.isNearlySame(settings)) {
                    parents.put(root(overlap.a()), root(overlap.b()));
                }
            }
            for (Overlap overlap : overlaps) {
                for (CaseText text : List.of(overlap.a(), overlap.b())) {
                    text.site()
                            .ifPresent(site -> outlets.computeIfAbsent(root(text), key -> new HashSet<>())
                                    .add(site));
                }
            }
        }

        /** Why two prints of one article are an agency's text; empty if they are not. */
        String why(Overlap overlap) {
            Optional<String> agency = overlap.a().credits.sharedAgency(overlap.b().credits);
            if (agency.isPresent()) {
                return "both credit " + agency.get();
            }
            boolean credited = overlap.a()
                    .credits
                    .creditTo(overlap.b().document.outlet().value())
                    .isPresent();
            if (credited) {
                return overlap.a()
                        .credits
                        .agency()
                        .filter(name -> Credits.fold(name)
                                .equals(Credits.fold(
                                        overlap.b().document.outlet().orElse(""))))
                        .map(name -> "text of the agency " + name)
                        .orElse("");
            }
            int prints = outlets.getOrDefault(root(overlap.a()), Set.of()).size();
            return prints >= 3 ? "one text in " + prints + " outlets, none of which the other credits" : "";
        }

        private CaseText root(CaseText text) {
            CaseText root = text;
            while (parents.containsKey(root) && parents.get(root) != root) {
                root = parents.get(root);
            }
            return root;
        }
    }
}
