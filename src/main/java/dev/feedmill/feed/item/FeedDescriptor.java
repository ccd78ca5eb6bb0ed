package dev.feedmill.feed.item;

import dev.feedmill.address.Address;
import dev.feedmill.address.Channel;
import dev.feedmill.address.Format;
import dev.feedmill.address.Parameter;
import dev.feedmill.article.CategoryRule;
import dev.feedmill.article.Podcast;
import dev.feedmill.selection.NamedSelection;
import dev.feedmill.selection.Selection.Order;
import dev.feedmill.selection.Term;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Describes what a feed contains, and its address.
 *
 * @param key basis of the feed's id, which stays when its name or address changes
 * @param kind kind of the term; that of everything if the feed has no term
 * @param names names that tell it from the feed of everything, outermost first
 * @param description null for the site's
 * @param language BCP 47 tag; null for the site's
 * @param image absolute URL of its picture
 * @param page path and query of its HTML page, percent-encoded, without a leading slash
 * @param channel where its address is, with the query
 * @param query query of the feed's address, percent-encoded; empty for none
 * @param order of its entries
 * @param shape content options of its entries
 * @param podcast podcast settings; null if it is not a podcast
 */
public record FeedDescriptor(
        String key,
        Term.Kind kind,
        List<String> names,
        @Nullable String description,
        @Nullable String language,
        @Nullable String image,
        String page,
        Channel channel,
        String query,
        Order order,
        ContentOptions shape,
        @Nullable Podcast podcast) {
    public FeedDescriptor {
        names = List.copyOf(names);
    }

    /** The feed of a term, newest first. */
    public static FeedDescriptor of(Term term) {
        String page = term.page().path();
        return new FeedDescriptor(
                page,
                term.kind(),
                term.names(),
                null,
                null,
                null,
                page,
                term.channel(),
                "",
                Order.PUBLISHED,
                ContentOptions.WHOLE,
                null);
    }

    /** The feed of a term with the operator's settings for a category; null for none. */
    public static FeedDescriptor of(Term term, @Nullable CategoryRule rule) {
        FeedDescriptor descriptor = of(term);
        return rule == null
                ? descriptor
                : new FeedDescriptor(
                        descriptor.key,
                        descriptor.kind,
                        descriptor.names,
                        rule.description(),
                        rule.language(),
                        rule.image(),
                        descriptor.page,
                        descriptor.channel,
                        descriptor.query,
                        descriptor.order,
                        descriptor.shape,
                        rule.podcast());
    }

    /**
     * The feed of a named selection, with options.
     *
     * @param query query of the feed's address; empty for none
     */
    public static FeedDescriptor of(NamedSelection named, String query, Order order, ContentOptions shape) {
        Address page = named.page();
        return new FeedDescriptor(
                page.with(query),
                Term.Kind.EVERYTHING,
                List.of(named.title()),
                named.description(),
                named.language(),
                named.image(),
                page.path(),
                named.channel(),
                query,
                order,
                shape,
                named.podcast());
    }

    /** The feed of a named selection with the default options. */
    public static FeedDescriptor of(NamedSelection named) {
        return of(named, "", Order.PUBLISHED, ContentOptions.WHOLE);
    }

    /** The texts of the podcast; none if it is not one. */
    Podcast.Words words() {
        return Podcast.Words.of(podcast);
    }

    /** Whether the feed begins after its newest entries, at a cursor. */
    public boolean isPart() {
        return Parameter.CURSOR.isIn(query);
    }

    /** Path and query of the feed in a format, with a leading slash. */
    public String rooted(Format format) {
        return channel.feed(format).rooted(query);
    }
}
