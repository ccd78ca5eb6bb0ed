package dev.feedmill.folder;

/**
 * How far a scan of the whole folder has come.
 *
 * @param done files read of those that are new or changed
 */
public record ScanProgress(long done, long total) {}
