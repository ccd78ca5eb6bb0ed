package dev.feedmill.feed.item;

import dev.feedmill.article.CategoryRule;
import dev.feedmill.article.Podcast;
import dev.feedmill.selection.NamedSelection;
import dev.feedmill.selection.Selection.Order;
import dev.feedmill.selection.Term;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a feed is about and where it is.
 *
 * @param key what its id is made of, which stays when its name or address changes
 * @param kind of the term whose articles they are; everything's where it is of none
 * @param names that tell it from the feed of everything, outermost first
 * @param description null where the site's holds
 * @param language BCP 47 tag; null where the site's holds
 * @param image absolute URL of its picture
 * @param page path of its page for people, percent-encoded, without a slash at its start
 * @param stem path of the feed without its extension, in the same way
 * @param query of the feed's address, percent-encoded; empty for none
 * @param order of its entries
 * @param shape in which they are told
 * @param podcast what is said of it as a podcast; null where it is none
 */
public record FeedDescriptor(
        String key,
        Term.Kind kind,
        List<String> names,
        @Nullable String description,
        @Nullable String language,
        @Nullable String image,
        String page,
        String stem,
        String query,
        Order order,
        ContentOptions shape,
        @Nullable Podcast podcast) {
    private static final String PLACE = "cursor=";

    public FeedDescriptor {
        names = List.copyOf(names);
    }

    /** The articles under a term, newest first. */
    public static FeedDescriptor of(Term term) {
        return new FeedDescriptor(
                term.pagePath(),
                term.kind(),
                term.names(),
                null,
                null,
                null,
                term.pagePath(),
                term.feedPath("").replaceAll("\\.$", ""),
                "",
                Order.PUBLISHED,
                ContentOptions.WHOLE,
                null);
    }

    /** The same with what the operator says of a category; null for nothing. */
    public static FeedDescriptor of(Term term, @Nullable CategoryRule rule) {
        FeedDescriptor subject = of(term);
        return rule == null
                ? subject
                : new FeedDescriptor(
                        subject.key,
                        subject.kind,
                        subject.names,
                        rule.description(),
                        rule.language(),
                        rule.image(),
                        subject.page,
                        subject.stem,
                        subject.query,
                        subject.order,
                        subject.shape,
                        rule.podcast());
    }

    /**
     * A selection with a name.
     *
     * @param query of the feed's address; empty for none
     */
    public static FeedDescriptor of(NamedSelection named, String query, Order order, ContentOptions shape) {
        String path = named.pagePath();
        return new FeedDescriptor(
                query.isEmpty() ? path : path + "?" + query,
                Term.Kind.EVERYTHING,
                List.of(named.title()),
                named.description(),
                named.language(),
                named.image(),
                path,
                path,
                query,
                order,
                shape,
                named.podcast());
    }

    /** The same as it is told unless somebody asks otherwise. */
    public static FeedDescriptor of(NamedSelection named) {
        return of(named, "", Order.PUBLISHED, ContentOptions.WHOLE);
    }

    /** Whether it begins somewhere behind its newest entries. */
    public boolean isPart() {
        return query.startsWith(PLACE) || query.contains("&" + PLACE);
    }

    /** Path and query of the feed in a format. */
    public String address(Format format) {
        return stem + "." + format.extension() + (query.isEmpty() ? "" : "?" + query);
    }
}
