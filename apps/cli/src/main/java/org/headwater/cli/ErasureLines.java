package org.headwater.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.List;
import org.headwater.casefile.Erasure;
import org.headwater.cli.screen.Cells;

/** What was erased, as lines and as JSON. */
final class ErasureLines {
    private ErasureLines() {}

    static String line(Erasure erasure) {
        return "gone   " + erasure.id() + " was " + Cells.oneLine(erasure.inWords());
    }

    static void add(ArrayNode to, List<Erasure> erasures) {
        erasures.forEach(erasure -> to.addObject()
                .put("erasure", erasure.id())
                .put("at", erasure.at().toString())
                .put("who", erasure.who())
                .put("why", erasure.why())
                .put("salted", erasure.salted().hex()));
    }
}
