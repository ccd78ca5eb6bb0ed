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
 * @param about what the settings say about it
 * @param page path and query of its HTML page, percent-encoded, without a leading slash
 * @param channel where its address is, with the query
 * @param options how its address varies the feed
 */
public record FeedDescriptor(
        String key, Term.Kind kind, List<String> names, About about, String page, Channel channel, Options options) {
    /**
     * What the operator's settings say about a feed.
     *
     * @param description null for the site's
     * @param language BCP 47 tag; null for the site's
     * @param image absolute URL of its picture
     * @param podcast podcast settings; null if it is not a podcast
     */
    public record About(
            @Nullable String description,
            @Nullable String language,
            @Nullable String image,
            @Nullable Podcast podcast) {
        /** Nothing of its own. */
        static final About NOTHING = new About(null, null, null, null);

        /** A copy for a feed with only some of the articles. */
        public About withoutPodcast() {
            return podcast == null ? this : new About(description, language, image, null);
        }
    }

    /**
     * How an address varies a feed.
     *
     * @param query query of the feed's address, percent-encoded; empty for none
     * @param name what the address calls the feed; empty for nothing
     * @param order of its entries
     * @param shape content options of its entries
     */
    public record Options(String query, String name, Order order, ContentOptions shape) {
        /** The whole feed, newest first. */
        static final Options DEFAULT = new Options("", "", Order.PUBLISHED, ContentOptions.WHOLE);
    }

    public FeedDescriptor {
        names = List.copyOf(names);
    }

    /** The feed of a term, newest first. */
    public static FeedDescriptor of(Term term) {
        return of(term, About.NOTHING);
    }

    /** The feed of a term with the operator's settings for a category; null for none. */
    public static FeedDescriptor of(Term term, @Nullable CategoryRule rule) {
        return of(
                term,
                rule == null
                        ? About.NOTHING
                        : new About(rule.description(), rule.language(), rule.image(), rule.podcast()));
    }

    private static FeedDescriptor of(Term term, About about) {
        String page = term.page().path();
        return new FeedDescriptor(page, term.kind(), term.names(), about, page, term.channel(), Options.DEFAULT);
    }

    /** The feed of a named selection, with options. */
    public static FeedDescriptor of(NamedSelection named, Options options) {
        Address page = named.page();
        return new FeedDescriptor(
                page.with(options.query()),
                Term.Kind.EVERYTHING,
                List.of(named.title()),
                new About(named.description(), named.language(), named.image(), named.podcast()),
                page.path(),
                named.channel(),
                options);
    }

    /** The feed of a named selection with the default options. */
    public static FeedDescriptor of(NamedSelection named) {
        return of(named, Options.DEFAULT);
    }

    /** The texts of the podcast; none if it is not one. */
    Podcast.Words words() {
        return Podcast.Words.of(about.podcast);
    }

    /** Whether the feed begins after its newest entries, at a cursor. */
    public boolean isPart() {
        return Parameter.CURSOR.isIn(options.query);
    }

    /** Path and query of the feed in a format, with a leading slash. */
    public String rooted(Format format) {
        return channel.feed(format).rooted(options.query);
    }
}
