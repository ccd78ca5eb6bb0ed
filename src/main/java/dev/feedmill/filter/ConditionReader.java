package dev.feedmill.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads conditions from parameters; does not compile overridden patterns. */
final class ConditionReader {
    private final Map<String, String> parameters;
    private final PatternReader patterns;
    private final List<Condition> conditions = new ArrayList<>();

    ConditionReader(Map<String, String> parameters) {
        this.parameters = parameters;
        this.patterns = new PatternReader("false".equals(parameters.get("filter_case_sensitive")));
    }

    List<Condition> read() throws BadPatternException {
        if (isGiven("filter")) {
            add("filter", true, List.of(Part.values()));
        } else {
            add("filter_title", true, List.of(Part.TITLE));
            add("filter_description", true, List.of(Part.DESCRIPTION));
            add("filter_author", true, List.of(Part.AUTHOR));
            add("filter_category", true, List.of(Part.CATEGORY));
        }
        add(isGiven("filterout_title") ? "filterout_title" : "filterout", false, List.of(Part.TITLE));
        add(isGiven("filterout_description") ? "filterout_description" : "filterout", false, List.of(Part.DESCRIPTION));
        add("filterout_author", false, List.of(Part.AUTHOR));
        add("filterout_category", false, List.of(Part.CATEGORY));
        return conditions;
    }

    private boolean isGiven(String name) {
        return !parameters.getOrDefault(name, "").isEmpty();
    }

    private void add(String name, boolean wanted, List<Part> parts) throws BadPatternException {
        if (isGiven(name)) {
            conditions.add(new Condition(parts, patterns.read(name, parameters.getOrDefault(name, "")), wanted));
        }
    }
}
