package org.headwater.cli.page;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.stream.Collectors;
import org.headwater.cli.screen.Cells;
import org.headwater.cli.screen.Json;
import org.headwater.cli.screen.Table;
import org.headwater.model.Document;
import org.headwater.model.Span;
import org.headwater.statements.attribution.AttributedProposition;
import org.headwater.statements.attribution.Speaker;

/**
 * One attributed proposition as it is written out.
 *
 * @param document what it stands in, masked
 * @param proposition it, masked
 */
public record AttributionLine(Document document, AttributedProposition proposition) {
    private static final int LONGEST_CONTENT = 200;

    /** Whether the speaker's name, or the words for the speaker here, hold these words, in any case. */
    public static boolean isBy(Speaker speaker, String words) {
        String wanted = words.strip().toLowerCase(Locale.ROOT);
        return speaker.name().toLowerCase(Locale.ROOT).contains(wanted)
                || speaker.text().toLowerCase(Locale.ROOT).contains(wanted);
    }

    /** The written form: where speaker, cue and content stand, and how it is said. */
    public ObjectNode json() {
        Speaker speaker = proposition.source();
        ObjectNode node = Json.object().put("document", document.id().value()).put("file", document.file());
        ObjectNode source = place(node.putObject("source"), speaker.span())
                .put("text", speaker.text())
                .put("entity", speaker.name());
        speaker.role().ifPresent(role -> source.put("role", role));
        speaker.body().ifPresent(body -> source.put("body", body));
        place(node.putObject("cue"), proposition.cue())
                .put("text", proposition.cue().of(document.text()));
        ArrayNode content = node.putArray("content");
        proposition.content().forEach(span -> place(content.addObject(), span));
        node.put("mode", proposition.mode().word())
                .put("kind", proposition.kind().word())
                .put("depth", proposition.depth());
        proposition.carrier().ifPresent(carrier -> node.put("through", carrier.name()));
        return node.put("reason", proposition.reason() + "; " + speaker.reason());
    }

    private static ObjectNode place(ObjectNode node, Span span) {
        return node.put("begin", span.begin()).put("end", span.end());
    }

    /** Adds it as a row: where, who, by which words, what. */
    public void addTo(Table table) {
        String said = proposition.content().stream()
                .map(span -> Cells.oneLine(span.of(document.text())))
                .collect(Collectors.joining(" … "));
        table.row(
                Places.of(document, proposition.cue()),
                "  ".repeat(proposition.depth()) + proposition.source().name(),
                Cells.oneLine(proposition.cue().of(document.text())),
                Cells.cut(said, LONGEST_CONTENT));
    }
}
