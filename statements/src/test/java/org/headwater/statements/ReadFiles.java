package org.headwater.statements;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.headwater.codebook.Codebook;
import org.headwater.codebook.Codebooks;
import org.headwater.codebook.gazetteer.Gazetteer;
import org.headwater.model.Attribution;
import org.headwater.model.Document;
import org.headwater.model.ItemId;
import org.headwater.model.Known;
import org.headwater.model.PartialDate;
import org.headwater.model.SlotValue;
import org.headwater.model.Statement;

/**
 * For development: reads plain text files and prints their statements in the written form, one a line. With {@code
 * --show} as first argument it prints them for people, under the sentences they were read from.
 */
public final class ReadFiles {
    private ReadFiles() {}

    public static void main(String[] arguments) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        boolean show = arguments.length > 0 && arguments[0].equals("--show");
        Codebook codebook = Codebooks.shipped("transnational-policing");
        StatementReader reader = StatementReader.of(codebook, Gazetteer.shipped());
        for (int i = show ? 1 : 0; i < arguments.length; i++) {
            Path file = Path.of(arguments[i]);
            Document document = document(
                    file.getFileName().toString(), Files.readString(file), Optional.empty(), Optional.of("en"));
            StatementReading reading = reader.read(document);
            if (show) {
                show(out, document, reading);
            } else {
                reading.statements().forEach(statement -> out.println(json(statement)));
            }
        }
    }

    static Document document(String file, String text, Optional<String> published, Optional<String> language) {
        ItemId item = new ItemId("it_" + "0".repeat(20));
        return new Document(
                Document.idOf(item, file, "test@1"),
                item,
                file,
                "",
                text,
                Known.unknown(),
                Known.unknown(),
                Known.unknown(),
                published.map(day -> Known.of(PartialDate.parse(day), "test")).orElseGet(Known::unknown),
                language.map(tag -> Known.of(tag, "test")).orElseGet(Known::unknown),
                Known.unknown(),
                "test@1");
    }

    private static void show(PrintStream out, Document document, StatementReading reading) {
        out.println("=== " + document.file());
        int last = -1;
        for (Statement statement : reading.statements()) {
            if (statement.span().begin() != last) {
                last = statement.span().begin();
                out.println();
                out.println(statement.quote().replaceAll("\\s+", " "));
            }
            out.println("    " + words(statement));
        }
        out.println();
        out.println("names: "
                + reading.names().stream()
                        .map(name -> name.kind().word().charAt(0) + ":" + name.name()
                                + (name.role().isEmpty() ? "" : " [" + name.role() + "]"))
                        .distinct()
                        .collect(Collectors.joining("; ")));
    }

    /** One line for people and golden files: kind, slots, speaker. */
    static String words(Statement statement) {
        String slots = statement.slots().entrySet().stream()
                .map(entry -> entry.getKey() + "=" + words(entry.getValue()))
                .collect(Collectors.joining(", "));
        String chain = statement.attribution().steps().stream()
                .map(step -> step.name()
                        + (step.how() == Attribution.How.OUTLET
                                ? ""
                                : " (" + step.how().word() + ")"))
                .collect(Collectors.joining(" <- "));
        return statement.by() + (statement.polarity().word().equals("denies") ? " DENIES" : "") + " {" + slots + "} by "
                + chain + (statement.certainty().isEmpty() ? "" : " " + statement.certainty());
    }

    private static String words(SlotValue value) {
        if (value instanceof SlotValue.Count count) {
            return end(count.min()) + ".." + end(count.max());
        }
        if (value instanceof SlotValue.Period period) {
            return period.from().map(PartialDate::toString).orElse("") + ".."
                    + period.to().map(PartialDate::toString).orElse("");
        }
        if (value instanceof SlotValue.Several several) {
            return several.values().stream().map(ReadFiles::words).collect(Collectors.joining("+"));
        }
        if (value instanceof SlotValue.Place place) {
            return place.name() + place.country().map(code -> "/" + code).orElse("");
        }
        if (value instanceof SlotValue.Party party) {
            return party.name();
        }
        SlotValue.Word word = (SlotValue.Word) value;
        return "'" + word.name() + "'";
    }

    private static String end(OptionalLong end) {
        return end.isPresent() ? Long.toString(end.getAsLong()) : "";
    }

    private static String json(Statement s) {
        List<String> slots = new ArrayList<>();
        s.slots().forEach((name, value) -> slots.add(quote(name) + ":" + json(value)));
        List<String> chain = s.attribution().steps().stream()
                .map(step -> "{\"name\":" + quote(step.name()) + ",\"text\":" + quote(step.text()) + ",\"how\":"
                        + quote(step.how().word()) + "}")
                .toList();
        return "{\"v\":1,\"id\":" + quote(s.id().value()) + ",\"file\":" + quote(s.file()) + ",\"kind\":"
                + quote(s.kind()) + ",\"polarity\":" + quote(s.polarity().word()) + ",\"begin\":"
                + s.span().begin() + ",\"end\":" + s.span().end() + ",\"quote\":" + quote(s.quote()) + ",\"slots\":{"
                + String.join(",", slots) + "},\"attribution\":[" + String.join(",", chain) + "],\"status\":"
                + quote(s.status().word()) + ",\"by\":" + quote(s.by()) + "}";
    }

    private static String json(SlotValue value) {
        if (value instanceof SlotValue.Count count) {
            return "{\"min\":" + (count.min().isPresent() ? count.min().getAsLong() : "null") + ",\"max\":"
                    + (count.max().isPresent() ? count.max().getAsLong() : "null") + "}";
        }
        if (value instanceof SlotValue.Period period) {
            return "{\"from\":" + period.from().map(d -> quote(d.toString())).orElse("null") + ",\"to\":"
                    + period.to().map(d -> quote(d.toString())).orElse("null") + "}";
        }
        if (value instanceof SlotValue.Several several) {
            return several.values().stream().map(ReadFiles::json).collect(Collectors.joining(",", "[", "]"));
        }
        if (value instanceof SlotValue.Place place) {
            return "{\"name\":" + quote(place.name())
                    + place.country().map(code -> ",\"country\":" + quote(code)).orElse("") + ",\"text\":"
                    + quote(place.text()) + "}";
        }
        if (value instanceof SlotValue.Party party) {
            return "{\"name\":" + quote(party.name()) + ",\"text\":" + quote(party.text()) + "}";
        }
        SlotValue.Word word = (SlotValue.Word) value;
        return "{\"name\":" + quote(word.name()) + ",\"text\":" + quote(word.text()) + "}";
    }

    private static String quote(String text) {
        StringBuilder out = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ') {
                out.append(String.format("\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        return out.append('"').toString();
    }
}
