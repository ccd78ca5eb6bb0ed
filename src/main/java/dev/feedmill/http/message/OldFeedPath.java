package dev.feedmill.http.message;

/**
 * An old address at which clients had a feed of another program.
 *
 * @param path without a leading slash; {@code {category}}, {@code {tag}} or {@code {author}} in it stands for a name
 * @param target path and query of the feed here, without a leading slash; if the path has a placeholder, only the
 *     format
 */
public record OldFeedPath(String path, String target) {}
