package org.headwater.lineage;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.headwater.model.Derivation;
import org.headwater.model.DerivationId;
import org.headwater.model.DocumentId;
import org.headwater.model.Passage;
import org.headwater.model.Span;

/**
 * Of the derivations of a case those that are needed to explain where each document's words are from. Two reprints of one
 * article share its words; that one of them is also like the other tells nothing more. A derivation is explained by
 * another document if both its sides took (nearly) all of the passages from that document too; where the three form a
 * chain, the source closest in words stays.
 */
public final class DirectSources {
    /** How much of the passages another source must hold, to explain them. */
    private static final double EXPLAINED = 0.97;

    private final Map<DocumentId, List<Derivation>> sources = new HashMap<>();

    private DirectSources(Collection<Derivation> derivations) {
        derivations.forEach(derivation -> sources.computeIfAbsent(derivation.derived(), key -> new ArrayList<>())
                .add(derivation));
    }

    /** Those that no other document explains, in the order given. */
    public static List<Derivation> of(Collection<Derivation> derivations) {
        DirectSources direct = new DirectSources(derivations);
        Set<DerivationId> explained = new HashSet<>();
        derivations.forEach(derivation -> {
            if (direct.isExplained(derivation)) {
                explained.add(derivation.id());
            }
        });
        return derivations.stream()
                .filter(derivation -> !explained.contains(derivation.id()))
                .toList();
    }

    /** Whether both sides took the passages from a third document. */
    private boolean isExplained(Derivation derivation) {
        List<Derivation> ofSource = sources.getOrDefault(derivation.source(), List.of());
        Map<DocumentId, Derivation> upstream = new HashMap<>();
        ofSource.forEach(each -> upstream.put(each.source(), each));
        for (Derivation other : sources.getOrDefault(derivation.derived(), List.of())) {
            Derivation common = upstream.get(other.source());
            if (common == null || derivation.kind().isCopy() != other.kind().isCopy()) {
                continue;
            }
            double derived = held(
                    derivation.passages().stream().map(Passage::derived).toList(),
                    other.passages().stream().map(Passage::derived).toList());
            double source = held(
                    derivation.passages().stream().map(Passage::source).toList(),
                    common.passages().stream().map(Passage::derived).toList());
            if (derived >= EXPLAINED && source >= EXPLAINED) {
                return true;
            }
        }
        return false;
    }

    /** Share of the spans' text that lies in the others. */
    private static double held(List<Span> spans, List<Span> others) {
        long whole = 0;
        long inside = 0;
        for (Span span : spans) {
            whole += span.length();
            int end = span.begin();
            for (Span other : others.stream().sorted().toList()) {
                int from = Math.max(end, other.begin());
                int to = Math.min(span.end(), other.end());
                inside += Math.max(0, to - from);
                end = Math.max(end, to);
            }
        }
        return whole == 0 ? 0 : inside / (double) whole;
    }
}
