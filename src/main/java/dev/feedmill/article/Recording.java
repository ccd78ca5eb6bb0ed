package dev.feedmill.article;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * The playable content of an article.
 *
 * @param enclosures enclosures without duplicate URLs, the main one first
 * @param episode data as an episode of a podcast
 */
public record Recording(List<Enclosure> enclosures, Episode episode) {
    /** The recording of an article without enclosures. */
    public static final Recording NONE = new Recording(List.of(), Episode.NONE);

    public Recording {
        Map<String, Enclosure> unique = new LinkedHashMap<>();
        enclosures.forEach(one -> unique.merge(one.url(), one, Enclosure::filledFrom));
        enclosures = List.copyOf(unique.values());
    }

    /** A copy with its URLs mapped. */
    public Recording map(UnaryOperator<String> addresses) {
        return new Recording(
                enclosures.stream()
                        .map(one -> one.at(addresses.apply(one.url())))
                        .toList(),
                episode.map(addresses));
    }

    /** A copy with the URL of the list of chapters. */
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

    /** Playing time of the main enclosure in seconds; 0 if unknown. */
    public long seconds() {
        return enclosures.isEmpty() ? 0 : enclosures.get(0).seconds();
    }
}
