package dev.feedmill.http;

import dev.feedmill.address.Address;
import dev.feedmill.address.FixedAddress;
import dev.feedmill.feed.ChangesRenderer;
import dev.feedmill.feed.ChaptersRenderer;
import dev.feedmill.feed.FeedRenderer;
import dev.feedmill.feed.LatestRenderer;
import dev.feedmill.feed.OpenSearchRenderer;
import dev.feedmill.feed.item.Site;
import dev.feedmill.http.caching.DocumentCache;
import dev.feedmill.http.caching.HeaderFields;
import dev.feedmill.http.caching.ModificationTimes;
import dev.feedmill.http.caching.RenderQueue;
import dev.feedmill.http.caching.Responder;
import dev.feedmill.http.events.ChangeNotices;
import dev.feedmill.http.events.EventFinder;
import dev.feedmill.http.events.EventHandler;
import dev.feedmill.http.events.EventStreams;
import dev.feedmill.http.feeds.ChannelFinder;
import dev.feedmill.http.feeds.DiscoveryHandler;
import dev.feedmill.http.feeds.FeedDocuments;
import dev.feedmill.http.feeds.FeedHandler;
import dev.feedmill.http.feeds.FeedSources;
import dev.feedmill.http.feeds.FeedTopics;
import dev.feedmill.http.feeds.LatestHandler;
import dev.feedmill.http.feeds.ListDocuments;
import dev.feedmill.http.feeds.NamedFeedHandler;
import dev.feedmill.http.feeds.OldAddressRedirects;
import dev.feedmill.http.feeds.OldFeeds;
import dev.feedmill.http.feeds.OpenApi;
import dev.feedmill.http.feeds.RateLimiter;
import dev.feedmill.http.feeds.RobotsTxt;
import dev.feedmill.http.files.FileCache;
import dev.feedmill.http.files.FileHandler;
import dev.feedmill.http.files.PublicFiles;
import dev.feedmill.http.message.BasePath;
import dev.feedmill.http.message.Epoch;
import dev.feedmill.http.message.NodeGate;
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
import dev.feedmill.media.MediaFolder;
import dev.feedmill.pages.Assets;
import dev.feedmill.pages.PageRenderer;
import dev.feedmill.pages.part.SiteContext;
import java.time.InstantSource;

/**
 * Creates the handlers for the settings and a {@link SiteConfiguration}.
 *
 * @param operatorPort port that only the operator may use; 0 for none
 */
record HandlerFactory(
        Library library,
        ServerRules rules,
        MediaFolder media,
        InstantSource clock,
        Shared shared,
        StatusReport status,
        int operatorPort,
        BasePath basePath) {
    /** What outlives settings and configurations. */
    record Shared(
            RenderQueue renderQueue,
            ModificationTimes times,
            RateLimiter rateLimiter,
            ResponseCounts counts,
            Epoch epoch,
            NodeGate gate) {
        private Shared with(RateLimiter other) {
            return new Shared(renderQueue, times, other, counts, epoch, gate);
        }
    }

    /** A factory for other settings. */
    HandlerFactory with(ServerRules others, MediaFolder otherMedia) {
        boolean samePolls = others.polling().equals(rules.polling());
        return new HandlerFactory(
                library,
                others,
                otherMedia,
                clock,
                samePolls
                        ? shared
                        : shared.with(new RateLimiter(others.polling(), System::nanoTime, shared.gate()::servers)),
                status,
                operatorPort,
                basePath);
    }

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
                configuration.queries(),
                configuration.queries() && rules.events().isOn(),
                configuration.own().look());
        PageRenderer renderer = new PageRenderer(context);
        PageMaker maker = new PageMaker(library, renderer, sizes, configuration.queries());
        SelectionQueries queries =
                SelectionQueries.of(library, rules.selections(), configuration.zone(), site.language(), clock);
        FeedSources sources = new FeedSources(library, queries);
        ChannelFinder channels = new ChannelFinder(library, rules.named());
        FeedRenderer feedRenderer =
                new FeedRenderer(site, rules.sizes().feed(), configuration.own().extras());
        LatestRenderer latest = new LatestRenderer(site);
        EventHandler events = events(queries, latest);
        FeedHandler feeds = feeds(site, responder, sources, feedRenderer);
        PageHandler pages = new PageHandler(library, context, maker, queries, responder, new ChaptersRenderer(site));
        return new Handlers(
                documents,
                new TermHandler(channels, responder, feeds, pages),
                pages,
                new NamedFeedHandler(rules.named(), channels, feeds, queries, maker, responder),
                new DiscoveryHandler(
                        new TermNames(library),
                        new ListDocuments(library, site, rules.named()),
                        responder,
                        new DiscoveryHandler.Fixed(
                                RobotsTxt.of(
                                        FixedAddress.SITEMAP.at(site.server()),
                                        basePath,
                                        configuration.own().robots()),
                                OpenApi.of(site, rules, library.window()),
                                configuration.queries()
                                        ? OpenSearchRenderer.of(site, new Address.Asset(Assets.ICON))
                                        : null),
                        configuration.own().bridge(),
                        configuration.own().key()),
                new LatestHandler(
                        responder,
                        latest,
                        queries,
                        rules.selections(),
                        rules.events().isOn() ? site.server() : null),
                events,
                new StatusHandler(
                        status,
                        documents,
                        () -> rules.events().isOn() ? events.streams().count() : null,
                        new OperatorAccess(rules.status(), operatorPort),
                        renderer),
                new OldAddressRedirects(library, site.server(), new OldFeeds(library, configuration.oldFeeds())),
                files(),
                new ErrorPages(library, renderer, renderQueue),
                new FeedTopics(
                        library, sources, feedRenderer, channels, rules.limits().answerTime()),
                new ChangeNotices(library, new ChangesRenderer(site), site.server()));
    }

    private EventHandler events(SelectionQueries queries, LatestRenderer renderer) {
        EventFinder finder = new EventFinder(
                library,
                queries,
                renderer,
                rules.limits().answerTime(),
                rules.events().queueBytes());
        return new EventHandler(queries.parser(), new EventStreams(finder, rules.events()), rules.events());
    }

    private FileHandler files() {
        return new FileHandler(
                new PublicFiles(library, media, rules.artwork()),
                shared.counts().downloads(),
                new FileCache(rules.sizes().cacheBytes() / 8, shared.epoch(), System::nanoTime),
                clock);
    }

    private FeedHandler feeds(Site site, Responder responder, FeedSources sources, FeedRenderer renderer) {
        return new FeedHandler(
                sources,
                new FeedDocuments(library, renderer, responder, shared.counts(), rules.polling()),
                responder,
                shared.rateLimiter(),
                site.addresses().movedTo());
    }
}
