package dev.feedmill.address;

import org.jspecify.annotations.Nullable;

/** The feed formats, each at the same path with its own extension; the first is the one for readers of any age. */
public enum Format {
    /** RSS 2.0 (rssboard.org/rss-specification). */
    RSS("rss", "RSS", "RSS", "application/rss+xml; charset=utf-8"),
    /** Atom 1.0 (RFC 4287). */
    ATOM("atom", "Atom", "Atom", "application/atom+xml; charset=utf-8"),
    /** JSON Feed 1.1 (jsonfeed.org/version/1.1). */
    JSON("json", "JSON Feed", "JSON", "application/feed+json");

    private final String extension;
    private final String label;
    private final String shortLabel;
    private final String mediaType;

    Format(String extension, String label, String shortLabel, String mediaType) {
        this.extension = extension;
        this.label = label;
        this.shortLabel = shortLabel;
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

    /** The name for people who know that it is a feed. */
    public String shortLabel() {
        return shortLabel;
    }

    /** The format with this extension, without its dot; null for none. */
    public static @Nullable Format named(String extension) {
        for (Format format : values()) {
            if (format.extension.equals(extension)) {
                return format;
            }
        }
        return null;
    }

    /** The media type, with the charset if the format's registration has one. */
    public String mediaType() {
        return mediaType;
    }

    /** Whether it is XML, which browsers show in a style. */
    public boolean isXml() {
        return bareType().endsWith("+xml");
    }

    /** The media type without parameters, for {@code type} attributes. */
    public String bareType() {
        int semicolon = mediaType.indexOf(';');
        return semicolon < 0 ? mediaType : mediaType.substring(0, semicolon);
    }
}
