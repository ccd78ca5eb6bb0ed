package dev.feedmill.article;

import dev.feedmill.address.Address;
import dev.feedmill.web.ServerUrl;
import java.util.List;

/**
 * A file of the folder that an article shows, plays or links to.
 *
 * @param path path within the folder, separated by {@code /}
 * @param type media type such as {@code image/png} (RFC 6838)
 * @param size in bytes
 * @param width displayed width of a picture in pixels; 0 if unknown
 * @param height displayed height of a picture in pixels; 0 if unknown
 * @param digest checksum of the bytes; of a large file, only of its start and end
 * @param stamp changes when the file is written
 */
public record Attachment(String path, String type, long size, int width, int height, String digest, String stamp) {
    private static final String SEPARATOR = "\t";
    private static final int PARTS = 7;

    /** Its URL, with {@link ServerUrl#URL} as the placeholder for this server. */
    public String url() {
        return Address.File.of(path).stored();
    }

    /** The attachment as text, for storage. */
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

    /** The attachment in a text from {@link #stored}. */
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

    /** Whether this file and another at the same place look the same to people. */
    public boolean rendersSameAs(Attachment other) {
        return path.equals(other.path)
                && type.equals(other.type)
                && size == other.size
                && width == other.width
                && height == other.height;
    }
}
