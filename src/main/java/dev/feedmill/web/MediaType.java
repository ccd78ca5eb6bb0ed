package dev.feedmill.web;

/**
 * What a file is, as HTTP and feeds name it.
 *
 * @param name such as {@code image/png} (RFC 6838)
 * @param use what browsers do with it
 */
public record MediaType(String name, Use use) {
    /** What becomes of a file in a browser. */
    public enum Use {
        /** It is shown or played as it is, and cannot run anything. */
        SHOWN,
        /** It is a document that could hold script: it is shown with none of its rights. */
        SANDBOXED,
        /** It is saved. */
        SAVED
    }

    /** Whether people see it. */
    public boolean isImage() {
        return name.startsWith("image/");
    }

    /** Whether people hear it. */
    public boolean isAudio() {
        return name.startsWith("audio/");
    }

    /** Whether people watch it. */
    public boolean isVideo() {
        return name.startsWith("video/");
    }

    /** Whether people hear or watch it. */
    public boolean isPlayed() {
        return isAudio() || isVideo();
    }
}
