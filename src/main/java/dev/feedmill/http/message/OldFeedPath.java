package dev.feedmill.http.message;

/**
 * An address at which readers had a feed of another program.
 *
 * @param path without a slash at its start; {@code {category}}, {@code {tag}} or {@code {author}} in it stands for a name
 * @param target path and query of the feed here, without a slash at its start; where the path has a placeholder, the format alone
 */
public record OldFeedPath(String path, String target) {}
