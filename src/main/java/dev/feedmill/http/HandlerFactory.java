package dev.feedmill.http;

import dev.feedmill.address.FixedAddress;
import dev.feedmill.feed.ChaptersRenderer;
import dev.feedmill.feed.FeedRenderer;
import dev.feedmill.feed.LatestRenderer;
import dev.feedmill.feed.item.Site;
import dev.feedmill.folder.FolderFollower;
import dev.feedmill.http.caching.ConditionalRequests;
import dev.feedmill.http.caching.DocumentCache;
import dev.feedmill.http.caching.HeaderFields;
import dev.feedmill.http.caching.ModificationTimes;
import dev.feedmill.http.caching.RenderQueue;
import dev.feedmill.http.feeds.DiscoveryHandler;
import dev.feedmill.http.feeds.FeedHandler;
import dev.feedmill.http.feeds.LatestHandler;
import dev.feedmill.http.feeds.ListDocuments;
import dev.feedmill.http.feeds.NamedFeedHandler;
import dev.feedmill.http.feeds.OldAddresses;
import dev.feedmill.http.feeds.OldFeeds;
import dev.feedmill.http.feeds.OpenApi;
import dev.feedmill.http.feeds.RateLimiter;
import dev.feedmill.http.message.BasePath;
import dev.feedmill.http.message.ServerRules;
import dev.feedmill.http.pages.BuilderHandler;
import dev.feedmill.http.pages.ErrorPages;
import dev.feedmill.http.pages.PageHandler;
import dev.feedmill.http.pages.PageMaker;
import dev.feedmill.http.pages.SearchHandler;
import dev.feedmill.http.query.SelectedPages;
import dev.feedmill.http.query.SelectionRequestParser;
import dev.feedmill.http.query.TermNames;
import dev.feedmill.http.status.CountHistory;
import dev.feedmill.http.status.OperatorAccess;
import dev.feedmill.http.status.ResponseCounts;
import dev.feedmill.http.status.StartupGate;
import dev.feedmill.http.status.StatusHandler;
import dev.feedmill.http.status.StatusReport;
import dev.feedmill.library.Library;
import dev.feedmill.pages.PageRenderer;
import dev.feedmill.pages.part.SiteContext;
import java.time.InstantSource;

/** Creates the handlers for a {@link Face}. State that must outlive a face is shared by all of its products. */
record HandlerFactory(
        Library library,
        FolderFollower follower,
        ServerRules rules,
        InstantSource clock,
        RenderQueue workshop,
        ModificationTimes times,
        ResponseCounts counts,
        CountHistory history,
        StartupGate firstScan,
        BasePath mount,
        OperatorAccess operator,
        RateLimiter repeats) {
    Handlers make(Face face) {
        Site site = face.site();
        ConditionalRequests conditional = new ConditionalRequests(workshop);
        DocumentCache documents = new DocumentCache(rules.sizes().cacheBytes(), workshop, times);
        HeaderFields fields =
                new HeaderFields(rules.polling().interval(), rules.polling().sharedCacheTime());
        SiteContext frame = new SiteContext(
                site.here(), site.title(), site.description(), site.language(), face.zone(), rules.named());
        PageRenderer renderer = new PageRenderer(frame);
        SelectionRequestParser parser = new SelectionRequestParser(library, rules, face.zone(), site.language(), clock);
        SelectedPages selected =
                new SelectedPages(library, face.zone(), rules.selections().filterDepth());
        FeedHandler feeds = new FeedHandler(
                library,
                new FeedRenderer(site, rules.sizes().feed()),
                documents,
                conditional,
                fields,
                repeats,
                counts,
                parser,
                selected,
                rules.polling().wholeFor(),
                rules.selections().items(),
                site.movedTo());
        PageMaker maker = new PageMaker(library, renderer, rules.sizes().pageItems());
        PageHandler pages = new PageHandler(
                library, frame, maker, documents, conditional, fields, workshop, new ChaptersRenderer(site));
        return new Handlers(
                documents,
                feeds,
                new TermHandler(library, documents, conditional, feeds, pages),
                pages,
                new BuilderHandler(library, parser, selected, maker, conditional, fields, workshop),
                new SearchHandler(
                        library,
                        parser,
                        selected,
                        renderer,
                        conditional,
                        fields,
                        workshop,
                        rules.sizes().pageItems()),
                new NamedFeedHandler(
                        rules.named(),
                        documents,
                        feeds,
                        parser,
                        selected,
                        renderer,
                        conditional,
                        fields,
                        workshop,
                        rules.sizes().pageItems()),
                new DiscoveryHandler(
                        new TermNames(library),
                        new ListDocuments(library, site, rules.named()),
                        documents,
                        conditional,
                        fields,
                        FixedAddress.SITEMAP.at(site.here()),
                        mount,
                        OpenApi.of(site, rules.selections())),
                new LatestHandler(
                        documents,
                        conditional,
                        fields,
                        new LatestRenderer(site),
                        parser,
                        selected,
                        rules.sizes().latestItems()),
                new StatusHandler(
                        new StatusReport(library, follower, firstScan, counts, history, documents, site.version()),
                        operator,
                        renderer),
                new OldAddresses(library, site.here(), new OldFeeds(library, face.oldFeeds())),
                new ErrorPages(library, renderer, workshop));
    }
}
