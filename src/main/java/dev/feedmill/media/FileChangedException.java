package dev.feedmill.media;

import java.io.IOException;

/** Thrown if a file is no longer the version that was found: its bytes would not match its ETag. */
public final class FileChangedException extends IOException {
    FileChangedException(String path) {
        super(path + " changes now");
    }
}
