package dev.feedmill.pages;

import dev.feedmill.article.Entry;
import dev.feedmill.article.Term;
import java.util.List;

/**
 * What somebody put together on the builder's page, and what came of it.
 *
 * @param groups every entry is under one of the terms of each; none for everything
 * @param unknown names that there are not
 * @param format extension of the format that was ticked
 * @param address path and query of the feed, without a slash at its start
 * @param addressFormat what the address gives, such as {@code RSS}
 * @param entries the newest, without bodies
 */
public record Wish(
        List<List<Term>> groups,
        List<String> unknown,
        String format,
        String address,
        String addressFormat,
        List<Entry> entries) {
    public Wish {
        groups = groups.stream().map(List::copyOf).toList();
        unknown = List.copyOf(unknown);
        entries = List.copyOf(entries);
    }
}
