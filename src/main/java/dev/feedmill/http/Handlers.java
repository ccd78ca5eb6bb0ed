package dev.feedmill.http;

import dev.feedmill.http.caching.DocumentCache;
import dev.feedmill.http.events.ChangeNotices;
import dev.feedmill.http.events.EventHandler;
import dev.feedmill.http.feeds.DiscoveryHandler;
import dev.feedmill.http.feeds.FeedTopics;
import dev.feedmill.http.feeds.LatestHandler;
import dev.feedmill.http.feeds.NamedFeedHandler;
import dev.feedmill.http.feeds.OldAddressRedirects;
import dev.feedmill.http.files.FileHandler;
import dev.feedmill.http.pages.ErrorPages;
import dev.feedmill.http.pages.PageHandler;
import dev.feedmill.http.status.StatusHandler;

/** The request handlers for one {@link SiteConfiguration}, with the cache of the documents that they render. */
public record Handlers(
        DocumentCache documents,
        TermHandler terms,
        PageHandler pages,
        NamedFeedHandler named,
        DiscoveryHandler lists,
        LatestHandler latest,
        EventHandler events,
        StatusHandler status,
        OldAddressRedirects oldAddresses,
        FileHandler files,
        ErrorPages errors,
        FeedTopics topics,
        ChangeNotices notices) {}
