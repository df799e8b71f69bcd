package org.headwater.statements.attribution;

import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.headwater.model.Span;
import org.headwater.statements.parse.ParsedText;
import org.headwater.statements.parse.Parser;

/**
 * Writes the attributions of a folder of English text files as JSON lines, to be scored against annotated ones:
 * {@code WriteAttributions FOLDER OUT.jsonl}. Offsets are characters (code points). Ends with the speed, models loaded before.
 */
public final class WriteAttributions {
    private WriteAttributions() {}

    @SuppressWarnings("SystemOut") // A command of the tests, whose result is what it prints.
    public static void main(String[] arguments) throws IOException {
        Parser parser = Parser.english();
        AttributionFinder finder = AttributionFinder.of(parser);
        finder.index(ParsedText.of(parser, "The harbour office said it was late."), "en");
        List<Path> files;
        try (Stream<Path> all = Files.list(Path.of(arguments[0]))) {
            files = all.filter(file -> file.toString().endsWith(".txt"))
                    .sorted()
                    .toList();
        }
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        long characters = 0;
        try (BufferedWriter out = Files.newBufferedWriter(Path.of(arguments[1]))) {
            for (Path file : files) {
                String text = Files.readString(file);
                characters += text.length();
                for (AttributedProposition each :
                        finder.index(ParsedText.of(parser, text), "en").propositions()) {
                    out.write(line(file.getFileName().toString(), text, each));
                    out.newLine();
                }
            }
        }
        double seconds = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / 1e9;
        System.out.printf(
                "%d characters in %.1f s of CPU: %.0f characters a second%n",
                characters, seconds, characters / seconds);
    }

    private static String line(String file, String text, AttributedProposition each) {
        String content =
                each.content().stream().map(span -> place(text, span) + "}").collect(Collectors.joining(","));
        return "{\"document\":" + quoted(file) + ",\"file\":" + quoted(file) + ",\"source\":"
                + place(text, each.source().span()) + ",\"text\":"
                + quoted(each.source().text()) + ",\"entity\":"
                + quoted(each.source().name()) + "},\"cue\":" + place(text, each.cue()) + ",\"text\":"
                + quoted(each.cue().of(text)) + "},\"content\":[" + content + "],\"mode\":"
                + quoted(each.mode().word()) + "}";
    }

    private static String place(String text, Span span) {
        return "{\"begin\":" + text.codePointCount(0, span.begin()) + ",\"end\":" + text.codePointCount(0, span.end());
    }

    private static String quoted(String words) {
        StringBuilder out = new StringBuilder("\"");
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else {
                out.append(c < ' ' ? ' ' : c);
            }
        }
        return out.append('"').toString();
    }
}
