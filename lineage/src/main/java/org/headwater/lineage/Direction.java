package org.headwater.lineage;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.headwater.model.PartialDate;

/**
 * Which of two documents took the words from the other. In this order:
 *
 * <ol>
 *   <li>one credits the other's outlet ("by Agency", "first published by …");
 *   <li>the shared words name one of the outlets as the one that reported ("told the Courier");
 *   <li>one was published before the other;
 *   <li>both print one article: what the longer has more of was cut from the other if it stands at the end, and was added
 *       to the longer (a headline, an advertisement) if it stands before or between;
 *   <li>one gathers: it shares different stretches with several documents, and gathering from each is the simplest
 *       account; the words of the stretch come back elsewhere in its source, where it belongs, and less in the text that
 *       took it in; the longer text took in the shorter. These three are weighed together. Nothing here is proof, and the
 *       reason says so.
 * </ol>
 *
 * Ties fall to the lesser id, so that every order of arrival gives the same answer.
 */
final class Direction {
    private static final double LENGTH_WEIGHT = 0.3;
    private static final double FAMILIARITY_WEIGHT = 0.01;
    private static final double COMMON_WORD = 0.2;

    private final Map<CaseText, Integer> gathered = new HashMap<>();
    private final Map<Integer, Integer> documentsOfWord = new HashMap<>();
    private final int documents;

    Direction(List<CaseText> texts, List<Overlap> overlaps) {
        this.documents = texts.size();
        countGathered(overlaps);
        for (CaseText text : texts) {
            Set<Integer> seen = new HashSet<>();
            Words words = text.prepared.words;
            for (int i = 0; i < words.count(); i++) {
                if (seen.add(words.hash(i))) {
                    documentsOfWord.merge(words.hash(i), 1, Integer::sum);
                }
            }
        }
    }

    /** An overlap whose first document took from its second, with the reason. */
    record Decided(Overlap overlap, String reason) {}

    Decided decide(Overlap overlap) {
        return byCredit(overlap)
                .or(() -> byReporting(overlap))
                .or(() -> byDate(overlap))
                .orElseGet(() -> overlap.shareOfA() >= 0.5 && overlap.shareOfB() >= 0.5
                        ? byCompleteness(overlap)
                        : byGathering(overlap));
    }

    /** Lengths tell nothing across languages; a translation loses anchors, and does not find new ones. */
    Decided decideTranslation(Translations.Found found) {
        Overlap overlap = found.overlap();
        return byCredit(overlap)
                .or(() -> byReporting(overlap))
                .or(() -> byReporting(overlap.swapped()))
                .or(() -> byDate(overlap))
                .orElseGet(() -> new Decided(
                        found.ofA() < found.ofB() ? overlap : overlap.swapped(),
                        "no dates that differ; it has fewer names, numbers and dates than the other"));
    }

    private static Optional<Decided> byCredit(Overlap overlap) {
        Optional<String> ofA =
                overlap.a().credits.creditTo(overlap.b().document.outlet().value());
        Optional<String> ofB =
                overlap.b().credits.creditTo(overlap.a().document.outlet().value());
        if (ofA.isPresent() == ofB.isPresent()
                || overlap.a().site().equals(overlap.b().site())) {
            return Optional.empty();
        }
        Overlap turned = ofA.isPresent() ? overlap : overlap.swapped();
        return Optional.of(new Decided(
                turned,
                "credits " + turned.b().document.label() + " (“"
                        + ofA.or(() -> ofB).get() + "”)"));
    }

    private static Optional<Decided> byDate(Overlap overlap) {
        Optional<PartialDate> a = overlap.a().document.published().value();
        Optional<PartialDate> b = overlap.b().document.published().value();
        if (a.isEmpty() || b.isEmpty() || a.get().meets(b.get())) {
            return Optional.empty();
        }
        boolean later = a.get().firstDay().isAfter(b.get().lastDay());
        Overlap turned = later ? overlap : overlap.swapped();
        return Optional.of(new Decided(
                turned, "published later (" + (later ? a : b).get() + " after " + (later ? b : a).get() + ")"));
    }

    /** What both print says whose reporters it was that somebody told, or who has learned it. */
    private static Optional<Decided> byReporting(Overlap overlap) {
        Optional<String> ofA = reporting(overlap, overlap.a());
        Optional<String> ofB = reporting(overlap, overlap.b());
        if (ofA.isPresent() == ofB.isPresent()) {
            return Optional.empty();
        }
        Overlap turned = ofB.isPresent() ? overlap : overlap.swapped();
        return Optional.of(new Decided(
                turned,
                "prints the reporting of " + turned.b().document.label() + " (“"
                        + ofA.or(() -> ofB).get() + "”)"));
    }

