package dev.feedmill.search;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a text must say.
 *
 * @param all of each of these, one phrase at least
 * @param none no phrase of these
 */
public record TextQuery(List<List<Phrase>> all, List<Phrase> none) {
    public TextQuery {
        all = all.stream().map(List::copyOf).toList();
        none = List.copyOf(none);
    }

    /**
     * Reads what somebody typed: all words, {@code "a phrase"}, {@code either OR other}, {@code -without}, {@code begin*}.
     *
     * @param title whether only the title is searched
     * @return null where it has no word
     */
    public static @Nullable TextQuery read(String typed, boolean title) {
        return new TextQueryReader(typed, title).read();
    }

    /** What both ask for. */
    public TextQuery and(TextQuery other) {
        return new TextQuery(both(all, other.all), both(none, other.none));
    }

    /** The phrases that may be found. */
    public List<Phrase> wanted() {
        return all.stream().flatMap(List::stream).distinct().toList();
    }

    private static <T> List<T> both(List<T> some, List<T> others) {
        return Stream.concat(some.stream(), others.stream()).distinct().toList();
    }
}
