package org.headwater.reading;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.headwater.model.Known;
import org.headwater.model.PartialDate;
import org.headwater.reading.article.Facts;

/**
 * How a reading crosses from one process to another: values one after the other, each text and each stretch of bytes
 * behind its length. Texts are UTF-16, so that none is changed, however broken.
 */
final class Wire {
    /** Most units of whatever is no document's text. */
    static final int WORDS = 1 << 22;

    private static final int MANY = 100_000;

    private Wire() {}

    /** The messages, by the letter they begin with. */
    enum Message {
        READY('Y'),
        READ('R'),
        GO_ON('G'),
        DOCUMENT('D'),
        CONTAINED('C'),
        REFUSED('X'),
        PASSED_OVER('P'),
        DONE('.'),
        FAILED('F');

        private final char letter;

        Message(char letter) {
            this.letter = letter;
        }

        void to(DataOutputStream out) throws IOException {
            out.writeByte(letter);
        }

        static Message from(DataInputStream in) throws IOException {
            int letter = in.readUnsignedByte();
            return Stream.of(values())
                    .filter(each -> each.letter == letter)
                    .findFirst()
                    .orElseThrow(() -> new IOException("Invalid message: " + letter));
        }
    }

    /** Words that are no document's text, cut where the other side would refuse them. */
    static void words(DataOutputStream out, String words) throws IOException {
        text(out, words.length() <= WORDS ? words : words.substring(0, WORDS - 1) + "…");
    }

    static void text(DataOutputStream out, String text) throws IOException {
        byte[] bytes = new byte[2 * text.length()];
        ByteBuffer.wrap(bytes).asCharBuffer().put(text);
        out.writeInt(text.length());
        out.write(bytes);
    }

    static String text(DataInputStream in, long most) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(bytes(in, 2L * length(in, most)));
        return bytes.asCharBuffer().toString();
    }

    static byte[] bytes(DataInputStream in, long count) throws IOException {
        // Filled in place: what reads to an end unknown needs the room twice.
        byte[] bytes = new byte[Math.toIntExact(count)];
        try {
            in.readFully(bytes);
        } catch (EOFException e) {
            throw new IOException("it is cut off", e);
        }
        return bytes;
    }

    /** A length or number, if it is none that only garbage can have. */
    static int length(DataInputStream in, long most) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > most) {
            throw new IOException("Invalid length: " + length + " (at most " + most + ")");
        }
        return length;
    }

    /** Bytes that lie in a file, or else follow behind their length. */
    static Spool spool(DataInputStream in, long most) throws IOException {
        Optional<String> file = optional(in);
        return file.isPresent() ? Spool.ofFile(Path.of(file.get())) : Spool.ofBytes(bytes(in, length(in, most)));
    }

    /** What may still be unpacked. */
    static void left(DataOutputStream out, Expansion expansion) throws IOException {
        out.writeLong(expansion.bytesLeft());
        out.writeLong(expansion.entriesLeft());
    }

    static void optional(DataOutputStream out, Optional<String> text) throws IOException {
        out.writeBoolean(text.isPresent());
        if (text.isPresent()) {
            words(out, text.get());
        }
    }

    static Optional<String> optional(DataInputStream in) throws IOException {
        return in.readBoolean() ? Optional.of(text(in, WORDS)) : Optional.empty();
    }

    static void fault(DataOutputStream out, Fault fault) throws IOException {
        text(out, fault.name());
    }

    static Fault fault(DataInputStream in) throws IOException {
        try {
            return Fault.valueOf(text(in, MANY));
        } catch (IllegalArgumentException e) {
            throw new IOException("Invalid fault", e);
        }
    }

    static void reading(DataOutputStream out, Reading reading) throws IOException {
        words(out, reading.part());
        text(out, reading.text());
        Facts facts = reading.facts();
        known(out, facts.title());
        known(out, facts.outlet());
        known(out, facts.byline());
        known(out, facts.published().map(PartialDate::toString));
        known(out, facts.language());
        known(out, facts.address());
        out.writeInt(reading.notes().size());
        for (String note : reading.notes()) {
            words(out, note);
        }
    }

    static Reading reading(DataInputStream in, ReadingLimits limits) throws IOException {
        String part = text(in, WORDS);
        String text = text(in, limits.textUnits());
        Facts facts = new Facts(known(in), known(in), known(in), date(known(in)), known(in), known(in));
        List<String> notes = new ArrayList<>();
        for (int left = length(in, MANY); left > 0; left--) {
            notes.add(text(in, WORDS));
        }
        return new Reading(part, text, facts, notes);
    }

    private static Known<PartialDate> date(Known<String> written) throws IOException {
        try {
            return written.map(PartialDate::parse);
        } catch (IllegalArgumentException e) {
            throw new IOException("Invalid date", e);
        }
    }

    private static void known(DataOutputStream out, Known<String> known) throws IOException {
        optional(out, known.value());
        words(out, known.how());
    }

    private static Known<String> known(DataInputStream in) throws IOException {
        return new Known<>(optional(in), text(in, WORDS));
    }
}
