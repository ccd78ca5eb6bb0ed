package dev.feedmill.pages.part;

import dev.feedmill.address.Channel;
import dev.feedmill.address.Format;
import dev.feedmill.article.Podcast;
import dev.feedmill.selection.NamedSelection;
import dev.feedmill.selection.Term;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The feeds of one page, for autodiscovery and for people.
 *
 * @param all one in each format, RSS first
 */
public record FeedLinks(List<Feed> all) {
    /**
     * A feed in one format.
     *
     * @param title distinguishes it from other feeds
     * @param url absolute
     */
    public record Feed(Format format, String title, String url) {}

    public FeedLinks {
        all = List.copyOf(all);
    }

    public static FeedLinks of(SiteContext site, Term term) {
        return of(site, term, null);
    }

    /**
     * The feeds of a term that may be a podcast, of which directories show only the name.
     *
     * @param podcast null if it is not one
     */
    private static FeedLinks of(SiteContext site, Term term, @Nullable Podcast podcast) {
        String name = term.trail();
        String title =
                podcast == null ? titled(site, name) : Podcast.Words.of(podcast).titleOr(name);
        return of(site, title, term.channel(), "");
    }

    /**
     * The feeds of all articles that a query selects.
     *
     * @param query without a question mark
     */
    public static FeedLinks of(SiteContext site, String name, String query) {
        return of(site, titled(site, name), Channel.EVERYTHING, query);
    }

    public static FeedLinks of(SiteContext site, NamedSelection named) {
        return of(
                site, named.podcast() == null ? titled(site, named.title()) : named.shownTitle(), named.channel(), "");
    }

    private static FeedLinks of(SiteContext site, String title, Channel channel, String query) {
        return new FeedLinks(Arrays.stream(Format.values())
                .map(format -> new Feed(
                        format,
                        titled(title, format),
                        site.server().url(channel.feed(format).with(query))))
                .toList());
    }

    private static String titled(SiteContext site, String name) {
        return name.isEmpty() ? site.title() : site.title() + " › " + name;
    }

    private static String titled(String title, Format format) {
        return format == Format.RSS ? title : title + " (" + format.shortLabel() + ")";
    }

    /** The URL of the feed that every reader can read. */
    public String forAnyReader() {
        return all.get(0).url();
    }

    /** A term's own feeds, followed by those of everything. */
    public static List<FeedLinks> discovery(SiteContext site, Term term) {
        return discovery(site, term, null);
    }

    /**
     * A term's own feeds, followed by those of everything.
     *
     * @param podcast null if the term is not one
     */
    public static List<FeedLinks> discovery(SiteContext site, Term term, @Nullable Podcast podcast) {
        FeedLinks all = of(site, Term.EVERYTHING);
        return term.names().isEmpty() ? List.of(all) : List.of(of(site, term, podcast), all);
    }
}
