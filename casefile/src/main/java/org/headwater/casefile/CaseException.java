package org.headwater.casefile;

import java.io.IOException;
import java.io.Serial;
import org.headwater.evidence.SealedException;

/** Something a case was asked for and did not do, and what that means for the one who asked. */
public final class CaseException extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    private final Result result;

    private CaseException(Result result, String message, Throwable cause) {
        super(message, cause);
        this.result = result;
    }

    /** A rule forbids it; nothing was done. Mend it and try again. */
    public static CaseException refused(String message) {
        return new CaseException(Result.REFUSED, message, null);
    }

    /** It could not be done; nothing was written. */
    public static CaseException failed(String message, Throwable cause) {
        return new CaseException(Result.FAILED, message, cause);
    }

    /** It could not be done: refused for want of a passphrase, failed for any other trouble with the disk. */
    static CaseException of(String what, IOException trouble) {
        String message = what + ": " + Case.reason(trouble);
        return trouble instanceof SealedException ? refused(message) : failed(message, trouble);
    }

    /** It may or may not have been done; look before trying again. */
    public static CaseException unknown(String message) {
        return new CaseException(Result.UNKNOWN, message, null);
    }

    public Result result() {
        return result;
    }

    /** What is known of the outcome. */
    public enum Result {
        REFUSED,
        FAILED,
        UNKNOWN
    }
}
