package dev.feedmill.podcast;

import dev.feedmill.web.PercentCoding;

/** Checks file names for characters that some directories refuse. */
final class FileNameCheck {
    private FileNameCheck() {}

    /** Whether the file name in a URL or path is plain ASCII without control characters. */
    static boolean isPlain(String address) {
        String path = address.replaceFirst("[?#].*$", "");
        return PercentCoding.decodeLink(path.substring(path.lastIndexOf('/') + 1))
                .chars()
                .allMatch(c -> c >= ' ' && c < 0x7f);
    }

    /** The decoded file name in a URL. */
    static String last(String address) {
        String path = address.replaceFirst("[?#].*$", "");
        return PercentCoding.decodeLink(path.substring(path.lastIndexOf('/') + 1));
    }
}
