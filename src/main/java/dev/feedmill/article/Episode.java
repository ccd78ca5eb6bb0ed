package dev.feedmill.article;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * An article's data as an episode of a podcast. URLs are absolute, with {@link dev.feedmill.web.ServerUrl#URL} as the
 * placeholder for this server.
 *
 * @param explicit null if not given
 * @param image its own picture; null for the podcast's
 * @param value payment data; null if not given
 */
public record Episode(
        Place place,
        @Nullable Boolean explicit,
        @Nullable String image,
        List<Person> people,
        List<Transcript> transcripts,
        Marks chapters,
        List<Soundbite> soundbites,
        @Nullable PaymentValue value) {
    /** An episode without any data. */
    public static final Episode NONE = new Episode(
            new Place(0, 0, Kind.FULL), null, null, List.of(), List.of(), new Marks(List.of(), null), List.of(), null);

    public Episode {
        people = List.copyOf(people);
        transcripts = List.copyOf(transcripts);
        soundbites = List.copyOf(soundbites);
    }

    /** A copy with its URLs mapped. */
    Episode map(UnaryOperator<String> addresses) {
        return new Episode(
                place,
                explicit,
                at(addresses, image),
                people.stream()
                        .map(one -> new Person(
                                one.name, one.role, one.group, at(addresses, one.url), at(addresses, one.image)))
                        .toList(),
                transcripts.stream()
                        .map(one -> new Transcript(addresses.apply(one.url), one.type, one.language))
                        .toList(),
                new Marks(
                        chapters.list.stream()
                                .map(one -> new Mark(
                                        one.start, one.title, at(addresses, one.url), at(addresses, one.image)))
                                .toList(),
                        at(addresses, chapters.url)),
                soundbites,
                value);
    }

    private static @Nullable String at(UnaryOperator<String> addresses, @Nullable String url) {
        return url == null ? null : addresses.apply(url);
    }

    /** The types of episode, in Apple's terms. */
    public enum Kind {
        FULL,
        TRAILER,
        BONUS
    }

    /** Season and number, counted from 1; 0 if not given. */
    public record Place(int season, int number, Kind kind) {}

    /**
     * A person in the episode.
     *
     * @param role such as {@code guest}; empty for a host
     * @param url URL of a page about the person
     * @param image picture of the person
     */
    public record Person(
            String name,
            String role,
            String group,
            @Nullable String url,
            @Nullable String image) {}

    /**
     * A transcript.
     *
     * @param type media type without parameters
     * @param language BCP 47 tag; null for that of the feed
     */
    public record Transcript(
            String url, String type, @Nullable String language) {}

    /**
     * The chapters.
     *
     * @param url URL of a file with chapters; null if the list is complete
     */
    public record Marks(List<Mark> list, @Nullable String url) {
        public Marks {
            list = List.copyOf(list);
        }
    }

    /** A chapter: its start in milliseconds and its title. */
    public record Mark(
            long start,
            String title,
            @Nullable String url,
            @Nullable String image) {}

    /** A short part that represents the episode, in milliseconds; its title may be empty. */
    public record Soundbite(long start, long length, String title) {}
}
