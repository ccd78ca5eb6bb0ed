package dev.feedmill.search;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A parsed text query.
 *
 * @param all of each list, at least one phrase must match
 * @param none no phrase of these may match
 */
public record TextQuery(List<List<Phrase>> all, List<Phrase> none) {
    public TextQuery {
        all = all.stream().map(List::copyOf).toList();
        none = List.copyOf(none);
    }

    /**
     * Parses a user's query: all words, {@code "a phrase"}, {@code either OR other}, {@code -without}, {@code begin*}.
     *
     * @param title whether only the title is searched
     * @return null if it has no word
     */
    public static @Nullable TextQuery read(String typed, boolean title) {
        return new TextQueryReader(typed, title).read();
    }

    /**
     * A word or phrase of a query as it was typed, for people.
     *
     * @param isOther whether it is an alternative to the word before
     * @param isWithout whether it must not be there
     */
    public record Word(String text, boolean isOther, boolean isWithout) {}

    /** The words and phrases of a query in the order typed, without their signs. */
    public static List<Word> words(String typed) {
        TextQueryReader reader = new TextQueryReader(typed, false);
        reader.read();
        return reader.words();
    }

    /** Returns the conjunction of both queries. */
    public TextQuery and(TextQuery other) {
        return new TextQuery(both(all, other.all), both(none, other.none));
    }

    /** Returns the phrases that may match. */
    public List<Phrase> wanted() {
        return all.stream().flatMap(List::stream).distinct().toList();
    }

    private static <T> List<T> both(List<T> some, List<T> others) {
        return Stream.concat(some.stream(), others.stream()).distinct().toList();
    }
}
