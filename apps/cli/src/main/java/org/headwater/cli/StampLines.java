package org.headwater.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.headwater.cli.screen.Cells;
import org.headwater.evidence.timestamp.Stamp;

/** Timestamps as lines and as JSON. */
final class StampLines {
    private StampLines() {}

    static String line(Stamp stamp) {
        String state = stamp.state().name().toLowerCase(Locale.ROOT);
        String time = stamp.token().map(token -> token.time() + " ").orElse("");
        return String.format(
                Locale.ROOT,
                "timestamp over entry %d: %s  %s%s (%s)",
                stamp.checkpoint(),
                state,
                time,
                Cells.oneLine(stamp.authority()),
                Cells.oneLine(stamp.message()));
    }

    static void add(ArrayNode all, List<Stamp> stamps) {
        for (Stamp stamp : stamps) {
            ObjectNode node = all.addObject()
                    .put("name", stamp.name())
                    .put("checkpoint", stamp.checkpoint())
                    .put("digest", stamp.digest().hex())
                    .put("authority", stamp.authority())
                    .put("state", stamp.state().name().toLowerCase(Locale.ROOT))
                    .put("message", stamp.message());
            stamp.token().ifPresent(token -> {
                node.put("time", token.time().toString())
                        .put("signer", token.signer())
                        .put("expires", token.expires().toString())
                        .put("sha256", token.sha256().hex());
                token.root().ifPresent(root -> node.put("root", root));
            });
        }
    }
}
