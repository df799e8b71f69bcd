package org.headwater.evidence;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.headwater.model.Sha256;

/**
 * How far the custody log is confirmed: the last entry that was reported as written. Kept beside the log, so that a log
 * cut off at the end of a line is told from a shorter log. Print it or have it time-stamped to tell later that nobody
 * rewrote the whole log.
 *
 * @param sequence the last confirmed entry, 0 if none
 * @param digest its digest; of an empty log, {@link CustodyEntry#NO_PREVIOUS}
 * @param bytes length of the log up to the end of that entry's line
 */
public record CustodyHead(long sequence, Sha256 digest, long bytes) {
    /** The head of an empty log. */
    public static final CustodyHead EMPTY = new CustodyHead(0, CustodyEntry.NO_PREVIOUS, 0);

    private static final Pattern FORM = Pattern.compile("1 (\\d{1,18}) ([0-9a-f]{64}) (\\d{1,18})\n");

    /** Beside the log: {@code custody.jsonl} has {@code custody.jsonl.head}. */
    static Path file(Path log) {
        return log.resolveSibling(log.getFileName() + ".head");
    }

    /** The written form, as the file beside the log has it. */
    public String line() {
        return "1 " + sequence + " " + digest + " " + bytes + "\n";
    }

    void write(Path log) throws IOException {
        Disk.replace(file(log), line().getBytes(StandardCharsets.US_ASCII));
    }

    /** The head of a log; the empty one where nothing was written yet, so that there is neither log nor head. */
    static CustodyHead ofLog(Path log) throws IOException {
        return Files.notExists(log) && Files.notExists(file(log)) ? EMPTY : read(log);
    }

    static CustodyHead read(Path log) throws IOException {
        Path file = file(log);
        if (!Files.isRegularFile(file)) {
            throw new DamagedLogException("Cannot trust custody log " + log + ": its head " + file.getFileName()
                    + " is missing, so entries cut off its end would not be seen");
        }
        Matcher matcher = FORM.matcher(Files.readString(file, StandardCharsets.ISO_8859_1));
        if (!matcher.matches()) {
            throw new DamagedLogException(
                    "Cannot trust custody log " + log + ": its head " + file.getFileName() + " is damaged");
        }
        return new CustodyHead(
                Long.parseLong(matcher.group(1)), new Sha256(matcher.group(2)), Long.parseLong(matcher.group(3)));
    }
}
