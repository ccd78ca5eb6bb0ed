package dev.feedmill.http.feeds;

import dev.feedmill.address.Address;
import dev.feedmill.article.AliasPath;
import dev.feedmill.http.message.HttpRequest;
import dev.feedmill.http.message.HttpResponse;
import dev.feedmill.http.message.ProblemResponses;
import dev.feedmill.http.message.Redirects;
import dev.feedmill.library.Library;
import dev.feedmill.selection.Entry;
import dev.feedmill.selection.Resolution;
import dev.feedmill.web.PercentCoding;
import dev.feedmill.web.ServerUrl;
import org.jspecify.annotations.Nullable;

/** Redirects from unknown paths to what had that address before, on the website that the articles come from. */
public final class OldAddressRedirects {
    private final Library library;
    private final ServerUrl server;
    private final OldFeeds feeds;

    public OldAddressRedirects(Library library, ServerUrl server, OldFeeds feeds) {
        this.feeds = feeds;
        this.library = library;
        this.server = server;
    }

    /**
     * The redirect from an old address of an article or feed; 410 if the article is gone; null if the address is
     * unknown.
     */
    @Nullable
    public HttpResponse of(HttpRequest request) {
        Resolution<Entry> article = library.articles().byAlias(request.path());
        if (article instanceof Resolution.Moved<Entry> moved) {
            return moved(request, moved.value());
        }
        String feed = feeds.at(request.path());
        if (feed != null) {
            return Redirects.to(
                    feed.contains("?") ? feed : feed + request.query().suffix());
        }
        return article instanceof Resolution.Gone<Entry>
                ? ProblemResponses.of(410, "the article was taken away")
                : null;
    }

    /** The redirect from a link between two files of the folder to the article in the second file. */
    public HttpResponse source(HttpRequest request) {
        Resolution<Entry> article = Address.parse(request.path()) instanceof Address.Source source
                ? library.articles().byFile(source.inFolder())
                : new Resolution.Unknown<>();
        return article instanceof Resolution.Moved<Entry> moved
                ? moved(request, moved.value())
                : ProblemResponses.of(404, "there is no such article");
    }

    /**
     * The redirect to the article, or its page here if its own link is the requested address, since the redirect would
     * loop.
     */
    private HttpResponse moved(HttpRequest request, Entry entry) {
        String link = entry.link(server);
        String own = server.url("");
        boolean isHere = link.startsWith(own);
        boolean isSame = isHere && AliasPath.of(link.substring(own.length())).equals(AliasPath.of(request.path()));
        String to = isSame ? entry.page().rooted() : isHere ? link.substring(own.length() - 1) : link;
        return Redirects.to(
                to.contains("?") ? to : to + PercentCoding.ascii(request.query().suffix()));
    }
}
