package dev.feedmill.pages.part;

import dev.feedmill.search.TextQuery;
import dev.feedmill.selection.Entry;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody looks for, and what was found.
 *
 * @param typed words to look for; empty for none
 * @param others all that is asked for besides, as names and values of a form
 * @param says what is asked for, in words; empty for everything
 * @param query of the feed that holds the same, without a question mark
 * @param text what is to be marked; null for nothing
 * @param best whether the best come first, and not the newest; null where there is no choice
 * @param otherOrder query of the same in the other order
 * @param next query of what follows; null for nothing
 */
public record Search(
        String typed,
        List<Map.Entry<String, String>> others,
        String says,
        String query,
        @Nullable TextQuery text,
        @Nullable Boolean best,
        String otherOrder,
        List<Entry> entries,
        @Nullable String next) {
    public Search {
        others = List.copyOf(others);
        entries = List.copyOf(entries);
    }
}
