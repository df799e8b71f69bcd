package org.headwater.casefile;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.headwater.codebook.Codebook;
import org.headwater.codebook.CodebookException;
import org.headwater.codebook.Codebooks;
import org.headwater.model.ContentHash;
import org.headwater.model.Sha256;

/**
 * A codebook with where it is from. A case keeps to the one it was made with: one that is shipped by its name, one from a
 * file by its bytes, which the case keeps.
 *
 * @param codebook the vocabulary
 * @param from where it is from
 * @param text its YAML
 */
public record CodebookSource(Codebook codebook, From from, String text) {
    /** The codebook of a case that was made without choosing one. */
    static final String USUAL = "transnational-policing";

    private static final int DIGITS = 12;

    /** Where a codebook is from. */
    public enum From {
        /** It comes with the program, and may become better with it. */
        PROGRAM,
        /** A file of the user's. */
        FILE
    }

    /**
     * One that comes with the program.
     *
     * @throws CaseException refused if there is none of this name
     */
    public static CodebookSource shipped(String name) throws CaseException {
        if (!Codebooks.shippedNames().contains(name)) {
            throw CaseException.refused("Cannot find codebook '" + name + "': shipped are "
                    + String.join(", ", Codebooks.shippedNames()) + "; for your own give its file, such as ./" + name
                    + ".yaml");
        }
        return new CodebookSource(Codebooks.shipped(name), From.PROGRAM, Codebooks.shippedText(name));
    }

    /**
     * One from a file.
     *
     * @throws CaseException refused if it has faults (all are named) or cannot be read
     */
    public static CodebookSource ofFile(Path file) throws CaseException {
        try {
            Codebook codebook = Codebooks.load(file);
            return new CodebookSource(codebook, From.FILE, Files.readString(file, StandardCharsets.UTF_8));
        } catch (CodebookException e) {
            throw CaseException.refused(e.getMessage());
        } catch (IOException e) {
            throw CaseException.refused("Cannot read codebook " + file + ": " + Case.reason(e));
        }
    }

    /** One whose bytes a case keeps. */
    static CodebookSource kept(byte[] bytes, String where) throws CaseException {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return new CodebookSource(Codebooks.parse(where, text), From.FILE, text);
        } catch (CharacterCodingException e) {
            throw CaseException.refused("Cannot use codebook " + where + ": it is not UTF-8");
        } catch (CodebookException e) {
            throw CaseException.refused(e.getMessage());
        }
    }

    byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The digest of its bytes. */
    public Sha256 digest() {
        return Sha256.of(ContentHash.sha256().digest(bytes()));
    }

    /** What tells it from every other: name, version and the beginning of its digest. */
    String identity() {
        return codebook.name() + "@" + codebook.version() + "#" + digest().hex().substring(0, DIGITS);
    }

    /** Whether a case that is read with the other may go on with this one. */
    boolean isSameAs(CodebookSource other) {
        if (from == From.PROGRAM && other.from == From.PROGRAM) {
            return codebook.name().equals(other.codebook.name());
        }
        return digest().equals(other.digest());
    }

    /** In words, for messages: {@code detention-sites, version 1, shipped}. */
    public String inWords() {
        return codebook.name() + ", version " + codebook.version()
                + (from == From.PROGRAM
                        ? ", shipped"
                        : ", from a file with SHA-256 " + digest().hex().substring(0, DIGITS) + "…");
    }
}
