package dev.feedmill.dialect.exclude;

import dev.feedmill.dialect.config.Config;
import java.util.List;

/**
 * Patterns of files that may be articles, from a configuration key or a generator's defaults.
 *
 * @param sense effect on files that match
 * @param key empty for defaults
 * @param folder that the patterns are relative to; empty for the whole site
 */
public record PatternKey(Sense sense, String key, PatternSyntax syntax, String folder, List<String> patterns) {
    /** Effect on files. */
    public enum Sense {
        /** Matching files are no articles. */
        EXCLUDE,
        /** Matching files are exempt from later exclusions. */
        KEEP,
        /** Files that do not match are no articles. */
        INCLUDE_ONLY
    }

    public PatternKey {
        folder = folder.equals(".") ? "" : folder;
        // Lines of one file may negate others, so they are read together.
        List<String> read = syntax == PatternSyntax.IGNORE_LINES ? List.of(String.join("\n", patterns)) : patterns;
        patterns = read.stream()
                .map(String::strip)
                .filter(pattern -> !pattern.isEmpty())
                .toList();
    }

    /** Returns the patterns that the configuration has under the key. */
    public static PatternKey of(Sense sense, Config config, String key, PatternSyntax syntax, String folder) {
        return new PatternKey(sense, key, syntax, folder, config.each(key));
    }

    /** Returns the exclusions of the configuration. */
    public static PatternKey excluding(Config config, String key, PatternSyntax syntax, String folder) {
        return of(Sense.EXCLUDE, config, key, syntax, folder);
    }

    /** Returns the generator's default exclusions. */
    public static PatternKey excludingByDefault(PatternSyntax syntax, String folder, String... patterns) {
        return new PatternKey(Sense.EXCLUDE, "", syntax, folder, List.of(patterns));
    }

    /** Returns the patterns of one key in which those with an exclamation mark exclude and the others select. */
    public static List<PatternKey> withNegations(Config config, String key, PatternSyntax syntax, String folder) {
        List<String> all = config.each(key).stream().map(String::strip).toList();
        List<String> out = all.stream()
                .filter(pattern -> pattern.startsWith("!"))
                .map(pattern -> pattern.substring(1).strip())
                .toList();
        return List.of(
                new PatternKey(Sense.EXCLUDE, key, syntax, folder, out),
                new PatternKey(
                        Sense.INCLUDE_ONLY,
                        key,
                        syntax,
                        folder,
                        all.stream().filter(pattern -> !pattern.startsWith("!")).toList()));
    }
}
