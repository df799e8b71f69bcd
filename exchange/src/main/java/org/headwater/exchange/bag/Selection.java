package org.headwater.exchange.bag;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.headwater.casefile.CaseView;
import org.headwater.model.Derivation;
import org.headwater.model.DocumentId;
import org.headwater.model.Finding;
import org.headwater.model.OriginTrace;
import org.headwater.model.Statement;
import org.headwater.model.StatementId;

/**
 * What of a case goes into a bundle: everything, or some findings with all they rest on: their statements and denials, the
 * documents these stand in, and those their ways upstream lead through.
 */
record Selection(
        List<Finding> findings, List<Statement> statements, Set<DocumentId> documents, List<Derivation> derivations) {
    static Selection all(CaseView view) {
        return new Selection(
                view.findings(),
                List.copyOf(view.statements().values()),
                new LinkedHashSet<>(view.documents()),
                view.derivations());
    }

    static Selection of(CaseView view, List<Finding> findings) {
        Set<StatementId> wanted = new LinkedHashSet<>();
        for (Finding finding : findings) {
            finding.values().forEach(value -> wanted.addAll(value.statements()));
            wanted.addAll(finding.denials());
        }
        List<Statement> statements = view.statements().values().stream()
                .filter(statement -> wanted.contains(statement.id()))
                .toList();
        Set<DocumentId> needed = new LinkedHashSet<>();
        statements.forEach(statement -> needed.add(statement.document()));
        wanted.stream()
                .flatMap(id -> Stream.ofNullable(view.traces().get(id)))
                .flatMap(trace -> trace.steps().stream())
                .map(OriginTrace.Step::document)
                .flatMap(Optional::stream)
                .forEach(needed::add);
        Set<DocumentId> documents = new LinkedHashSet<>(view.documents());
        documents.retainAll(needed);
        return new Selection(
                findings,
                statements,
                documents,
                view.derivations().stream()
                        .filter(derivation ->
                                documents.contains(derivation.derived()) && documents.contains(derivation.source()))
                        .toList());
    }
}
