package org.headwater.statements;

import java.util.List;
import org.headwater.model.Span;
import org.headwater.statements.parse.Parser;
import org.headwater.statements.parse.Sentence;

/** A parser to which only the sentences that were picked exist, so that nothing else is ever parsed. */
final class PickedSentences implements Parser {
    private final Parser parser;
    private final List<Span> picked;

    PickedSentences(Parser parser, List<Span> picked) {
        this.parser = parser;
        this.picked = List.copyOf(picked);
    }

    @Override
    public List<Span> sentences(String text) {
        return picked;
    }

    @Override
    public Sentence parse(String text, Span sentence) {
        return parser.parse(text, sentence);
    }
}
