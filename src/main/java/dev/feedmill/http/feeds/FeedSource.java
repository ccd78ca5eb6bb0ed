package dev.feedmill.http.feeds;

import dev.feedmill.article.CategoryRule;
import dev.feedmill.feed.item.FeedDescriptor;
import dev.feedmill.feed.item.Format;
import dev.feedmill.selection.FeedPage;
import dev.feedmill.selection.Term;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A feed with an address of its own.
 *
 * @param times what tells it from the same at another time; empty where nothing does
 * @param terms numbers of those whose changes make another of it
 * @param now finds what is in it
 */
record FeedSource(FeedDescriptor subject, String times, Set<Long> terms, Supplier<FeedPage> now) {
    static FeedSource of(Term term, @Nullable CategoryRule rule, Supplier<FeedPage> now) {
        return new FeedSource(FeedDescriptor.of(term, rule), "", Set.of(term.number()), now);
    }

    /** Beginning with a slash. */
    String path(Format format) {
        return "/" + subject.address(format);
    }

    /** What its document is kept under. */
    String key(Format format) {
        return path(format) + times;
    }
}
