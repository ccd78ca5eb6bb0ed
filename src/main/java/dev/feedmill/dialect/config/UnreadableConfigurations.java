package dev.feedmill.dialect.config;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Configurations of a site without any known valid text: it is unknown what they hold back.
 *
 * @param files names of the files by their scope: a folder with a final slash, one article by its path without ending,
 *     or all with an empty path
 */
public record UnreadableConfigurations(Map<String, String> files) {
    public static final UnreadableConfigurations NONE = new UnreadableConfigurations(Map.of());

    public UnreadableConfigurations {
        files = Map.copyOf(files);
    }

    /** Returns whether the configuration of the whole site is unknown. */
    public boolean isWhole() {
        return files.containsKey("");
    }

    /** Returns the unreadable file that governs the article at a path; null if there is none. */
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

    /** Returns the files in an order that does not depend on the machine. */
    @Override
    public String toString() {
        return new TreeMap<>(files).toString();
    }
}
