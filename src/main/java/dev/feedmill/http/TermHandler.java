package dev.feedmill.http;

import dev.feedmill.address.Address;
import dev.feedmill.address.Format;
import dev.feedmill.http.caching.BrowserNavigation;
import dev.feedmill.http.caching.CachedResponse;
import dev.feedmill.http.caching.Responder;
import dev.feedmill.http.caching.Validators;
import dev.feedmill.http.feeds.ChannelFinder;
import dev.feedmill.http.feeds.FeedHandler;
import dev.feedmill.http.message.HttpRequest;
import dev.feedmill.http.message.HttpResponse;
import dev.feedmill.http.message.ProblemResponses;
import dev.feedmill.http.message.Redirects;
import dev.feedmill.http.pages.PageHandler;
import dev.feedmill.http.query.PageCursor;
import dev.feedmill.http.query.SelectionParameters;
import dev.feedmill.selection.Resolution;
import dev.feedmill.selection.Term;
import java.util.HashSet;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Maps a path to a term and to the term's feed or page. */
final class TermHandler {
    private final ChannelFinder channels;
    private final Responder responder;
    private final FeedHandler feeds;
    private final PageHandler pages;

    TermHandler(ChannelFinder channels, Responder responder, FeedHandler feeds, PageHandler pages) {
        this.channels = channels;
        this.responder = responder;
        this.feeds = feeds;
        this.pages = pages;
    }

    /** The handler of feeds. */
    FeedHandler feeds() {
        return feeds;
    }

    /** The response from cache if a fresh one is there; null if a lookup or rendering is needed. */
    @Nullable
    HttpResponse fromCache(HttpRequest request) {
        if (PageCursor.isNamed(request.query())) {
            return null;
        }
        String path = key(request);
        CachedResponse cached = responder.fresh(path);
        if (cached == null) {
            Validators validators = responder.validators(path);
            return validators == null
                            || (validators.isFeed() && (feeds.haveMoved() || BrowserNavigation.isWanted(request)))
                    ? null
                    : responder.evaluatePreconditions(request, validators);
        }
        return cached.validators().isFeed() ? feeds.ready(request, cached) : responder.ready(request, cached);
    }

    /** The cache key of a request: its path, with the query if the query has a parameter that counts. */
    private static String key(HttpRequest request) {
        return request.query().hasAny(SelectionParameters.ALL)
                ? request.path() + request.query().suffix()
                : request.path();
    }

    HttpResponse feed(HttpRequest request, Format format) {
        return feeds.answer(request, Term.EVERYTHING, format);
    }

    /** A page of the archive of a term. */
    HttpResponse archive(HttpRequest request) {
        if (!(Address.parse(request.path()) instanceof Address.Archive asked)) {
            return ProblemResponses.of(404, "the archive has no such page");
        }
        return answer(
                request,
                asked.of(),
                of -> new Address.Archive(of, asked.number()),
                (term, format) -> format == null
                        ? pages.archive(request, term, asked.number())
                        : feeds.archive(request, term, format, asked.number()));
    }

    /** The page or feed of a term. */
    HttpResponse term(HttpRequest request) {
        return Address.parse(request.path()) instanceof Address.OfChannel asked
                ? answer(
                        request,
                        asked,
                        of -> of,
                        (term, format) ->
                                format == null ? pages.term(request, term) : feeds.answer(request, term, format))
                : ProblemResponses.of(400, "the path must be percent-encoded UTF-8");
    }

    /**
     * Answers with what a term has at an address, or redirects to its address now.
     *
     * @param address the address of the response, from that of the term's page or feed
     * @param content the response, by the format of the feed; null for the page
     */
    private HttpResponse answer(
            HttpRequest request,
            Address.OfChannel asked,
            Function<Address.OfChannel, Address> address,
            BiFunction<Term, @Nullable Format, HttpResponse> content) {
        Resolution<Term> lookup = channels.term(asked.channel());
        Format format = asked.format();
        if (asked instanceof Address.Feed feed && !isThere(lookup)) {
            // A name may end like the extension of a feed: data.json.
            Resolution<Term> named = channels.term(feed.asPage().channel());
            if (isThere(named)) {
                lookup = named;
                format = null;
            }
        }
        if (lookup instanceof Resolution.Found<Term> found) {
            Term term = found.value();
            Format wanted = format;
            return Redirects.canonical(
                    request, address.apply(term.channel().at(wanted)), () -> content.apply(term, wanted));
        }
        return lookup instanceof Resolution.Moved<Term> moved
                ? Redirects.moved(request, address.apply(moved.value().channel().at(format)))
                : missing(lookup, asked);
    }

    private static boolean isThere(Resolution<Term> lookup) {
        return lookup instanceof Resolution.Found<Term> || lookup instanceof Resolution.Moved<Term>;
    }

    /** Any new article may bring the term, or take over its name. */
    private HttpResponse missing(Resolution<Term> lookup, Address.OfChannel asked) {
        Set<Long> terms = new HashSet<>(Set.of(Term.EVERYTHING.number()));
        HttpResponse problem = ProblemResponses.of(404, "there is nothing under this name");
        if (lookup instanceof Resolution.Gone<Term> gone) {
            terms.add(gone.last().number());
            problem = ProblemResponses.of(410, "there are no articles under this name any more");
        }
        return asked.format() == null ? problem : responder.missing(problem, terms);
    }
}
