package dev.feedmill.http;

import dev.feedmill.address.FixedAddress;
import dev.feedmill.feed.ChannelExtras;
import dev.feedmill.feed.item.Site;
import dev.feedmill.http.message.OldFeedPath;
import dev.feedmill.pages.part.Look;
import java.time.ZoneId;
import java.util.List;

/**
 * The site as it is served: what feeds and pages say about it as a whole.
 *
 * @param zone time zone of the dates that pages show, and of dates in queries that name no zone
 * @param oldFeeds addresses that lead to feeds, the likeliest first
 * @param queries whether pages offer what only a server can answer: search, the feed builder, later parts by cursor
 */
public record SiteConfiguration(Site site, ZoneId zone, List<OldFeedPath> oldFeeds, boolean queries, Own own) {
    public SiteConfiguration {
        oldFeeds = List.copyOf(oldFeeds);
    }

    /** A configuration to which the operator adds nothing. */
    public SiteConfiguration(Site site, ZoneId zone, List<OldFeedPath> oldFeeds, boolean queries) {
        this(site, zone, oldFeeds, queries, Own.NOTHING);
    }

    /**
     * What the operator adds.
     *
     * @param robots further lines of robots.txt
     * @param bridge URL of the server that speaks ActivityPub for this one; empty for none
     * @param key by which search engines know this server (IndexNow); empty for none
     */
    public record Own(Look look, ChannelExtras extras, List<String> robots, String bridge, String key) {
        static final Own NOTHING = new Own(Look.USUAL, ChannelExtras.NONE, List.of(), "", "");

        public Own {
            robots = List.copyOf(robots);
        }
    }

    /** A copy whose pages and feeds offer nothing that only a server can answer. */
    public SiteConfiguration withoutQueries() {
        return new SiteConfiguration(site.withoutHub(FixedAddress.HUB.at(site.server())), zone, oldFeeds, false, own);
    }
}
