package org.headwater.reading;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.headwater.reading.article.Facts;

/** A format whose parser does to its process what the file says, and a process that has it beside the others. */
final class Trouble implements Format {
    static final String TYPE = "application/rtf";
    private static final String START = "{\\rtf ";

    static Source file(String... words) {
        return Source.ofBytes(words[0] + ".rtf", (START + String.join(" ", words)).getBytes(StandardCharsets.UTF_8));
    }

    static Formats formats(ReadingLimits limits) {
        Map<String, Format> all =
                new LinkedHashMap<>(Formats.of(limits, Optional.empty()).byType());
        all.put(TYPE, new Trouble());
        return new Formats(all);
    }

    static DocumentReader reader(ReadingLimits limits) {
        return new DocumentReader(limits, formats(limits), new ParsingApart(limits, Trouble.class));
    }

    public static void main(String[] arguments) {
        if (arguments.length == 2) {
            waitFor(arguments[1]);
        }
        ReadingLimits limits = ReadingLimits.parse(arguments[0]);
        ParserMain.serve(limits, formats(limits));
    }

    /** Reads in yet another process, and says which that is. */
    private static void waitFor(String words) {
        try (DocumentReader reader = reader(ReadingLimits.standard())) {
            reader.read(Read.ITEM, file(words.split(" ", -1)), outcome -> {
                if (outcome instanceof Outcome.Read read) {
                    System.out.println(read.document().text());
                }
            });
        }
    }

    @Override
    public String reader() {
        return "trouble@1";
    }

    @Override
    public void read(Source source, Sink sink) throws Refusal, IOException {
        String[] words;
        try (InputStream in = source.open()) {
            words = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .substring(START.length())
                    .split(" ", -1);
        }
        for (String word : words) {
            make(word, sink);
        }
    }

    private static void make(String trouble, Sink sink) throws IOException {
        switch (trouble) {
            case "pause" -> LockSupport.parkNanos(250_000_000);
            case "loop" -> loop();
            case "memory" -> fill(new ArrayList<>());
            case "depth" -> deeper(0);
            case "end" -> Runtime.getRuntime().halt(7);
            case "killed" ->
                new ProcessBuilder(
                                "kill",
                                "-9",
                                Long.toString(ProcessHandle.current().pid()))
                        .start();
            case "wordy" -> sink.refused(Fault.BROKEN, "wordy.rtf", "long ".repeat(1_000_000));
            case "print" -> System.out.println("x".repeat(100_000));
            case "throw" -> throw new IllegalStateException("a parser's own fault");
            case "who" -> say(Long.toString(ProcessHandle.current().pid()), sink);
            case "child" ->
                say(Long.toString(new ProcessBuilder("sleep", "1000").start().pid()), sink);
            case "folder" -> say(System.getProperty("java.io.tmpdir"), sink);
            case "environment" ->
                say(System.getenv().keySet().stream().sorted().collect(Collectors.joining(" ")), sink);
            default -> throw new IOException("no such trouble");
        }
    }

    private static void say(String text, Sink sink) {
        sink.document(Reading.whole(text, Facts.none(), List.of()));
    }

    private static void loop() {
        while (true) {
            Thread.onSpinWait();
        }
    }

    private static void fill(List<byte[]> memory) {
        while (true) {
            memory.add(new byte[1 << 20]);
        }
    }

    private static int deeper(int depth) {
        return depth < 0 ? 0 : 1 + deeper(depth + 1);
    }
}
