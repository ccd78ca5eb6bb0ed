package dev.feedmill.http;

import dev.feedmill.address.FixedAddress;
import dev.feedmill.feed.ChaptersRenderer;
import dev.feedmill.feed.FeedRenderer;
import dev.feedmill.feed.LatestRenderer;
import dev.feedmill.feed.item.Site;
import dev.feedmill.http.caching.DocumentCache;
import dev.feedmill.http.caching.HeaderFields;
import dev.feedmill.http.caching.ModificationTimes;
import dev.feedmill.http.caching.RenderQueue;
import dev.feedmill.http.caching.Responder;
import dev.feedmill.http.feeds.DiscoveryHandler;
import dev.feedmill.http.feeds.FeedDocuments;
import dev.feedmill.http.feeds.FeedHandler;
import dev.feedmill.http.feeds.FeedSources;
import dev.feedmill.http.feeds.LatestHandler;
import dev.feedmill.http.feeds.ListDocuments;
import dev.feedmill.http.feeds.NamedFeedHandler;
import dev.feedmill.http.feeds.OldAddressRedirects;
import dev.feedmill.http.feeds.OldFeeds;
import dev.feedmill.http.feeds.OpenApi;
import dev.feedmill.http.feeds.RateLimiter;
import dev.feedmill.http.feeds.RobotsTxt;
import dev.feedmill.http.message.BasePath;
import dev.feedmill.http.message.ServerRules;
import dev.feedmill.http.pages.ErrorPages;
import dev.feedmill.http.pages.PageHandler;
import dev.feedmill.http.pages.PageMaker;
import dev.feedmill.http.query.SelectionQueries;
import dev.feedmill.http.query.TermNames;
import dev.feedmill.http.status.OperatorAccess;
import dev.feedmill.http.status.ResponseCounts;
import dev.feedmill.http.status.StatusHandler;
import dev.feedmill.http.status.StatusReport;
import dev.feedmill.library.Library;
import dev.feedmill.pages.PageRenderer;
import dev.feedmill.pages.part.SiteContext;
import java.time.InstantSource;

/** Creates the handlers for a {@link SiteConfiguration}. */
record HandlerFactory(
        Library library,
        ServerRules rules,
        InstantSource clock,
        Shared shared,
        StatusReport status,
        OperatorAccess operator,
        BasePath basePath) {
    /** What outlives a configuration. */
    record Shared(RenderQueue renderQueue, ModificationTimes times, RateLimiter rateLimiter, ResponseCounts counts) {}

    Handlers make(SiteConfiguration configuration) {
        Site site = configuration.site();
        ServerRules.Sizes sizes = rules.sizes();
        RenderQueue renderQueue = shared.renderQueue();
        DocumentCache documents = new DocumentCache(sizes.cacheBytes(), renderQueue, shared.times());
        Responder responder = new Responder(documents, renderQueue, new HeaderFields(rules.polling()));
        SiteContext context = new SiteContext(
                site.server(),
                site.title(),
                site.description(),
                site.language(),
                configuration.zone(),
                rules.named(),
                configuration.queries());
        PageRenderer renderer = new PageRenderer(context);
        PageMaker maker = new PageMaker(library, renderer, sizes);
        SelectionQueries queries =
                SelectionQueries.of(library, rules.selections(), configuration.zone(), site.language(), clock);
        FeedHandler feeds = feeds(site, responder, queries);
        PageHandler pages = new PageHandler(library, context, maker, queries, responder, new ChaptersRenderer(site));
        return new Handlers(
                documents,
                feeds,
                new TermHandler(library, responder, feeds, pages),
                pages,
                new NamedFeedHandler(rules.named(), feeds, queries, maker, responder),
                new DiscoveryHandler(
                        new TermNames(library),
                        new ListDocuments(library, site, rules.named()),
                        responder,
                        RobotsTxt.of(FixedAddress.SITEMAP.at(site.server()), basePath),
                        OpenApi.of(site, rules.selections(), library.window())),
                new LatestHandler(responder, new LatestRenderer(site), queries, rules.selections()),
                new StatusHandler(status, documents, operator, renderer),
                new OldAddressRedirects(library, site.server(), new OldFeeds(library, configuration.oldFeeds())),
                new ErrorPages(library, renderer, renderQueue));
    }

    private FeedHandler feeds(Site site, Responder responder, SelectionQueries queries) {
        return new FeedHandler(
                new FeedSources(library, queries),
                new FeedDocuments(
                        library,
                        new FeedRenderer(site, rules.sizes().feed()),
                        responder,
                        shared.counts(),
                        rules.polling()),
                responder,
                shared.rateLimiter(),
                site.addresses().movedTo());
    }
}
