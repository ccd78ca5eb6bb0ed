package dev.feedmill.http.feeds;

import dev.feedmill.address.Format;
import dev.feedmill.article.CategoryRule;
import dev.feedmill.feed.item.FeedDescriptor;
import dev.feedmill.selection.FeedPage;
import dev.feedmill.selection.Term;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A feed with its contents.
 *
 * @param times part of the cache key for a selection whose time bounds move; empty if none does
 * @param terms numbers of the terms whose changes make the feed stale
 * @param now finds the current contents
 */
record FeedSource(FeedDescriptor subject, String times, Set<Long> terms, Supplier<FeedPage> now) {
    static FeedSource of(Term term, @Nullable CategoryRule rule, Supplier<FeedPage> now) {
        return new FeedSource(FeedDescriptor.of(term, rule), "", Set.of(term.number()), now);
    }

    /** The path, with a leading slash. */
    String path(Format format) {
        return subject.rooted(format);
    }

    /** The cache key. */
    String key(Format format) {
        return path(format) + times;
    }
}
