package dev.feedmill.http.feeds;

import dev.feedmill.address.FixedAddress;
import dev.feedmill.feed.coding.Document;
import dev.feedmill.http.message.BasePath;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Renders the rules for crawlers (RFC 9309). Results of queries would only keep them busy. */
public final class RobotsTxt {
    private RobotsTxt() {}

    /**
     * The document.
     *
     * @param sitemap absolute URL
     * @param more further lines, for all crawlers unless the first names some
     */
    public static Document of(String sitemap, BasePath basePath, List<String> more) {
        String text = Stream.of(
                                FixedAddress.BUILDER,
                                FixedAddress.SEARCH,
                                FixedAddress.EVENTS,
                                FixedAddress.STATUS,
                                FixedAddress.METRICS)
                        .map(address -> "Disallow: " + basePath.prepend(address.rooted()) + "\n")
                        .collect(Collectors.joining("", "User-agent: *\n", ""))
                + more.stream().map(line -> line + "\n").collect(Collectors.joining())
                + "Sitemap: " + sitemap + "\n";
        return new Document("text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
    }
}
