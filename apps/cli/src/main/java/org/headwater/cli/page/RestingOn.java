package org.headwater.cli.page;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.headwater.casefile.CaseView;
import org.headwater.model.CitedOrigin;
import org.headwater.model.DocumentId;
import org.headwater.model.Origin;
import org.headwater.model.OriginId;
import org.headwater.model.OriginTrace;
import org.headwater.model.Statement;

/**
 * One origin with everything that leads to it: the ways upstream of statements, and the places where documents give its
 * party as a source for what the codebook does not ask.
 */
public record RestingOn(Origin origin, List<OriginTrace> traces, List<CitedOrigin> cited) {
    public RestingOn {
        traces = List.copyOf(traces);
        cited = List.copyOf(cited);
    }

    /** Number of documents that lead to it. */
    public long documents(CaseView view) {
        TreeSet<DocumentId> documents = new TreeSet<>();
        traces.forEach(trace -> Optional.ofNullable(view.statements().get(trace.statement()))
                .map(Statement::document)
                .ifPresent(documents::add));
        cited.forEach(each -> documents.add(each.document()));
        return documents.size();
    }

    /** By origin: those with a known source first, then by number of ways, the most first, then by party. */
    public static List<RestingOn> of(Collection<OriginTrace> traces, Collection<CitedOrigin> cited) {
        Map<OriginId, List<OriginTrace>> byOrigin = new LinkedHashMap<>();
        traces.forEach(trace -> trace.origin()
                .ifPresent(origin -> byOrigin.computeIfAbsent(origin.id(), key -> new ArrayList<>())
                        .add(trace)));
        Map<OriginId, List<CitedOrigin>> citedBy = new LinkedHashMap<>();
        cited.forEach(each -> citedBy.computeIfAbsent(each.origin().id(), key -> new ArrayList<>())
                .add(each));
        TreeSet<OriginId> all = new TreeSet<>(byOrigin.keySet());
        all.addAll(citedBy.keySet());
        return all.stream()
                .map(id -> resting(byOrigin.getOrDefault(id, List.of()), citedBy.getOrDefault(id, List.of())))
                .sorted(Comparator.comparing(
                                (RestingOn each) -> !each.origin().kind().isSource())
                        .thenComparing(each -> -each.traces().size())
                        .thenComparing(each -> each.origin().party()))
                .toList();
    }

    /** A party that speaks somewhere is a source, whatever acts of it are reported elsewhere. */
    private static RestingOn resting(List<OriginTrace> traces, List<CitedOrigin> cited) {
        List<Origin> origins = new ArrayList<>();
        traces.forEach(trace -> trace.origin().ifPresent(origins::add));
        cited.forEach(each -> origins.add(each.origin()));
        Origin origin = origins.stream()
                .filter(each -> each.kind().isSource())
                .findFirst()
                .orElse(origins.get(0));
        return new RestingOn(origin, traces, cited);
    }
}
