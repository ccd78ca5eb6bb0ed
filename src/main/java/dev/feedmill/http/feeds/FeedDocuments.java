package dev.feedmill.http.feeds;

import dev.feedmill.address.Address;
import dev.feedmill.address.Format;
import dev.feedmill.feed.FeedRenderer;
import dev.feedmill.feed.Rendered;
import dev.feedmill.feed.coding.Document;
import dev.feedmill.http.caching.CachedResponse;
import dev.feedmill.http.caching.DeltaEncoding;
import dev.feedmill.http.caching.HeaderFields;
import dev.feedmill.http.caching.Responder;
import dev.feedmill.http.message.FeedCounts;
import dev.feedmill.http.message.HttpRequest;
import dev.feedmill.http.message.ServerRules;
import dev.feedmill.http.status.ResponseCounts;
import dev.feedmill.library.Library;
import dev.feedmill.runtime.Deadline;
import dev.feedmill.selection.FeedPage;
import dev.feedmill.selection.Term;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Renders and caches the documents of feeds: whole feeds, deltas and archive pages. */
public final class FeedDocuments {
    private final Library library;
    private final FeedRenderer renderer;
    private final Responder responder;
    private final ResponseCounts counts;
    private final DeltaEncoding deltas;

    public FeedDocuments(
            Library library,
            FeedRenderer renderer,
            Responder responder,
            ResponseCounts counts,
            ServerRules.Polling polling) {
        this.library = library;
        this.renderer = renderer;
        this.responder = responder;
        this.counts = counts;
        this.deltas = new DeltaEncoding(library.eTags(), polling);
    }

    /** Whether a request accepts a delta, provided that its tags are known. */
    boolean isDeltaWanted(HttpRequest request) {
        return deltas.isWanted(request);
    }

    /** The current feed. */
    CachedResponse whole(HttpRequest request, FeedSource source, Format format) {
        return responder.cached(
                request,
                source.key(format),
                source.terms(),
                headers -> headers.feed(
                        issue(
                                source,
                                format,
                                renderer.render(
                                        format,
                                        source.descriptor(),
                                        source.contents().get(),
                                        request.deadline())),
                        links(source, format),
                        counts(source, format)));
    }

    private String links(FeedSource source, Format format) {
        return renderer.links(format, source.descriptor());
    }

    /**
     * A page of the archive of a term's feed; null if there is none.
     *
     * @param source the feed of the term
     * @param number counted from 1 at the oldest
     */
    @Nullable
    CachedResponse archive(HttpRequest request, Term term, FeedSource source, Format format, int number) {
        String key = new Address.Archive(term.channel().feed(format), number).rooted();
        return responder.find(request, key, source.terms(), headers -> {
            Optional<FeedPage> page = library.archive(term, number);
            return page.isEmpty()
                    ? null
                    : headers.feed(
                            renderer.render(format, source.descriptor(), page.get(), request.deadline())
                                    .document(),
                            "",
                            counts(source, format));
        });
    }

    /** What is new in the feed since the client's version; null if that is unknown, or nothing is new. */
    @Nullable
    CachedResponse delta(HttpRequest request, FeedSource source, Format format) {
        DeltaEncoding.Base base = deltas.base(request, source.path(format));
        return base == null
                ? null
                : responder.find(
                        request,
                        // No path contains a space.
                        source.key(format) + " since " + base.tag(),
                        source.terms(),
                        headers -> delta(headers, source, format, base, request.deadline()));
    }

    /** The ETag and the entries come from one state of the library. */
    private @Nullable CachedResponse delta(
            HeaderFields headers, FeedSource source, Format format, DeltaEncoding.Base base, Deadline deadline) {
        FeedPage now = source.contents().get();
        Document whole = issue(source, format, renderer.render(format, source.descriptor(), now, deadline));
        Document delta = renderer.delta(format, source.descriptor(), now, base.entries(), deadline);
        return delta == null
                ? null
                : headers.delta(delta, whole, base.tag(), links(source, format), counts(source, format));
    }

    /** Feeds of queries count for the feed of their path. */
    private FeedCounts counts(FeedSource source, Format format) {
        return counts.of(source.descriptor().channel().feed(format).rooted());
    }

    /** Records the contents for deltas. Feeds of queries are left out, since their number is unbounded. */
    private Document issue(FeedSource source, Format format, Rendered rendered) {
        Document document = rendered.document();
        if (source.query().isEmpty()) {
            library.eTags().issue(source.path(format), document.digest(), rendered.entries());
        }
        return document;
    }
}
