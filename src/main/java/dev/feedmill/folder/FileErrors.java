package dev.feedmill.folder;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;

/** Translates file system errors into messages for the operator. */
final class FileErrors {
    private FileErrors() {}

    static String reason(IOException fault) {
        if (fault instanceof AccessDeniedException) {
            return "permission denied";
        }
        String reason = fault instanceof FileSystemException system ? system.getReason() : fault.getMessage();
        return reason == null || reason.isBlank() ? fault.getClass().getSimpleName() : reason;
    }
}
