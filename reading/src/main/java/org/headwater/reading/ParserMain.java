package org.headwater.reading;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * A process that parses, one source after the other, and is ended by whoever started it: the other end of {@link
 * ParserProcess}. It listens on its standard input and answers on its standard output.
 *
 * <p>It ends as soon as its input does, whatever a parser is doing, so that none is left behind by a process that was
 * killed. A Ctrl-C at the terminal is for the process that started it, which may want to come to an end of the document.
 */
final class ParserMain {
    private ParserMain() {}

    /** Called by {@link ParserProcess}, never by people. */
    public static void main(String[] arguments) {
        ReadingLimits limits = ReadingLimits.parse(arguments[0]);
        serve(limits, Formats.of(limits, Picture.onPath("tesseract")));
    }

    static void serve(ReadingLimits limits, Formats formats) {
        DataInputStream in = new DataInputStream(new BufferedInputStream(new FileInputStream(FileDescriptor.in)));
        DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16));
        // What a library prints is no answer, and what it asks for is no request.
        System.setOut(new PrintStream(new FileOutputStream(FileDescriptor.err), true));
        System.setIn(InputStream.nullInputStream());
        CountDownLatch ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> outlastSignals(ended)));
        BlockingQueue<ParserRequest> requests = new LinkedBlockingQueue<>();
        Thread work = new Thread(null, () -> work(formats, limits, requests, out), "parser", Worker.STACK_BYTES);
        work.setDaemon(true);
        work.start();
        try {
            listen(in, limits, requests);
        } finally {
            ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
            // Whoever started it would do so, but was perhaps killed.
            ParserFolder.discard(Path.of(System.getProperty("java.io.tmpdir")));
            ended.countDown();
        }
    }

    /** A signal ends the process only when its work has ended. */
    private static void outlastSignals(CountDownLatch ended) {
        try {
            ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Comes back when there is nobody left to work for. */
    private static void listen(DataInputStream in, ReadingLimits limits, BlockingQueue<ParserRequest> requests) {
        try {
            while (true) {
                requests.add(ParserRequest.from(in, limits));
            }
        } catch (IOException e) {
            return;
        }
    }

    private static void work(
            Formats formats, ReadingLimits limits, BlockingQueue<ParserRequest> requests, DataOutputStream out) {
        try {
            Wire.Message.READY.to(out);
            out.flush();
            while (true) {
                ParserRequest request = requests.take();
                Expansion expansion = new Expansion(limits, 0);
                expansion.settle(request.bytesLeft(), request.entriesLeft());
                ParserAnswers answers = new ParserAnswers(out, requests, expansion);
                answers.last(answer(formats, request, answers, expansion)
                        // All the memory there is here is that of one document.
                        .map(refusal -> refusal.fault() == Fault.SHORT_OF_MEMORY ? Worker.greedy(limits) : refusal));
            }
        } catch (IOException | InterruptedException e) {
            // Nobody listens any more, which its input will say too.
            return;
        }
    }

    /** Reads a source; what went wrong, as a refusal, or none. */
    private static Optional<Refusal> answer(
            Formats formats, ParserRequest request, ParserAnswers answers, Expansion expansion) throws IOException {
        Source source = request.source(expansion);
        try {
            Format format = formats.named(request.reader())
                    .orElseThrow(() -> new IOException("there is no reader " + request.reader()));
            format.read(source, answers);
            return Optional.empty();
        } catch (ParserAnswers.Unheard e) {
            throw e.reason();
        } catch (IOException | Refusal | RuntimeException | LinkageError | StackOverflowError | OutOfMemoryError e) {
            return Optional.of(Worker.refusal(e));
        }
    }
}
