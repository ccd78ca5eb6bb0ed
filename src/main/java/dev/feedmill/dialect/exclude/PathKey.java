package dev.feedmill.dialect.exclude;

import dev.feedmill.dialect.config.Config;
import java.util.List;

/**
 * A key of a configuration, or what a generator has without any, whose patterns say which files may be articles.
 *
 * @param sense what becomes of files that match
 * @param key empty for what is not configured
 * @param folder that it is for, with paths below it; empty for the whole site
 */
public record PathKey(Sense sense, String key, PathForm form, String folder, List<String> patterns) {
    /** What becomes of files. */
    public enum Sense {
        /** Those that match are no articles. */
        OUT,
        /** Those that match are not left out by what comes after. */
        KEPT,
        /** Those that do not match are no articles. */
        ONLY
    }

    public PathKey {
        folder = folder.equals(".") ? "" : folder;
        // Lines of one file take back what others of them say.
        List<String> read = form == PathForm.IGNORE_LINES ? List.of(String.join("\n", patterns)) : patterns;
        patterns = read.stream()
                .map(String::strip)
                .filter(pattern -> !pattern.isEmpty())
                .toList();
    }

    /** With what the configuration says under the key. */
    public static PathKey of(Sense sense, Config config, String key, PathForm form, String folder) {
        return new PathKey(sense, key, form, folder, config.each(key));
    }

    /** What the configuration leaves out. */
    public static PathKey out(Config config, String key, PathForm form, String folder) {
        return of(Sense.OUT, config, key, form, folder);
    }

    /** What the generator leaves out by itself. */
    public static PathKey always(PathForm form, String folder, String... patterns) {
        return new PathKey(Sense.OUT, "", form, folder, List.of(patterns));
    }

    /** Patterns of one key, of which those with a sign of exclamation leave out and the others are for all that there is. */
    public static List<PathKey> signed(Config config, String key, PathForm form, String folder) {
        List<String> all = config.each(key).stream().map(String::strip).toList();
        List<String> out = all.stream()
                .filter(pattern -> pattern.startsWith("!"))
                .map(pattern -> pattern.substring(1).strip())
                .toList();
        return List.of(
                new PathKey(Sense.OUT, key, form, folder, out),
                new PathKey(
                        Sense.ONLY,
                        key,
                        form,
                        folder,
                        all.stream().filter(pattern -> !pattern.startsWith("!")).toList()));
    }
}
