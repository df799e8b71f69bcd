package org.headwater.statements;

import java.util.List;
import org.headwater.model.NameMention;
import org.headwater.model.Statement;

/**
 * What was read out of one document.
 *
 * @param statements in the order of the text
 * @param names the names met in the sentences that were read, in the order of the text
 */
public record StatementReading(List<Statement> statements, List<NameMention> names) {
    public StatementReading {
        statements = List.copyOf(statements);
        names = List.copyOf(names);
    }
}
