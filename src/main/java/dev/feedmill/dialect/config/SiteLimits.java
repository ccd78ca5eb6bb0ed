package dev.feedmill.dialect.config;

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
    public static final SiteLimits DEFAULTS = new SiteLimits(12, 200_000, 1 << 20, 500, 16 << 20, 50_000);
}
