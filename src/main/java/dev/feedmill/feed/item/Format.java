package dev.feedmill.feed.item;

/** The feed formats, each at the same path with its own extension. */
public enum Format {
    /** RSS 2.0 (rssboard.org/rss-specification). */
    RSS("rss", "RSS", "application/rss+xml; charset=utf-8"),
    /** Atom 1.0 (RFC 4287). */
    ATOM("atom", "Atom", "application/atom+xml; charset=utf-8"),
    /** JSON Feed 1.1 (jsonfeed.org/version/1.1). */
    JSON("json", "JSON Feed", "application/feed+json");

    private final String extension;
    private final String label;
    private final String mediaType;

    Format(String extension, String label, String mediaType) {
        this.extension = extension;
        this.label = label;
        this.mediaType = mediaType;
    }

    /** The extension without its dot. */
    public String extension() {
        return extension;
    }

    /** The name for people. */
    public String label() {
        return label;
    }

    /** The media type, with the charset if the format's registration has one. */
    public String mediaType() {
        return mediaType;
    }

    /** The media type without parameters, for {@code type} attributes. */
    public String bareType() {
        int semicolon = mediaType.indexOf(';');
        return semicolon < 0 ? mediaType : mediaType.substring(0, semicolon);
    }
}
