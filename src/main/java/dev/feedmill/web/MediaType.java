package dev.feedmill.web;

/**
 * The media type of a file, with its treatment in browsers.
 *
 * @param name such as {@code image/png} (RFC 6838)
 * @param use treatment in browsers
 */
public record MediaType(String name, Use use) {
    /** How a browser treats a file. */
    public enum Use {
        /** Shown or played as it is; cannot contain script. */
        SHOWN,
        /** A document that may contain script: shown in a sandbox. */
        SANDBOXED,
        /** Downloaded. */
        SAVED
    }

    /** Whether it is a picture. */
    public boolean isImage() {
        return name.startsWith("image/");
    }

    /** Whether it is audio. */
    public boolean isAudio() {
        return name.startsWith("audio/");
    }

    /** Whether it is video. */
    public boolean isVideo() {
        return name.startsWith("video/");
    }

    /** Whether it is audio or video. */
    public boolean isPlayed() {
        return isAudio() || isVideo();
    }
}
