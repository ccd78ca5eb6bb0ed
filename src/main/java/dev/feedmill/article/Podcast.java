package dev.feedmill.article;

import dev.feedmill.address.Address;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The operator's settings for a podcast, a feed whose articles are episodes; null or empty for settings that are not
 * given.
 *
 * @param topics categories from Apple's list, the main one first
 * @param explicit whether it is unsuitable for children
 * @param artwork its picture: an absolute URL, with {@link dev.feedmill.web.ServerUrl#URL} for a file of the articles
 *     folder
 */
public record Podcast(
        Words words,
        @Nullable Owner owner,
        List<Topic> topics,
        boolean explicit,
        @Nullable String artwork,
        Publication publication,
        Support support) {
    public Podcast {
        topics = List.copyOf(topics);
    }

    /** Path of the artwork in the articles folder; null if it is elsewhere or not set. */
    public @Nullable String artworkFile() {
        return artwork != null && Address.ofStored(artwork) instanceof Address.File file ? file.inFolder() : null;
    }

    /** Texts that replace those of the feed. */
    public record Words(
            @Nullable String title,
            @Nullable String description,
            @Nullable String author,
            @Nullable String copyright,
            @Nullable String language,
            @Nullable String link) {
        private static final Words NONE = new Words(null, null, null, null, null, null);

        /** The texts of a podcast; none if a feed is not one. */
        public static Words of(@Nullable Podcast podcast) {
            return podcast == null ? NONE : podcast.words();
        }

        /** The podcast's title, or that of the feed. */
        public String titleOr(String feed) {
            return title == null ? feed : title;
        }

        /** The podcast's description, or that of the feed. */
        public @Nullable String descriptionOr(@Nullable String feed) {
            return description == null ? feed : description;
        }
    }

    /** The responsible person; directories send mail to the address. */
    public record Owner(String name, String email) {}

    /** A category from Apple's list; {@code narrower} is null for a whole category. */
    public record Topic(String name, @Nullable String narrower) {}

    /**
     * Publication settings.
     *
     * @param serial whether episodes are in sequence, to be heard from the first
     * @param complete whether there will be no further episodes
     * @param blocked whether directories must not list it
     * @param locked whether other platforms must not import it; null if not given
     * @param newFeed new address of the feed
     * @param guid guid that it had before; null for the one derived from its address
     */
    public record Publication(
            boolean serial,
            boolean complete,
            boolean blocked,
            @Nullable Boolean locked,
            @Nullable String newFeed,
            @Nullable String guid) {}

    /** The makers, and ways for listeners to give support. */
    public record Support(
            List<Funding> funding,
            List<Episode.Person> people,
            @Nullable PaymentValue value) {
        public Support {
            funding = List.copyOf(funding);
            people = List.copyOf(people);
        }
    }

    /** A page for donations, with its label. */
    public record Funding(String url, String text) {}
}
