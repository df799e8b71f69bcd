package org.headwater.statements.attribution;

import java.util.List;
import java.util.Optional;
import org.headwater.model.Attribution;
import org.headwater.model.Span;

/**
 * An attribution as one rule sees it, before speakers are resolved.
 *
 * @param sentence place of the sentence of the cue
 * @param source the words that name the speaker
 * @param cue the words that make it the speaker
 * @param carrier the words that name whom it was said to, if that may be an outlet
 * @param rule what found it, for the reader of the reasons
 */
record Candidate(
        int sentence,
        Span source,
        Span cue,
        CueKind kind,
        Attribution.How how,
        List<Span> content,
        Optional<Span> carrier,
        String rule) {
    private static final String SET_OFF = "set off by a comma: ";

    Candidate {
        content = Spans.normalized(content);
    }

    Candidate withContent(List<Span> other) {
        return new Candidate(sentence, source, cue, kind, how, other, carrier, rule);
    }

    /** The same, known to stand apart from what it reports by a comma. */
    Candidate setOff() {
        return new Candidate(sentence, source, cue, kind, how, content, carrier, SET_OFF + rule);
    }

    boolean isSetOff() {
        return rule.startsWith(SET_OFF);
    }
}
