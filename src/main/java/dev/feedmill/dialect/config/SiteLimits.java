package dev.feedmill.dialect.config;

/**
 * How much of the files of a site is looked at.
 *
 * @param depth of folders within one another
 * @param files that a look passes
 * @param fileBytes of a configuration or a file of data
 * @param dataFiles for template code
 * @param dataBytes of all of those
 * @param dataValues in all of those, in lists too
 */
public record SiteLimits(int depth, int files, long fileBytes, int dataFiles, long dataBytes, int dataValues) {
    /** Those of the settings unless they are set. */
    public static final SiteLimits DEFAULTS = new SiteLimits(12, 200_000, 1 << 20, 500, 16 << 20, 50_000);
}
