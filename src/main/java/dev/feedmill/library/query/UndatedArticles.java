package dev.feedmill.library.query;

import dev.feedmill.problem.Location;
import dev.feedmill.problem.Problem;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Reports articles older than the library that have no date, as these come after all others. */
public final class UndatedArticles {
    /** Number of files that the message names. */
    private static final int NAMED = 4;

    private UndatedArticles() {}

    /** One problem, in the first of their files; empty if there are none. */
    public static List<Problem> problems(Handle handle) {
        List<String> paths = handle.createQuery("SELECT path FROM article WHERE published_from = 'NONE' AND visible = 1"
                        + " ORDER BY number LIMIT " + NAMED)
                .mapTo(String.class)
                .list();
        if (paths.isEmpty()) {
            return List.of();
        }
        long all = handle.createQuery("SELECT count(*) FROM article WHERE published_from = 'NONE' AND visible = 1")
                .mapTo(Long.class)
                .one();
        return List.of(new Problem(Location.of(paths.get(0)), Problem.Kind.DATE, message(paths, all)));
    }

    private static String message(List<String> paths, long all) {
        if (all == 1) {
            return "the article names no date; it comes after all others";
        }
        String others = String.join(", ", paths.subList(1, paths.size()));
        return "the article names no date, nor do " + (all - 1) + " more (" + others + (all > paths.size() ? ", …" : "")
                + "); they come after all others";
    }
}
