package org.headwater.reading;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;

/** Tells another process what a parser finds. */
final class ParserAnswers implements Format.Sink {
    private static final int INLINE = 1 << 20;

    private final DataOutputStream out;
    private final BlockingQueue<ParserRequest> requests;
    private final Expansion expansion;

    ParserAnswers(DataOutputStream out, BlockingQueue<ParserRequest> requests, Expansion expansion) {
        this.out = out;
        this.requests = requests;
        this.expansion = expansion;
    }

    @Override
    public void document(Reading reading) {
        say(Wire.Message.DOCUMENT, to -> Wire.reading(to, reading));
    }

    @Override
    public void refused(Fault fault, String where, String why) {
        say(Wire.Message.REFUSED, to -> {
            Wire.fault(to, fault);
            Wire.words(to, where);
            Wire.words(to, why);
        });
    }

    @Override
    public void passedOver(long count, String what) {
        say(Wire.Message.PASSED_OVER, to -> {
            to.writeLong(count);
            Wire.words(to, what);
        });
    }

    /** Comes back when the other process has no need of the bytes any more. */
    @Override
    public void contained(Source entry) {
        try (Spool copy = inFile(entry)) {
            Optional<Path> file = entry.file().or(copy::file);
            say(Wire.Message.CONTAINED, to -> {
                Wire.words(to, entry.where());
                Wire.optional(to, entry.address());
                Wire.optional(to, entry.captured().map(Instant::toString));
                Wire.optional(to, entry.declaredType());
                Wire.optional(to, file.map(path -> path.toAbsolutePath().toString()));
                if (file.isEmpty()) {
                    to.writeInt((int) entry.size());
                    try (InputStream inline = entry.open()) {
                        inline.transferTo(to);
                    }
                }
            });
            ParserRequest goOn = requests.take();
            expansion.settle(goOn.bytesLeft(), goOn.entriesLeft());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unheard(new IOException("interrupted", e));
        }
    }

    /** Much is handed over in a file. */
    private static Spool inFile(Source entry) throws IOException {
        if (entry.file().isPresent() || entry.size() <= INLINE) {
            return Spool.ofBytes(new byte[0]);
        }
        try (InputStream in = entry.open()) {
            return Spool.of(in);
        }
    }

    void last(Optional<Refusal> refusal) throws IOException {
        write(refusal.isPresent() ? Wire.Message.FAILED : Wire.Message.DONE, to -> {
            if (refusal.isPresent()) {
                Wire.fault(to, refusal.get().fault());
                Wire.words(to, refusal.get().getMessage());
            }
        });
    }

    private void say(Wire.Message message, Content content) {
        try {
            write(message, content);
        } catch (IOException e) {
            throw new Unheard(e);
        }
    }

    private void write(Wire.Message message, Content content) throws IOException {
        message.to(out);
        Wire.left(out, expansion);
        content.to(out);
        out.flush();
    }

    /** What is written after a message's head. */
    private interface Content {
        void to(DataOutputStream out) throws IOException;
    }

    /** The other process is gone. */
    static final class Unheard extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final IOException reason;

        Unheard(IOException reason) {
            super(reason);
            this.reason = reason;
        }

        IOException reason() {
            return reason;
        }
    }

    /**
     * An answer as it arrives.
     *
     * @param found gives the sink what was found
     * @param refusal why there is nothing more
     */
    record Answer(Wire.Message message, Consumer<Format.Sink> found, Optional<Refusal> refusal) {
        private static Answer of(Wire.Message message, Consumer<Format.Sink> found) {
            return new Answer(message, found, Optional.empty());
        }

        /** Whether the reading is over. */
        boolean isLast() {
            return message == Wire.Message.DONE || message == Wire.Message.FAILED;
        }

        /** Whether the other process waits until it is told to go on. */
        boolean isAwaited() {
            return message == Wire.Message.CONTAINED;
        }

        /** Reads the next answer, and settles what may still be unpacked. */
        static Answer from(DataInputStream in, Source source, ReadingLimits limits, Expansion expansion)
                throws IOException {
            Wire.Message message = Wire.Message.from(in);
            expansion.settle(in.readLong(), in.readLong());
            return switch (message) {
                case DOCUMENT -> {
                    Reading reading = Wire.reading(in, limits);
                    yield of(message, sink -> sink.document(reading));
                }
                case CONTAINED -> {
                    Source entry = entry(in, source, expansion);
                    yield of(message, sink -> sink.contained(entry));
                }
                case REFUSED -> {
                    Fault fault = Wire.fault(in);
                    String where = Wire.text(in, Wire.WORDS);
                    String why = Wire.text(in, Wire.WORDS);
                    yield of(message, sink -> sink.refused(fault, where, why));
                }
                case PASSED_OVER -> {
                    long count = in.readLong();
                    String what = Wire.text(in, Wire.WORDS);
                    yield of(message, sink -> sink.passedOver(count, what));
                }
                case DONE -> of(message, sink -> {});
                case FAILED -> {
                    Refusal refusal = new Refusal(Wire.fault(in), Wire.text(in, Wire.WORDS));
                    yield new Answer(message, sink -> {}, Optional.of(refusal));
                }
                default -> throw new IOException("Invalid answer: " + message);
            };
        }

        private static Source entry(DataInputStream in, Source source, Expansion expansion) throws IOException {
            String where = Wire.text(in, Wire.WORDS);
            Optional<String> address = Wire.optional(in);
            Optional<String> captured = Wire.optional(in);
            Optional<String> declared = Wire.optional(in);
            Spool bytes = Wire.spool(in, INLINE);
            String within = source.where() + "!/";
            if (!where.startsWith(within)) {
                throw new IOException("Invalid place: " + where);
            }
            try {
                return source.contains(where.substring(within.length()), bytes, expansion)
                        .capturedAt(address, captured.map(Instant::parse))
                        .declaredAs(declared);
            } catch (DateTimeException e) {
                throw new IOException("Invalid time", e);
            }
        }
    }
}
