package dev.feedmill.http.feeds;

import dev.feedmill.address.Address;
import dev.feedmill.address.Channel;
import dev.feedmill.address.Format;
import dev.feedmill.feed.FeedRenderer;
import dev.feedmill.feed.Rendered;
import dev.feedmill.feed.coding.Coding;
import dev.feedmill.feed.coding.Document;
import dev.feedmill.http.message.BadParameterException;
import dev.feedmill.http.message.HttpRequest;
import dev.feedmill.http.query.SelectionParameters;
import dev.feedmill.library.Library;
import dev.feedmill.push.hub.TopicContent;
import dev.feedmill.push.hub.TopicSource;
import dev.feedmill.runtime.Deadline;
import dev.feedmill.selection.FeedPage;
import dev.feedmill.selection.NamedSelection;
import dev.feedmill.selection.Resolution;
import dev.feedmill.selection.Term;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The feeds of this server as topics of its hub. Thread-safe. */
public final class FeedTopics implements TopicSource {
    private final Library library;
    private final FeedSources sources;
    private final FeedRenderer renderer;
    private final ChannelFinder channels;
    private final Duration time;

    /**
     * Creates the topics.
     *
     * @param time limit for the rendering of one
     */
    public FeedTopics(
            Library library, FeedSources sources, FeedRenderer renderer, ChannelFinder channels, Duration time) {
        this.library = library;
        this.sources = sources;
        this.renderer = renderer;
        this.channels = channels;
        this.time = time;
    }

    @Override
    public @Nullable TopicContent now(String path) {
        Deadline deadline = Deadline.after(time, () -> false);
        HttpRequest request = HttpRequest.own(path, deadline, 0);
        return library.within(deadline, () -> {
            try {
                return Address.parse(request.path()) instanceof Address.Feed feed ? content(request, feed) : null;
            } catch (BadParameterException e) {
                return null;
            }
        });
    }

    private @Nullable TopicContent content(HttpRequest request, Address.Feed feed) throws BadParameterException {
        FeedSource source = source(request, feed);
        return source == null ? null : new Content(source, feed.format(), request.deadline());
    }

    private @Nullable FeedSource source(HttpRequest request, Address.Feed feed) throws BadParameterException {
        NamedSelection named = channels.named(feed.channel());
        if (named != null) {
            return sources.named(request, named, sources.options(request.query()));
        }
        Term term = term(feed.channel());
        if (term == null) {
            return null;
        }
        return request.query().hasAny(SelectionParameters.FEED) ? sources.selected(request, term) : sources.term(term);
    }

    /** The term at an address; one that was renamed keeps its subscribers. */
    private @Nullable Term term(Channel address) {
        Resolution<Term> lookup = channels.term(address);
        if (lookup instanceof Resolution.Moved<Term> moved) {
            return moved.value();
        }
        return lookup instanceof Resolution.Found<Term> found ? found.value() : null;
    }

    /** The content of a feed as it is when it is made. */
    private final class Content implements TopicContent {
        private final FeedSource source;
        private final Format format;
        private final FeedPage page;
        private final Rendered whole;

        Content(FeedSource source, Format format, Deadline deadline) {
            this.source = source;
            this.format = format;
            this.page = source.contents().get();
            this.whole = renderer.render(format, source.descriptor(), page, deadline);
        }

        @Override
        public String digest() {
            return whole.document().digest();
        }

        @Override
        public Set<Long> entries() {
            return whole.entries();
        }

        @Override
        public Set<Long> terms() {
            return source.terms();
        }

        @Override
        public String type() {
            return whole.document().mediaType();
        }

        @Override
        public byte @Nullable [] since(@Nullable Set<Long> seen) {
            Document document = seen == null
                    ? whole.document()
                    : renderer.delta(format, source.descriptor(), page, seen, Deadline.NEVER);
            return document == null ? null : document.bytes(Coding.IDENTITY);
        }
    }
}
