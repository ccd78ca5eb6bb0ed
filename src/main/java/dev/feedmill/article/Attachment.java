package dev.feedmill.article;

import dev.feedmill.web.ServerUrl;
import java.util.List;

/**
 * A file of the folder as an article shows it, plays it or links to it.
 *
 * @param path within the folder, {@code /} between its names
 * @param type media type such as {@code image/png} (RFC 6838)
 * @param size in bytes
 * @param width of a picture in pixels, as people see it; 0 where it is unknown
 * @param height the same
 * @param digest checksum of the bytes; of a large file, of its start and end only
 * @param stamp another one after the file was written to
 */
public record Attachment(String path, String type, long size, int width, int height, String digest, String stamp) {
    private static final String SEPARATOR = "\t";
    private static final int PARTS = 7;

    /** Its address here, with {@link ServerUrl#URL} for that of this host. */
    public String url() {
        return ServerUrl.URL + ServerUrl.FILES + PathSegments.encode(List.of(path.split("/", -1)));
    }

    /** As one text. */
    public String stored() {
        return String.join(
                SEPARATOR,
                type,
                Long.toString(size),
                Integer.toString(width),
                Integer.toString(height),
                digest,
                stamp,
                path);
    }

    /** From {@link #stored}. */
    public static Attachment stored(String text) {
        List<String> parts = List.of(text.split(SEPARATOR, PARTS));
        return new Attachment(
                parts.get(6),
                parts.get(0),
                Long.parseLong(parts.get(1)),
                Integer.parseInt(parts.get(2)),
                Integer.parseInt(parts.get(3)),
                parts.get(4),
                parts.get(5));
    }

    /** Whether people see no difference between this file and another at the same place. */
    public boolean looksLike(Attachment other) {
        return path.equals(other.path)
                && type.equals(other.type)
                && size == other.size
                && width == other.width
                && height == other.height;
    }
}
