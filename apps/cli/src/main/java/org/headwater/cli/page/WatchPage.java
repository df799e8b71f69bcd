package org.headwater.cli.page;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.headwater.casefile.CaseView;
import org.headwater.casefile.Sighting;
import org.headwater.casefile.TextDifference;
import org.headwater.casefile.Watch;
import org.headwater.casefile.Watching;
import org.headwater.cli.screen.Cells;
import org.headwater.cli.screen.Json;
import org.headwater.cli.screen.Screen;
import org.headwater.model.Statement;
import org.headwater.model.StatementId;

/** Pages that are watched, with what was seen of them. Names that are withheld are masked. */
public final class WatchPage {
    private static final int PARAGRAPHS_SHOWN = 12;

    private final Watching watching;
    private final CaseView view;
    private final Screen screen;

    /** Prints what this view shows of a case's watching. */
    public WatchPage(Watching watching, CaseView view, Screen screen) {
        this.watching = watching;
        this.view = view;
        this.screen = screen;
    }

    /** Prints a page with what is known of it. */
    public void print(Watch watch) {
        screen.print(view.masked(watch.address().toString()));
        screen.print("  " + inWords(watch));
    }

    private static String inWords(Watch watch) {
        String seen = watch.lastSeen().map(at -> "last seen " + minute(at)).orElse("never seen");
        String missed =
                watch.missedSince().map(at -> ", missed since " + minute(at)).orElse("");
        return watch.last()
                        .map(last -> last.result().word() + " (" + Cells.oneLine(last.said()) + "), ")
                        .orElse("")
                + seen + missed + ", next "
                + watch.next().map(WatchPage::minute).orElse("now");
    }

    private static String minute(Instant at) {
        return at.toString().substring(0, 16).replace('T', ' ');
    }

    /** Prints what came of one look at a page, by paragraphs if it changed. */
    public void print(Sighting sighting) {
        screen.print(minute(sighting.at()) + "  "
                + screen.strong(sighting.result().word()) + "  "
                + view.masked(sighting.address().toString()) + "  (" + view.masked(Cells.oneLine(sighting.said()))
                + ")");
        TextDifference difference = watching.difference(sighting, view);
        paragraphs("-", difference.removed());
        paragraphs("+", difference.added());
        for (StatementId id : sighting.change().touched()) {
            screen.print("  touched: " + id
                    + Optional.ofNullable(view.statements().get(id))
                            .map(Statement::quote)
                            .map(quote -> "  \u201c" + Cells.oneLine(quote) + "\u201d")
                            .orElse(""));
        }
    }

    private void paragraphs(String sign, List<String> paragraphs) {
        paragraphs.stream()
                .limit(PARAGRAPHS_SHOWN)
                .forEach(each -> screen.print("  " + sign + " " + Cells.oneLine(each)));
        if (paragraphs.size() > PARAGRAPHS_SHOWN) {
            screen.print(String.format(
                    Locale.ROOT, "  %s … and %d more (--json has all)", sign, paragraphs.size() - PARAGRAPHS_SHOWN));
        }
    }

    /** A page with all that was seen of it. */
    public static ObjectNode json(Watch watch, Watching watching, CaseView view) {
        ObjectNode node =
                Json.object().put("address", view.masked(watch.address().toString()));
        node.put("every", watch.every().toString());
        watch.last().ifPresent(last -> node.put("result", last.result().word()));
        watch.lastSeen().ifPresent(at -> node.put("lastSeen", at.toString()));
        watch.missedSince().ifPresent(at -> node.put("missedSince", at.toString()));
        watch.next().ifPresent(at -> node.put("next", at.toString()));
        ArrayNode all = node.putArray("sightings");
        watch.sightings().forEach(sighting -> all.add(json(sighting, watching, view)));
        return node;
    }

    /** What came of one look at a page. */
    public static ObjectNode json(Sighting sighting, Watching watching, CaseView view) {
        ObjectNode node = Json.object()
                .put("address", view.masked(sighting.address().toString()))
                .put("at", sighting.at().toString())
                .put("result", sighting.result().word())
                .put("said", view.masked(sighting.said()));
        ArrayNode before = node.putArray("before");
        sighting.change().before().forEach(id -> before.add(id.value()));
        ArrayNode after = node.putArray("after");
        sighting.change().after().forEach(id -> after.add(id.value()));
        TextDifference difference = watching.difference(sighting, view);
        ArrayNode removed = node.putArray("removed");
        difference.removed().forEach(removed::add);
        ArrayNode added = node.putArray("added");
        difference.added().forEach(added::add);
        ArrayNode touched = node.putArray("touched");
        sighting.change().touched().forEach(id -> touched.add(id.value()));
        return node;
    }
}
