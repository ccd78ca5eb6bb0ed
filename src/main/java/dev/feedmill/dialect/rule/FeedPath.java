package dev.feedmill.dialect.rule;

import java.util.Locale;

/**
 * A feed path of a generator.
 *
 * @param path below the root of the website, without a leading slash; {@code {category}}, {@code {tag}} or {@code
 *     {author}} stands for the name of the feed's term
 * @param format {@code rss}, {@code atom} or {@code json}
 */
public record FeedPath(String path, String format) {
    /**
     * Returns a feed path with the format of its ending.
     *
     * @param otherwise the format of feeds whose path does not say it
     */
    public static FeedPath of(String path, String otherwise) {
        String name = path.toLowerCase(Locale.ROOT).replaceAll("\\{\\w+}", "");
        String said =
                name.contains("atom") ? "atom" : name.contains("rss") ? "rss" : name.endsWith(".json") ? "json" : "";
        return new FeedPath(path, said.isEmpty() ? otherwise : said);
    }

    public FeedPath prefixedWith(String folder) {
        return new FeedPath(folder.replaceFirst("^/", "") + "/" + path, format);
    }
}
