package dev.feedmill.folder;

/**
 * Progress of a scan.
 *
 * @param done number of new or changed files read so far
 */
public record ScanProgress(long done, long total) {}
