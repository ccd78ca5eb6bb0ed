package dev.feedmill.pages.part;

import dev.feedmill.selection.Entry;
import dev.feedmill.selection.Term;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The input of the feed builder page, and its result.
 *
 * @param chosen terms that are ticked or named
 * @param given values of the other fields, by name
 * @param unknown names of terms that do not exist
 * @param faults messages about other invalid input
 * @param says description of the feed; empty for everything
 * @param format extension of the chosen format
 * @param address path and query of the feed, without a leading slash
 * @param addressFormat format at the address, such as {@code RSS}
 * @param entries the newest entries
 */
public record BuilderForm(
        Set<Term> chosen,
        Map<String, String> given,
        List<String> unknown,
        List<String> faults,
        String says,
        String format,
        String address,
        String addressFormat,
        List<Entry> entries) {
    /** Form fields other than those for terms and the format. */
    public static final List<String> FIELDS = List.of("q", "has", "since", "content");

    public BuilderForm {
        chosen = Set.copyOf(chosen);
        given = Map.copyOf(given);
        unknown = List.copyOf(unknown);
        faults = List.copyOf(faults);
        entries = List.copyOf(entries);
    }

    /** The value of a field; empty if there is none. */
    public String given(String field) {
        return given.getOrDefault(field, "");
    }
}