    private static Optional<String> reporting(Overlap overlap, CaseText text) {
        Optional<String> outlet = text.document.outlet().value();
        Words words = overlap.a().prepared.words;
        return outlet.flatMap(name -> overlap.blocks().stream()
                .map(block ->
                        overlap.a().document.text().substring(words.begin(block.aBegin()), words.end(block.aEnd() - 1)))
                .flatMap(shared -> ReportingSigns.of(name, shared).stream())
                .findFirst());
    }

    private static Decided byCompleteness(Overlap overlap) {
        int a = overlap.a().prepared.words.count();
        int b = overlap.b().prepared.words.count();
        if (a == b) {
            return new Decided(
                    overlap.swapped(), "no sign which was first: same length, no dates that differ, no credit");
        }
        Overlap longer = a > b ? overlap : overlap.swapped();
        int last =
                longer.blocks().stream().mapToInt(Alignment.Block::aEnd).max().orElseThrow();
        int extra = longer.a().prepared.words.count() - CaseText.covered(longer.blocks());
        int atEnd = longer.a().prepared.words.count() - last;
        if (atEnd * 2 < extra) {
            return new Decided(longer, "no dates that differ; adds " + (extra - atEnd) + " words before and between");
        }
        return new Decided(longer.swapped(), "no dates that differ; lacks " + atEnd + " words at the end of the other");
    }

    private Decided byGathering(Overlap overlap) {
        int partnersA = gathered.getOrDefault(overlap.a(), 0);
        int partnersB = gathered.getOrDefault(overlap.b(), 0);
        double familiarity = familiarity(overlap.swapped()) - familiarity(overlap);
        double length = Math.log((overlap.a().prepared.words.count() + 1.0)
                / (overlap.b().prepared.words.count() + 1.0));
        double sum = partnersA - partnersB + FAMILIARITY_WEIGHT * familiarity + LENGTH_WEIGHT * length;
        boolean aGathered = sum > 0;
        Overlap turned = aGathered ? overlap : overlap.swapped();
        List<String> reasons = new ArrayList<>();
        int partners = aGathered ? partnersA : partnersB;
        if (partners > (aGathered ? partnersB : partnersA)) {
            reasons.add("it gathers stretches of " + partners + " documents");
        }
        if (familiarity != 0 && familiarity > 0 == aGathered) {
            reasons.add("their words are more at home in the other");
        }
        if (length != 0 && length > 0 == aGathered) {
            reasons.add("they are set into the longer text");
        }
        return new Decided(turned, "no dates that differ; " + String.join(", ", reasons));
    }

    /**
     * How much the rarer words of the shared stretches come back in the rest of the first document, against what its
     * length alone would bring.
     */
    private double familiarity(Overlap overlap) {
        Words words = overlap.a().prepared.words;
        Map<Integer, Integer> all = new HashMap<>();
        for (int i = 0; i < words.count(); i++) {
            all.merge(words.hash(i), 1, Integer::sum);
        }
        BitSet shared = new BitSet();
        overlap.blocks().forEach(block -> shared.set(block.aBegin(), block.aEnd()));
        Map<Integer, Integer> inside = new HashMap<>();
        shared.stream().forEach(i -> inside.merge(words.hash(i), 1, Integer::sum));
        int rest = words.count() - shared.cardinality();
        double sum = 0;
        for (int hash : inside.keySet().stream().sorted().toList()) {
            double in = documentsOfWord.get(hash);
            if (in <= Math.max(2, COMMON_WORD * documents)) {
                double expected = rest * in / documents / 300;
                int outside = all.get(hash) - inside.get(hash);
                sum += Math.log(documents / in) * Math.log((outside + 0.5) / (expected + 0.5));
            }
        }
        return sum;
    }

    /** For each document, with how many others it shares a stretch that it does not already share with a closer one. */
    private void countGathered(List<Overlap> overlaps) {
        Map<CaseText, List<Overlap>> byText = new HashMap<>();
        for (Overlap overlap : overlaps) {
            byText.computeIfAbsent(overlap.a(), key -> new ArrayList<>()).add(overlap);
            byText.computeIfAbsent(overlap.b(), key -> new ArrayList<>()).add(overlap.swapped());
        }
        byText.forEach((text, mine) -> {
            mine.sort(Comparator.comparingInt((Overlap overlap) -> -CaseText.covered(overlap.blocks()))
                    .thenComparing(overlap -> overlap.b().document.id()));
            BitSet taken = new BitSet();
            int partners = 0;
            for (Overlap overlap : mine) {
                BitSet here = new BitSet();
                overlap.blocks().forEach(block -> here.set(block.aBegin(), block.aEnd()));
                BitSet fresh = (BitSet) here.clone();
                fresh.andNot(taken);
                partners += fresh.cardinality() * 2 > here.cardinality() ? 1 : 0;
                taken.or(here);
            }
            gathered.put(text, partners);
        });
    }

    /** A share as whole percent, for reasons. */
    static String percent(double share) {
        return String.format(Locale.ROOT, "%d %%", Math.round(share * 100));
    }
}
