package dev.feedmill.article;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What an article says of itself as an episode of a podcast. Addresses are absolute, with {@link
 * dev.feedmill.web.ServerUrl#URL} for this server's own.
 *
 * @param explicit null where nothing is said
 * @param image its own picture; null where the podcast's stands for it
 * @param value how listeners pay; null where nothing is said
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
    /** One that says nothing. */
    public static final Episode NONE = new Episode(
            new Place(0, 0, Kind.FULL), null, null, List.of(), List.of(), new Marks(List.of(), null), List.of(), null);

    public Episode {
        people = List.copyOf(people);
        transcripts = List.copyOf(transcripts);
        soundbites = List.copyOf(soundbites);
    }

    /** The same with other addresses. */
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

    /** What sort of episode it is, as Apple names it. */
    public enum Kind {
        FULL,
        TRAILER,
        BONUS
    }

    /** Season and number, counted from 1; 0 where nothing is said. */
    public record Place(int season, int number, Kind kind) {}

    /**
     * Somebody who is heard.
     *
     * @param role such as {@code guest}; empty for a host
     * @param url of a page about the person
     * @param image of the person
     */
    public record Person(
            String name,
            String role,
            String group,
            @Nullable String url,
            @Nullable String image) {}

    /**
     * What is said, in writing.
     *
     * @param type its media type without parameters
     * @param language BCP 47 tag; null for that of the feed
     */
    public record Transcript(
            String url, String type, @Nullable String language) {}

    /**
     * The chapters.
     *
     * @param url of a file that lists them; null where the list here is all
     */
    public record Marks(List<Mark> list, @Nullable String url) {
        public Marks {
            list = List.copyOf(list);
        }
    }

    /** Where a chapter begins, in milliseconds, and what it is about. */
    public record Mark(
            long start,
            String title,
            @Nullable String url,
            @Nullable String image) {}

    /** A part that speaks for the whole, in milliseconds; its title may be empty. */
    public record Soundbite(long start, long length, String title) {}
}
