package dev.feedmill.http.query;

import dev.feedmill.address.Parameter;
import dev.feedmill.web.PercentCoding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Builder of the canonical query of a request. */
public final class CanonicalQuery {
    private final Map<Parameter, List<String>> values = new LinkedHashMap<>();

    /** Appends a parameter; the values of one parameter are sorted by their characters, without duplicates. */
    public void add(Parameter name, String value) {
        addEncoded(name, PercentCoding.encode(value));
    }

    public void addEncoded(Parameter name, String value) {
        values.computeIfAbsent(name, missing -> new ArrayList<>()).add(value);
    }

    /** The query without a question mark; empty if it has no parameters. */
    @Override
    public String toString() {
        List<String> pairs = new ArrayList<>();
        values.forEach((name, all) -> all.stream().distinct().sorted().forEach(value -> pairs.add(name.with(value))));
        return String.join("&", pairs);
    }
}
