package org.headwater.statements;

import java.util.List;
import org.headwater.model.Attribution;
import org.headwater.model.Span;
import org.headwater.statements.match.Voices;

/** The voices of a text in which nobody but the outlet is known to speak. */
final class OutletVoices implements Voices {
    private final Attribution outlet;

    OutletVoices(Attribution outlet) {
        this.outlet = outlet;
    }

    @Override
    public Voice at(Span span) {
        return new Voice(outlet, new Span(0, 0), span, false);
    }

    @Override
    public List<Voice> in(Span span) {
        return List.of();
    }
}
