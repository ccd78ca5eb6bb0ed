package dev.feedmill.yaml;

/**
 * Limits on a YAML text.
 *
 * @param nodes values in all, with aliased ones counted each time
 */
public record YamlLimits(int codePoints, int depth, int aliases, int nodes) {
    /** Returns limits far above what a person writes by hand. */
    public static YamlLimits of(int codePoints) {
        return new YamlLimits(codePoints, 50, 50, 10_000);
    }
}
