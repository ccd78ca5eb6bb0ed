package dev.feedmill.article;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the operator says of a podcast: a feed whose articles are its episodes. What is not said is null, or empty.
 *
 * @param topics of Apple's list, the main one first
 * @param explicit whether it is not for children
 * @param artwork its picture: an absolute URL, with {@link dev.feedmill.web.ServerUrl#URL} for a file of the articles folder
 */
public record Podcast(
        Words words,
        @Nullable Owner owner,
        List<Topic> topics,
        boolean explicit,
        @Nullable String artwork,
        Course course,
        Support support) {
    public Podcast {
        topics = List.copyOf(topics);
    }

    /** What stands instead of what the feed says else. */
    public record Words(
            @Nullable String title,
            @Nullable String description,
            @Nullable String author,
            @Nullable String copyright,
            @Nullable String language,
            @Nullable String link) {}

    /** Who answers for it; directories write to the address. */
    public record Owner(String name, String email) {}

    /** A category of Apple's list; {@code narrower} is null where the whole of it is meant. */
    public record Topic(String name, @Nullable String narrower) {}

    /**
     * How it goes on.
     *
     * @param serial whether its episodes are to be heard from the first on
     * @param complete whether no episode will follow
     * @param blocked whether directories are to leave it out
     * @param locked whether others may not import it; null where nothing is said
     * @param newFeed where its feed is now
     * @param guid that it was given before; null for the one that follows from its address
     */
    public record Course(
            boolean serial,
            boolean complete,
            boolean blocked,
            @Nullable Boolean locked,
            @Nullable String newFeed,
            @Nullable String guid) {}

    /** Who makes it and what listeners can give. */
    public record Support(
            List<Funding> funding,
            List<Episode.Person> people,
            @Nullable PaymentValue value) {
        public Support {
            funding = List.copyOf(funding);
            people = List.copyOf(people);
        }
    }

    /** A page on which listeners give money, and what it is called. */
    public record Funding(String url, String text) {}
}
