package dev.feedmill.dialect.config;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Configurations of a site of which no valid text was ever seen: what they hold back is not known.
 *
 * @param files names of the files by what they speak of: a folder with a slash at its end, one article by its path without
 *     ending, or all with an empty path
 */
public record Unreadable(Map<String, String> files) {
    public static final Unreadable NONE = new Unreadable(Map.of());

    public Unreadable {
        files = Map.copyOf(files);
    }

    /** Whether nothing is known of the site as a whole. */
    public boolean isWhole() {
        return files.containsKey("");
    }

    /** The file that says what is to become of the article at a path; null where all that do could be read. */
    public @Nullable String of(String path) {
        int dot = path.indexOf('.', path.lastIndexOf('/') + 1);
        String stem = dot < 0 ? path : path.substring(0, dot);
        for (Map.Entry<String, String> file : new TreeMap<>(files).entrySet()) {
            String about = file.getKey();
            boolean folder = about.isEmpty() || about.endsWith("/");
            if (folder ? path.startsWith(about) : stem.equals(about)) {
                return file.getValue();
            }
        }
        return null;
    }

    /** In an order that does not depend on the machine. */
    @Override
    public String toString() {
        return new TreeMap<>(files).toString();
    }
}
