package org.headwater.reading;

import java.util.Locale;

/** Why something cannot be read. */
public enum Fault {
    /** There are no bytes. */
    EMPTY("empty"),
    /** No reader knows this format. */
    UNKNOWN_FORMAT("format not known"),
    /** The bytes are not as their format requires: cut off, garbled, or lying about themselves. */
    BROKEN("broken"),
    /** A password is needed. */
    ENCRYPTED("encrypted"),
    /** Larger than a bound of {@link ReadingLimits}. */
    TOO_LARGE("too large"),
    /** Nested deeper than a bound of {@link ReadingLimits}. */
    TOO_DEEP("nested too deep"),
    /** Small bytes that unpack to far more than any honest archive. */
    BOMB("unpacks without end"),
    /** XML that declares entities, which no honest document does. */
    ENTITY_BOMB("declares entities"),
    /** An archive entry that wants to lie outside its folder, or to be a link or a device. */
    UNSAFE_PATH("unsafe path"),
    /** Well-formed, but holding no text, such as a scanned page. */
    NO_TEXT("no text"),
    /** Characters that no known encoding makes sense of. */
    UNREADABLE_CHARACTERS("unreadable characters"),
    /** A picture, and Tesseract is not installed. */
    NEEDS_TESSERACT("needs Tesseract"),
    /** Took longer than a bound of {@link ReadingLimits}. */
    TIMED_OUT("took too long"),
    /** Its parser needed more memory than a bound of {@link ReadingLimits}. */
    NEEDS_MEMORY("needs too much memory"),
    /**
     * Memory ran out in this process or on the machine while it was read, perhaps for the sake of something read beside it:
     * read it again, alone, before believing this.
     */
    SHORT_OF_MEMORY("memory ran out"),
    /** The bytes could not be fetched from the disk. */
    UNREADABLE("cannot be fetched");

    private final String words;

    Fault(String words) {
        this.words = words;
    }

    /** The fault in a few words, for the user. */
    public String words() {
        return words;
    }

    /** The written form, such as {@code too-large}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
