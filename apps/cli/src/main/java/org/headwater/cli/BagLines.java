package org.headwater.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.headwater.casefile.words.FindingWords;
import org.headwater.cli.screen.Json;
import org.headwater.cli.screen.Screen;
import org.headwater.exchange.bag.BagVerification;

/** What the check of a bundle found, as lines and as JSON. */
final class BagLines {
    private final BagVerification.Result found;
    private final List<String> faults;

    BagLines(BagVerification.Result found, List<String> faults) {
        this.found = found;
        this.faults = faults;
    }

    ObjectNode json() {
        ObjectNode page = Json.object()
                .put("whole", faults.isEmpty())
                .put("bundle", found.id())
                .put("files", found.files())
                .put("bytes", found.bytes())
                .put("custodyEntries", found.entries())
                .put("custodyEntriesClosed", found.closed())
                .put("custodyHead", found.head().hex());
        found.key().ifPresent(key -> page.put("key", key.hex()));
        StampLines.add(page.putArray("timestamps"), found.stamps());
        ArrayNode all = page.putArray("faults");
        faults.forEach(all::add);
        return page;
    }

    void print(Screen screen) {
        faults.forEach(fault -> screen.print(screen.alert("wrong") + "  " + fault));
        found.stamps().forEach(stamp -> screen.print(StampLines.line(stamp)));
        screen.print(String.format(
                Locale.ROOT,
                "%s: %s, %s (%,d closed) checked.",
                faults.isEmpty() ? "Whole" : FindingWords.count(faults.size(), "fault"),
                FindingWords.count(found.files(), "file"),
                FindingWords.count(found.entries(), "custody entry", "custody entries"),
                found.closed()));
        screen.print("Last custody entry:      " + found.head());
        found.key().ifPresent(key -> screen.print("Fingerprint of its key:  " + key));
        screen.print(screen.faint("Compare both with what the makers of the bundle tell you in another way."));
    }
}
