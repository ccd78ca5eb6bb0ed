package dev.feedmill.filter;

import dev.feedmill.runtime.Deadline;
import dev.feedmill.selection.Entry;
import java.util.List;
import java.util.Map;

/**
 * Tells the entries that a reader asked for by RSSHub's parameters, whose rules it keeps: a pattern is found anywhere,
 * {@code filter} puts {@code filter_…} out of force, {@code filterout_title} and {@code filterout_description} take the
 * place of {@code filterout} in their part, and an empty parameter is none.
 *
 * <p>A description is the markup that a feed carries, with paths for the server's own addresses. Safe for many threads.
 */
public final class EntryFilter {
    /** The names of all parameters that it knows. */
    public static final List<String> NAMES = List.of(
            "filter",
            "filterout",
            "filter_title",
            "filter_description",
            "filter_author",
            "filter_category",
            "filterout_title",
            "filterout_description",
            "filterout_author",
            "filterout_category",
            "filter_case_sensitive");

    /** How many UTF-16 characters of a description are looked at. */
    static final int LONGEST_DESCRIPTION = 200_000;

    private final List<Condition> conditions;
    private final int longestDescription;

    private EntryFilter(List<Condition> conditions, int longestDescription) {
        this.conditions = List.copyOf(conditions);
        this.longestDescription = longestDescription;
    }

    /** Reads the parameters that it knows and leaves the others alone. */
    public static EntryFilter of(Map<String, String> parameters) throws BadPatternException {
        return of(parameters, LONGEST_DESCRIPTION);
    }

    /** As {@link #of(Map)}, with another bound on descriptions. */
    static EntryFilter of(Map<String, String> parameters, int longestDescription) throws BadPatternException {
        return new EntryFilter(new ConditionReader(parameters).read(), longestDescription);
    }

    /**
     * Whether an entry is wanted.
     *
     * @throws dev.feedmill.runtime.TooSlowException where that cannot be told in time
     */
    public boolean test(Entry entry, Deadline deadline) {
        deadline.check();
        return conditions.stream().allMatch(condition -> condition.allows(entry, longestDescription, deadline));
    }

    /** True where no parameter asks for anything: every entry passes. */
    public boolean isEmpty() {
        return conditions.isEmpty();
    }
}
