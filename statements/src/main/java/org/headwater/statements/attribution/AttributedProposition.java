package org.headwater.statements.attribution;

import java.util.List;
import java.util.Optional;
import org.headwater.model.Attribution;
import org.headwater.model.Span;

/**
 * Something that a text says somebody says, thinks, wants or judges.
 *
 * @param source who
 * @param cue the words that make the source its speaker: "said", "according to"
 * @param kind what the source does with the content
 * @param content what is said, in order, without overlap, never holding its own source or cue
 * @param mode whether in the speaker's own words
 * @param how how the text makes the source the speaker
 * @param carrier through whom the source spoke ("told the Herald"), if the text says so
 * @param depth 0 if it stands in no other proposition's content, 1 if in one, and so on
 * @param reason which rule found it, for a person to judge
 */
public record AttributedProposition(
        Speaker source,
        Span cue,
        CueKind kind,
        List<Span> content,
        Mode mode,
        Attribution.How how,
        Optional<Speaker> carrier,
        int depth,
        String reason) {
    public AttributedProposition {
        content = List.copyOf(content);
        if (content.isEmpty()) {
            throw new IllegalArgumentException("Cannot attribute to '" + source.name() + "': no content");
        }
    }

    AttributedProposition atDepth(int other) {
        return new AttributedProposition(source, cue, kind, content, mode, how, carrier, other, reason);
    }

    /** From its first unit of content to its last. */
    public Span extent() {
        return content.get(0).cover(content.get(content.size() - 1));
    }
}
