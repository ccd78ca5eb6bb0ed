package dev.feedmill.pages.part;

import dev.feedmill.selection.Entry;
import dev.feedmill.selection.Term;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What somebody put together on the builder's page, and what came of it.
 *
 * @param chosen terms that were ticked or named
 * @param given what stands in the other fields, by their names
 * @param unknown names that there are not
 * @param faults what else cannot be used, and why
 * @param says what is in the feed, in words; empty for everything
 * @param format extension of the format that was ticked
 * @param address path and query of the feed, without a slash at its start
 * @param addressFormat what the address gives, such as {@code RSS}
 * @param entries the newest
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
    /** Fields of the form beside those that name terms and the format. */
    public static final List<String> FIELDS = List.of("q", "has", "since", "content");

    public BuilderForm {
        chosen = Set.copyOf(chosen);
        given = Map.copyOf(given);
        unknown = List.copyOf(unknown);
        faults = List.copyOf(faults);
        entries = List.copyOf(entries);
    }

    /** Empty where nothing stands there. */
    public String given(String field) {
        return given.getOrDefault(field, "");
    }
}
