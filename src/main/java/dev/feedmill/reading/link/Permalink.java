package dev.feedmill.reading.link;

import dev.feedmill.html.allowed.WebUrl;
import dev.feedmill.web.PercentCoding;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The address that an article gives itself: a URL of its own, or a path below its website. */
final class Permalink {
    private static final Pattern PLACE = Pattern.compile("(?:^|[^A-Za-z]):[a-z]|\\{[{%]");

    private Permalink() {}

    static boolean isAbsolute(@Nullable String written, int maxLength) {
        return written != null
                && written.matches("(?i)https?://.+")
                && WebUrl.absolute("https://feedmill.invalid/", written, maxLength) != null;
    }

    /** Returns whether a path, once decoded, leaves its website or is invalid. */
    static boolean isUnsafe(String path) {
        String decoded =
                PercentCoding.decodeLink(PercentCoding.decodeLink(path)).replace('\\', '/');
        return List.of(decoded.split("/", -1)).contains("..")
                || decoded.chars().anyMatch(c -> c < 0x20)
                || (decoded.contains(":") && !decoded.startsWith("/") && !isPattern(decoded));
    }

    /** Returns whether a path has placeholders for the generator. */
    static boolean isPattern(String path) {
        return PLACE.matcher(path).find();
    }

    /**
     * Returns the last name of a path, without an ending such as {@code .html}; null if it is empty or only a
     * placeholder.
     */
    static @Nullable String lastName(String path) {
        String[] names =
                PercentCoding.decodeLink(path.replaceFirst("[?#].*$", "")).split("/", -1);
        for (int i = names.length - 1; i >= 0; i--) {
            String name = names[i].replaceFirst("(?i)\\.(html?|php|aspx?)$", "").strip();
            if (!name.isEmpty() && !name.equalsIgnoreCase("index")) {
                return isPattern(name) ? null : name;
            }
        }
        return null;
    }
}
