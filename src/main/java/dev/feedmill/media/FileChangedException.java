package dev.feedmill.media;

import java.io.IOException;

/** A file is no longer the version that was found, so that its bytes would not be those of its ETag. */
public final class FileChangedException extends IOException {
    FileChangedException(String path) {
        super(path + " changes now");
    }
}
