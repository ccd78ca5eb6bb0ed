package dev.feedmill.pages;

import dev.feedmill.article.Entry;
import dev.feedmill.article.Term;
import java.util.List;

/**
 * What somebody put together on the builder's page, and what came of it.
 *
 * @param terms that every entry is under; none for everything
 * @param unknown names that there are not
 * @param format extension of the format that was ticked
 * @param address path and query of the feed, without a slash at its start
 * @param addressFormat what the address gives, such as {@code RSS}
 * @param isFeed whether readers can subscribe to the address
 * @param entries the newest, without bodies
 */
public record Wish(
        List<Term> terms,
        List<String> unknown,
        String format,
        String address,
        String addressFormat,
        boolean isFeed,
        List<Entry> entries) {
    public Wish {
        terms = List.copyOf(terms);
        unknown = List.copyOf(unknown);
        entries = List.copyOf(entries);
    }
}
