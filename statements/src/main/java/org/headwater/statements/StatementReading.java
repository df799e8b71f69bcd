package org.headwater.statements;

import java.util.List;
import org.headwater.model.Citation;
import org.headwater.model.NameMention;
import org.headwater.model.Statement;

/**
 * What was read out of one document.
 *
 * @param statements in the order of the text
 * @param names the names met in the sentences that were read, in the order of the text
 * @param citations the places in those sentences that give somebody as a source, whatever is said, in the order of the
 *     text
 */
public record StatementReading(List<Statement> statements, List<NameMention> names, List<Citation> citations) {
    public StatementReading {
        statements = List.copyOf(statements);
        names = List.copyOf(names);
        citations = List.copyOf(citations);
    }
}
