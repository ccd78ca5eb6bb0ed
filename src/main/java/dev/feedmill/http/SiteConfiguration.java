package dev.feedmill.http;

import dev.feedmill.feed.item.Site;
import dev.feedmill.http.message.OldFeedPath;
import java.time.ZoneId;
import java.util.List;

/**
 * The site as it is served: what feeds and pages say about it as a whole.
 *
 * @param zone time zone of the dates that pages show, and of dates in queries that name no zone
 * @param oldFeeds addresses that lead to feeds, the likeliest first
 * @param queries whether pages offer what only a server can answer: search, the feed builder, later parts by cursor
 */
public record SiteConfiguration(Site site, ZoneId zone, List<OldFeedPath> oldFeeds, boolean queries) {
    public SiteConfiguration {
        oldFeeds = List.copyOf(oldFeeds);
    }

    /** A copy whose pages offer nothing that only a server can answer. */
    public SiteConfiguration withoutQueries() {
        return new SiteConfiguration(site, zone, oldFeeds, false);
    }
}
