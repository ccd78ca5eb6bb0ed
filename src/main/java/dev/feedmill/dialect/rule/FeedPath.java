package dev.feedmill.dialect.rule;

import java.util.Locale;

/**
 * Where a generator had a feed.
 *
 * @param path below the root of the website, without a slash at its start; {@code {category}}, {@code {tag}} or
 *     {@code {author}} in it stands for the name of what the feed is of
 * @param format {@code rss}, {@code atom} or {@code json}
 */
public record FeedPath(String path, String format) {
    /**
     * The path of a feed, whose format its ending tells.
     *
     * @param otherwise the format of feeds whose path does not say it
     */
    public static FeedPath of(String path, String otherwise) {
        String name = path.toLowerCase(Locale.ROOT).replaceAll("\\{\\w+}", "");
        String said =
                name.contains("atom") ? "atom" : name.contains("rss") ? "rss" : name.endsWith(".json") ? "json" : "";
        return new FeedPath(path, said.isEmpty() ? otherwise : said);
    }

    public FeedPath below(String folder) {
        return new FeedPath(folder.replaceFirst("^/", "") + "/" + path, format);
    }
}
