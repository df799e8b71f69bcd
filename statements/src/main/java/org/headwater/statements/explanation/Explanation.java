package org.headwater.statements.explanation;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.headwater.model.Statement;
import org.headwater.model.StatementId;
import org.headwater.statements.StatementReading;

/**
 * Why one document was read as it was.
 *
 * @param reading what was read out of it, just as without an explanation
 * @param sentences the number of its sentences
 * @param topics the terms for which it was taken to be on the subject; empty if it names none and was not read
 * @param read what came of each sentence that was worth reading, in the order of the text
 */
public record Explanation(
        StatementReading reading, int sentences, List<String> topics, List<SentenceExplanation> read) {
    public Explanation {
        topics = List.copyOf(topics);
        read = List.copyOf(read);
    }

    /** Why there is the statement of this id; empty if the patterns do not propose it. */
    public Optional<FoundExplanation> found(StatementId id) {
        return read.stream()
                .flatMap(sentence -> sentence.found().stream())
                .filter(found -> found.statement().id().equals(id))
                .findFirst();
    }

    /** The same with every word of the document and every statement changed, so that names can be masked. */
    public Explanation masked(UnaryOperator<String> words, UnaryOperator<Statement> statements) {
        StatementReading masked = new StatementReading(
                reading.statements().stream().map(statements).toList(), List.of(), List.of());
        return new Explanation(
                masked,
                sentences,
                topics,
                read.stream()
                        .map(sentence -> sentence.masked(words, statements))
                        .toList());
    }
}
