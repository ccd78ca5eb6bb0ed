package dev.feedmill.export;

import dev.feedmill.web.PercentCoding;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Maps addresses to paths of files from which web servers serve them. */
final class FilePath {
    /** Maximum length of a name in bytes, without the ending of its compressed form. */
    private static final int LONGEST = 255 - ".gz".length();

    private FilePath() {}

    /**
     * The path of the file for an address: decoded, and for a page with {@code .html}, which web servers add to an
     * address by themselves.
     *
     * @param path of the address, percent-encoded, without a leading slash
     */
    static String of(String path, boolean isPage) {
        StringBuilder file = new StringBuilder();
        for (String segment : path.split("/", -1)) {
            file.append(file.length() == 0 ? "" : "/")
                    .append(Objects.requireNonNull(PercentCoding.decode(segment), path));
        }
        if (!isPage) {
            return file.toString();
        }
        return file.append(file.length() == 0 || path.endsWith("/") ? "index.html" : ".html")
                .toString();
    }

    /** Why file systems cannot hold a file of this path; null if they can. */
    static @Nullable String fault(String path) {
        for (String name : path.split("/", -1)) {
            if (name.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
                return "the name of the file would be longer than 255 bytes";
            }
            if (name.isEmpty() || name.equals(".") || name.equals("..")) {
                return "no file can have such a name";
            }
        }
        return path.chars().anyMatch(c -> c < ' ' || c == 0x7f) ? "no file should have such a name" : null;
    }
}
