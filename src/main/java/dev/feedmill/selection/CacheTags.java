package dev.feedmill.selection;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The names under which caches in front know what responses show: {@code feedmill} for all of them, {@code t} and a
 * number for a term, {@code a} and a number for an article. A purge by such a name drops the responses that bear it.
 */
public final class CacheTags {
    /** The tag of every response. */
    public static final String ALL = "feedmill";

    private static final Set<Long> EVERYTHING = Set.of(Term.EVERYTHING.number());

    private CacheTags() {}

    /**
     * The tags of a response.
     *
     * @param terms numbers of the terms whose changes make it stale
     * @param max most terms; if there are more, the response has the tag of everything instead, which every purge of a
     *     term names too
     */
    public static List<String> of(Set<Long> terms, int max) {
        Stream<Long> named = (terms.size() > max ? EVERYTHING : terms).stream();
        return Stream.concat(Stream.of(ALL), named.sorted().map(CacheTags::ofTerm))
                .toList();
    }

    public static String ofTerm(long number) {
        return "t" + number;
    }

    public static String ofArticle(long number) {
        return "a" + number;
    }
}
