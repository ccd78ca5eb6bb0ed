package dev.feedmill.podcast;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** Names of files that every directory takes. */
final class FileNames {
    private FileNames() {}

    /** Whether the last name of an address or path is of ASCII, none of it a control character. */
    static boolean isPlain(String address) {
        String path = address.replaceFirst("[?#].*$", "");
        return decoded(path.substring(path.lastIndexOf('/') + 1)).chars().allMatch(c -> c >= ' ' && c < 0x7f);
    }

    /** The last name of an address as people write it. */
    static String last(String address) {
        String path = address.replaceFirst("[?#].*$", "");
        return decoded(path.substring(path.lastIndexOf('/') + 1));
    }

    private static String decoded(String name) {
        try {
            return URLDecoder.decode(name.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return name;
        }
    }
}
