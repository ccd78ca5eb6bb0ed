package dev.feedmill.yaml;

/**
 * What a YAML text may at most ask for.
 *
 * @param nodes values in all, those behind aliases counted each time
 */
public record YamlLimits(int codePoints, int depth, int aliases, int nodes) {
    /** Far more than a person writes by hand. */
    public static YamlLimits of(int codePoints) {
        return new YamlLimits(codePoints, 50, 50, 10_000);
    }
}
