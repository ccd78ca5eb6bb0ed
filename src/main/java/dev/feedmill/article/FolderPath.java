package dev.feedmill.article;

import dev.feedmill.web.PercentCoding;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HexFormat;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Converts between files and their paths within a folder as text, the same on every machine.
 *
 * <p>Java decodes names by the locale of the process. Under the locale {@code C}, common for services, it turns all
 * non-ASCII characters into {@code ?} and does not find files with such names. A file's URI, however, carries the bytes
 * of its name in both directions.
 */
public final class FolderPath {
    private FolderPath() {}

    /** The path below the root, separated by {@code /}, with U+FFFD for bytes that are not UTF-8. */
    public static String name(Path root, Path file) {
        Path relative = root.relativize(file);
        String text = relative.toString().replace(root.getFileSystem().getSeparator(), "/");
        return isPlain(text) ? text : decoded(relative);
    }

    /** The file with this path; names are looked up by their bytes in UTF-8. */
    public static Path file(Path root, String name) {
        if (isPlain(name)) {
            return root.resolve(name);
        }
        Path top = top(root);
        String encoded = PercentCoding.encodePath(name);
        return root.resolve(top.relativize(Path.of(URI.create(top.toUri() + encoded))));
    }

    /**
     * Resolves a path from a folder, without {@code .} and {@code ..} in the result; null if it leads out of the root.
     */
    public static @Nullable String resolved(String folder, String name) {
        Deque<String> names = new ArrayDeque<>();
        for (String each : (folder + "/" + name).split("/", -1)) {
            if (each.equals("..")) {
                if (names.pollLast() == null) {
                    return null;
                }
            } else if (!each.isEmpty() && !each.equals(".")) {
                names.addLast(each);
            }
        }
        return String.join("/", names);
    }

    /** The bytes of a path in the file system. */
    public static byte[] bytes(Path path) {
        byte[] bytes = unescaped(path.toUri().getRawPath());
        boolean slash = bytes.length > 1 && bytes[bytes.length - 1] == '/';
        return slash ? Arrays.copyOf(bytes, bytes.length - 1) : bytes;
    }

    /** The file of this name in an absolute folder; the name is in bytes of the file system. */
    public static Path child(Path folder, byte[] name) {
        String text = new String(name, StandardCharsets.ISO_8859_1);
        if (isPlain(text)) {
            return folder.resolve(text);
        }
        StringBuilder uri = new StringBuilder(folder.toUri().toString());
        if (uri.charAt(uri.length() - 1) != '/') {
            uri.append('/');
        }
        HexFormat hex = HexFormat.of();
        for (byte each : name) {
            hex.toHexDigits(uri.append('%'), each);
        }
        return Path.of(URI.create(uri.toString()));
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c <= 0x1f || c >= 0x7f || c == '?') {
                return false;
            }
        }
        return true;
    }

    private static String decoded(Path relative) {
        Path top = top(relative);
        String raw = top.resolve(relative).toUri().getRawPath();
        String encoded = raw.substring(top.toUri().getRawPath().length());
        String text = new String(unescaped(encoded), StandardCharsets.UTF_8);
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }

    private static byte[] unescaped(String encoded) {
        return Objects.requireNonNull(PercentCoding.bytes(encoded), "a file's URI is well-formed");
    }

    private static Path top(Path path) {
        Path top = path.toAbsolutePath().getRoot();
        if (top == null) {
            throw new IllegalArgumentException("an absolute path has a root");
        }
        return top;
    }
}
