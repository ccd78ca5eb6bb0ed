package dev.feedmill.article;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * What of an article is played or kept.
 *
 * @param enclosures each address once, the main one first
 * @param episode what it says of itself as an episode of a podcast
 */
public record Recording(List<Enclosure> enclosures, Episode episode) {
    /** Of an article that is only read. */
    public static final Recording NONE = new Recording(List.of(), Episode.NONE);

    public Recording {
        Map<String, Enclosure> unique = new LinkedHashMap<>();
        enclosures.forEach(one -> unique.merge(one.url(), one, Enclosure::filledFrom));
        enclosures = List.copyOf(unique.values());
    }

    /** The same with other addresses. */
    public Recording map(UnaryOperator<String> addresses) {
        return new Recording(
                enclosures.stream()
                        .map(one -> one.at(addresses.apply(one.url())))
                        .toList(),
                episode.map(addresses));
    }

    /** The same where the list of chapters is at an address. */
    public Recording chaptersAt(String url) {
        return new Recording(
                enclosures,
                new Episode(
                        episode.place(),
                        episode.explicit(),
                        episode.image(),
                        episode.people(),
                        episode.transcripts(),
                        new Episode.Marks(episode.chapters().list(), url),
                        episode.soundbites(),
                        episode.value()));
    }

    /** How long the main enclosure plays, in seconds; 0 where nobody knows it. */
    public long seconds() {
        return enclosures.isEmpty() ? 0 : enclosures.get(0).seconds();
    }
}
