package dev.feedmill.filter;

import dev.feedmill.address.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads conditions from parameters; does not compile overridden patterns. */
final class ConditionReader {
    private final Map<Parameter, String> parameters;
    private final PatternReader patterns;
    private final List<Condition> conditions = new ArrayList<>();

    ConditionReader(Map<Parameter, String> parameters) {
        this.parameters = parameters;
        this.patterns = new PatternReader("false".equals(parameters.get(Parameter.FILTER_CASE_SENSITIVE)));
    }

    List<Condition> read() throws BadPatternException {
        if (isGiven(Parameter.FILTER)) {
            add(Parameter.FILTER, true, List.of(EntryField.values()));
        } else {
            add(Parameter.FILTER_TITLE, true, List.of(EntryField.TITLE));
            add(Parameter.FILTER_DESCRIPTION, true, List.of(EntryField.DESCRIPTION));
            add(Parameter.FILTER_AUTHOR, true, List.of(EntryField.AUTHOR));
            add(Parameter.FILTER_CATEGORY, true, List.of(EntryField.CATEGORY));
        }
        add(
                isGiven(Parameter.FILTEROUT_TITLE) ? Parameter.FILTEROUT_TITLE : Parameter.FILTEROUT,
                false,
                List.of(EntryField.TITLE));
        add(
                isGiven(Parameter.FILTEROUT_DESCRIPTION) ? Parameter.FILTEROUT_DESCRIPTION : Parameter.FILTEROUT,
                false,
                List.of(EntryField.DESCRIPTION));
        add(Parameter.FILTEROUT_AUTHOR, false, List.of(EntryField.AUTHOR));
        add(Parameter.FILTEROUT_CATEGORY, false, List.of(EntryField.CATEGORY));
        return conditions;
    }

    private boolean isGiven(Parameter name) {
        return !parameters.getOrDefault(name, "").isEmpty();
    }

    private void add(Parameter name, boolean wanted, List<EntryField> parts) throws BadPatternException {
        if (isGiven(name)) {
            conditions.add(new Condition.Matches(
                    parts, patterns.read(name.toString(), parameters.getOrDefault(name, "")), wanted));
        }
    }
}
