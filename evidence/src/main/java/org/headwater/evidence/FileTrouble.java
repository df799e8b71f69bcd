package org.headwater.evidence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Locale;

/** Says what went wrong with a file in words of the user's; Java tells it by the names of its classes. Stateless. */
public final class FileTrouble {
    private FileTrouble() {}

    /** What went wrong, to stand behind a colon: which file is named where that is known. Never empty. */
    public static String inWords(Throwable trouble) {
        if (trouble instanceof UncheckedIOException wrapped) {
            String cause = inWords(wrapped.getCause());
            return wrapped.getCause().toString().equals(wrapped.getMessage())
                    ? cause
                    : wrapped.getMessage() + ": " + cause;
        }
        String message = trouble.getMessage();
        if (message == null || message.isBlank()) {
            return named(trouble);
        }
        if (trouble instanceof AccessDeniedException) {
            return "not allowed to open or write " + message;
        }
        if (trouble instanceof NoSuchFileException) {
            return "there is no " + message;
        }
        if (trouble instanceof FileAlreadyExistsException) {
            return "there is already a file " + message;
        }
        if (trouble instanceof DirectoryNotEmptyException) {
            return "not empty: " + message;
        }
        if (trouble instanceof NotDirectoryException) {
            return "no folder: " + message;
        }
        return message;
    }

    /** A trouble that says nothing goes by its name: {@code ClosedChannelException} is a closed channel. */
    private static String named(Throwable trouble) {
        String name = trouble.getClass().getSimpleName().replaceAll("(Exception|Error)$", "");
        return trouble instanceof IOException && !name.isEmpty() && !name.equals("IO")
                ? name.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT)
                : trouble.getClass().getSimpleName();
    }
}
