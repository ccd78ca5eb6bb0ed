package dev.feedmill.http.message;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The canonical spelling of all known paths. Below a folder the handler decides about the rest of the path. */
public final class CanonicalPaths {
    private static final String UNRESERVED = "-._~";

    private final Set<String> paths = new HashSet<>();
    private final Set<String> folders = new HashSet<>();

    /**
     * Adds a path that has a handler.
     *
     * @param route a path, or a folder followed by {@code *}
     */
    public void add(String route) {
        if (route.endsWith("/*")) {
            folders.add(route.substring(0, route.length() - 1));
        } else {
            paths.add(route);
        }
    }

    /** The canonical spelling of a path; null if it is canonical already or not known. */
    @Nullable
    public String canonical(String path) {
        if (paths.contains(path)) {
            return null;
        }
        String plain = decoded(path);
        String folder = folder(plain);
        if (folder != null && plain.length() > folder.length()) {
            return path.startsWith(folder) ? null : plain;
        }
        String trimmed = plain.length() > 2 && plain.endsWith("/") ? plain.substring(0, plain.length() - 1) : plain;
        String folded = trimmed.toLowerCase(Locale.ROOT);
        return paths.contains(folded) ? folded : null;
    }

    /** Whether the path itself has a handler, not just a folder above it. */
    boolean isPath(String path) {
        return paths.contains(path);
    }

    /** Whether a path has a handler in this spelling or another. */
    boolean hasHandler(String path) {
        return paths.contains(path) || folder(path) != null || canonical(path) != null;
    }

    private @Nullable String folder(String path) {
        int slash = path.indexOf('/', 1);
        String folder = slash < 0 ? "" : path.substring(0, slash + 1);
        return folders.contains(folder) ? folder : null;
    }

    /** Decodes percent-encoding that is not needed (RFC 3986 section 6.2.2.2). */
    private static String decoded(String path) {
        StringBuilder out = new StringBuilder(path.length());
        for (int i = 0; i < path.length(); i++) {
            int high = path.charAt(i) == '%' && i + 2 < path.length() ? Character.digit(path.charAt(i + 1), 16) : -1;
            int low = high < 0 ? -1 : Character.digit(path.charAt(i + 2), 16);
            char c = (char) (high << 4 | low);
            if (low >= 0 && isUnreserved(c)) {
                out.append(c);
                i += 2;
            } else {
                out.append(path.charAt(i));
            }
        }
        return out.toString();
    }

    private static boolean isUnreserved(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || UNRESERVED.indexOf(c) >= 0;
    }
}
