package org.headwater.reading;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * Bytes turned into characters. A byte order mark decides; else strict UTF-8; else zeros in every second byte mean UTF-16;
 * else the encoding that the bytes' carrier declares; else ICU's guess from the bytes. The characters are otherwise left
 * as they are: no line end is changed, only the byte order mark goes.
 *
 * @param text the characters
 * @param note what a careful reader should know; empty for plain UTF-8
 */
record Decoded(String text, Optional<String> note) {
    private static final int SAMPLE = 64 * 1024;
    private static final int CONFIDENCE_LEAST = 10;
    /** More unreadable characters than one in this many, and the text cannot be trusted at all. */
    private static final int READABLE_LEAST = 50;

    private static final char REPLACEMENT = '\uFFFD';

    static Decoded of(byte[] bytes, Optional<Charset> declared) throws Refusal {
        Optional<Decoded> marked = byMark(bytes);
        if (marked.isPresent()) {
            return marked.get();
        }
        Optional<String> utf8 = strictly(bytes, StandardCharsets.UTF_8);
        if (utf8.isPresent() && !looksLikeUtf16(bytes)) {
            return checked(utf8.get(), Optional.empty());
        }
        if (looksLikeUtf16(bytes)) {
            Charset charset = bytes[0] == 0 ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
            return leniently(bytes, 0, charset, "has no byte order mark");
        }
        if (declared.isPresent() && !declared.get().equals(StandardCharsets.UTF_8)) {
            Optional<String> text = strictly(bytes, declared.get());
            if (text.isPresent()) {
                return checked(
                        text.get(), Optional.of("decoded as " + declared.get().name() + ", as declared"));
            }
        }
        if (isNearlyUtf8(bytes)) {
            return leniently(bytes, 0, StandardCharsets.UTF_8, "damaged");
        }
        return guessed(bytes);
    }

    private static Optional<Decoded> byMark(byte[] bytes) throws Refusal {
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            return Optional.of(leniently(bytes, 3, StandardCharsets.UTF_8, "has a byte order mark"));
        }
        if (startsWith(bytes, 0xFF, 0xFE, 0, 0)) {
            return Optional.of(leniently(bytes, 4, Charset.forName("UTF-32LE"), "has a byte order mark"));
        }
        if (startsWith(bytes, 0, 0, 0xFE, 0xFF)) {
            return Optional.of(leniently(bytes, 4, Charset.forName("UTF-32BE"), "has a byte order mark"));
        }
        if (startsWith(bytes, 0xFF, 0xFE)) {
            return Optional.of(leniently(bytes, 2, StandardCharsets.UTF_16LE, "has a byte order mark"));
        }
        if (startsWith(bytes, 0xFE, 0xFF)) {
            return Optional.of(leniently(bytes, 2, StandardCharsets.UTF_16BE, "has a byte order mark"));
        }
        return Optional.empty();
    }

    private static Decoded guessed(byte[] bytes) throws Refusal {
        CharsetDetector detector = new CharsetDetector();
        detector.setText(Arrays.copyOf(bytes, Math.min(bytes.length, SAMPLE)));
        for (CharsetMatch match : detector.detectAll()) {
            String name = match.getName();
            if (match.getConfidence() < CONFIDENCE_LEAST || !Charset.isSupported(name) || name.startsWith("UTF-")) {
                continue;
            }
            Optional<String> text = strictly(bytes, windows(name, bytes));
            if (text.isPresent()) {
                return checked(
                        text.get(),
                        Optional.of("decoded as " + windows(name, bytes).name() + ", guessed from the bytes"));
            }
        }
        return leniently(bytes, 0, Charset.forName("windows-1252"), "guessed for want of better");
    }

    /** Files that claim ISO 8859-1 and use the bytes of its control characters are windows-1252, as on the web. */
    private static Charset windows(String name, byte[] bytes) {
        boolean controls = false;
        for (byte each : bytes) {
            controls |= (each & 0xE0) == 0x80;
        }
        return Charset.forName(controls && name.equals("ISO-8859-1") ? "windows-1252" : name);
    }

    private static Decoded leniently(byte[] bytes, int from, Charset charset, String why) throws Refusal {
        CharBuffer characters = decode(bytes, from, charset);
        String text = characters.toString();
        boolean plain = charset.equals(StandardCharsets.UTF_8) && from > 0;
        return checked(text, plain ? Optional.empty() : Optional.of("decoded as " + charset.name() + " (" + why + ")"));
    }

    private static CharBuffer decode(byte[] bytes, int from, Charset charset) {
        try {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPLACE)
                    .onUnmappableCharacter(CodingErrorAction.REPLACE)
                    .decode(ByteBuffer.wrap(bytes, from, bytes.length - from));
        } catch (CharacterCodingException e) {
            throw new IllegalStateException("Cannot happen: the decoder was told to replace", e);
        }
    }

    /** Counts what could not be read, and gives up where that is too much. */
    private static Decoded checked(String text, Optional<String> note) throws Refusal {
        long unreadable = 0;
        long firstAt = -1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean bad =
                    c == REPLACEMENT || (c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != 0x1B);
            if (bad) {
                unreadable++;
                firstAt = firstAt < 0 ? i : firstAt;
            }
        }
        if (unreadable * READABLE_LEAST > text.length()) {
            throw new Refusal(
                    Fault.UNREADABLE_CHARACTERS,
                    unreadable + " of its " + text.length() + " characters are unreadable in every encoding tried");
        }
        if (unreadable == 0) {
            return new Decoded(text, note);
        }
        String count = unreadable + " unreadable characters, the first at " + firstAt;
        return new Decoded(
                text, Optional.of(note.map(words -> words + "; " + count).orElse(count)));
    }

    private static Optional<String> strictly(byte[] bytes, Charset charset) {
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** A few broken bytes in what otherwise is UTF-8 beyond ASCII: a cut or damaged file, not another encoding. */
    private static boolean isNearlyUtf8(byte[] bytes) {
        CharBuffer characters = decode(bytes, 0, StandardCharsets.UTF_8);
        int bad = 0;
        int beyondAscii = 0;
        for (int i = 0; i < characters.length(); i++) {
            char c = characters.charAt(i);
            bad += c == REPLACEMENT ? 1 : 0;
            beyondAscii += c > 0x7F && c != REPLACEMENT ? 1 : 0;
        }
        return beyondAscii >= bad * 4 && beyondAscii > 0;
    }

    /** Zeros in nearly every byte of one parity and hardly any of the other: Latin text in UTF-16. */
    static boolean looksLikeUtf16(byte[] bytes) {
        int n = Math.min(bytes.length & ~1, 4096);
        int even = 0;
        int odd = 0;
        for (int i = 0; i < n; i += 2) {
            even += bytes[i] == 0 ? 1 : 0;
            odd += bytes[i + 1] == 0 ? 1 : 0;
        }
        int half = n / 2;
        return half > 0 && ((even * 10 > half * 7 && odd * 10 < half) || (odd * 10 > half * 7 && even * 10 < half));
    }

    static boolean startsWith(byte[] bytes, int... first) {
        if (bytes.length < first.length) {
            return false;
        }
        for (int i = 0; i < first.length; i++) {
            if ((bytes[i] & 0xFF) != first[i]) {
                return false;
            }
        }
        return true;
    }
}
