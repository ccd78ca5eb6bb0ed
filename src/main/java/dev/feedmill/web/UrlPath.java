package dev.feedmill.web;

import java.util.ArrayDeque;
import java.util.Deque;

/** Removes the dot segments {@code .} and {@code ..} from an absolute path (RFC 3986 section 5.2.4). */
final class UrlPath {
    private UrlPath() {}

    static String withoutDots(String path) {
        if (!path.contains("/.")) {
            return path;
        }
        Deque<String> kept = new ArrayDeque<>();
        boolean folder = false;
        for (String segment : path.substring(1).split("/", -1)) {
            folder = segment.equals(".") || segment.equals("..");
            if (segment.equals("..")) {
                kept.pollLast();
            } else if (!folder) {
                kept.addLast(segment);
            }
        }
        return "/" + String.join("/", kept) + (folder && !kept.isEmpty() ? "/" : "");
    }
}
