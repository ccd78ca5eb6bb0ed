package dev.feedmill.dialect.config;

import dev.feedmill.setting.SettingValues;

/**
 * Limits on reading a site's files.
 *
 * @param depth of nested folders
 * @param files that a search passes
 * @param fileBytes of a configuration or data file
 * @param dataFiles for template code
 * @param dataBytes of all data files
 * @param dataValues in all data files, including lists
 */
public record SiteLimits(int depth, int files, long fileBytes, int dataFiles, long dataBytes, int dataValues) {
    /** The default limits. */
    public static final SiteLimits DEFAULTS = of(SettingValues.DEFAULTS);

    public static SiteLimits of(SettingValues settings) {
        return new SiteLimits(
                settings.number("generator.max-depth", 12, 1, 100),
                settings.number("generator.max-files", 200_000, 1, 100_000_000),
                settings.size("generator.max-file-size", "1MiB", "1KiB", "64MiB"),
                settings.number("generator.max-data-files", 500, 0, 100_000),
                settings.size("generator.max-data-size", "16MiB", "1KiB", "1GiB"),
                settings.number("generator.max-data-values", 50_000, 0, 10_000_000));
    }
}
