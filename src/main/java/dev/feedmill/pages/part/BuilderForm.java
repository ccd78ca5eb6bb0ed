package dev.feedmill.pages.part;

import dev.feedmill.address.Format;
import dev.feedmill.address.Parameter;
import dev.feedmill.selection.Entry;
import dev.feedmill.selection.Term;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The input of the feed builder page, and its result.
 *
 * @param chosen terms that are ticked or named
 * @param given values of the other fields
 * @param faults values that cannot be used
 * @param says description of the feed; empty for everything
 * @param format of the feed
 * @param address path and query of the feed, without a leading slash
 * @param entries the newest entries
 * @param count number of all entries
 */
public record BuilderForm(
        Set<Term> chosen,
        Map<Parameter, String> given,
        List<Fault> faults,
        String says,
        Format format,
        String address,
        List<Entry> entries,
        Count count) {
    /** Form fields other than those for terms and the format. */
    public static final List<Parameter> FIELDS =
            List.of(Parameter.WORDS, Parameter.HAS, Parameter.SINCE, Parameter.CONTENT, Parameter.NAME);

    public BuilderForm {
        chosen = Set.copyOf(chosen);
        given = Map.copyOf(given);
        faults = List.copyOf(faults);
        entries = List.copyOf(entries);
    }

    /** The value of a field; empty if there is none. */
    public String given(Parameter field) {
        return given.getOrDefault(field, "");
    }

    /** The faults of a field; with null, those of no field. */
    public List<Fault> faults(@Nullable Parameter field) {
        return faults.stream().filter(fault -> fault.parameter() == field).toList();
    }
}
