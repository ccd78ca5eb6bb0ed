package dev.feedmill.podcast;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** Checks file names for characters that some directories refuse. */
final class FileNames {
    private FileNames() {}

    /** Whether the file name in a URL or path is plain ASCII without control characters. */
    static boolean isPlain(String address) {
        String path = address.replaceFirst("[?#].*$", "");
        return decoded(path.substring(path.lastIndexOf('/') + 1)).chars().allMatch(c -> c >= ' ' && c < 0x7f);
    }

    /** The decoded file name in a URL. */
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
