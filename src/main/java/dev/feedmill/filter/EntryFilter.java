package dev.feedmill.filter;

import dev.feedmill.address.Parameter;
import dev.feedmill.runtime.Deadline;
import dev.feedmill.selection.Entry;
import java.util.List;
import java.util.Map;

/**
 * Filters entries by RSSHub's query parameters, with its rules: a pattern matches anywhere, {@code filter} overrides
 * {@code filter_…}, {@code filterout_title} and {@code filterout_description} replace {@code filterout} for their part,
 * and an empty parameter counts as absent.
 *
 * <p>A description is the markup of the feed, with paths for the server's own addresses. Thread-safe.
 */
public final class EntryFilter {
    /** Limit of a description's UTF-16 characters that are searched. */
    static final int MAX_DESCRIPTION_LENGTH = 200_000;

    private final List<Condition> conditions;
    private final int longestDescription;

    private EntryFilter(List<Condition> conditions, int longestDescription) {
        this.conditions = List.copyOf(conditions);
        this.longestDescription = longestDescription;
    }

    /** Reads the supported parameters and ignores others. */
    public static EntryFilter of(Map<Parameter, String> parameters) throws BadPatternException {
        return of(parameters, MAX_DESCRIPTION_LENGTH);
    }

    /** Reads the parameters as {@link #of(Map)} does, with another limit on descriptions. */
    static EntryFilter of(Map<Parameter, String> parameters, int longestDescription) throws BadPatternException {
        return new EntryFilter(new ConditionReader(parameters).read(), longestDescription);
    }

    /**
     * Returns whether an entry matches.
     *
     * @throws dev.feedmill.runtime.DeadlineExceededException if the deadline passes first
     */
    public boolean test(Entry entry, Deadline deadline) {
        deadline.check();
        return conditions.stream().allMatch(condition -> condition.allows(entry, longestDescription, deadline));
    }

    /** Returns true if there are no conditions, so that every entry matches. */
    public boolean isEmpty() {
        return conditions.isEmpty();
    }
}
