package org.headwater.statements.match;

import java.util.List;
import org.headwater.model.Attribution;
import org.headwater.model.Span;

/** Who speaks where in a document. */
public interface Voices {
    /** Who is said to have said what stands at the span. */
    Voice at(Span span);

    /** Every voice but the outlet's own that speaks somewhere in the span, with what it is said to have said there. */
    List<Voice> in(Span span);

    /**
     * A voice.
     *
     * @param chain who is said to have said it
     * @param source where the ultimate speaker is named; empty span at the beginning for the outlet
     * @param content what is said, within the span asked for
     * @param denied whether it is reported as denied
     */
    record Voice(Attribution chain, Span source, Span content, boolean denied) {}
}
