package dev.feedmill.http.query;

import dev.feedmill.address.PathSegments;
import dev.feedmill.http.message.RawPath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Builder of the canonical query of a request. */
public final class CanonicalQuery {
    private final Map<String, List<String>> values = new LinkedHashMap<>();

    /** Appends a parameter; the values of one name are sorted by their characters, without duplicates. */
    public void add(String name, String value) {
        addEncoded(name, PathSegments.encode(value));
    }

    public void addEncoded(String name, String value) {
        values.computeIfAbsent(name, missing -> new ArrayList<>()).add(value);
    }

    /** The query without a question mark; empty if it has no parameters. */
    @Override
    public String toString() {
        List<String> pairs = new ArrayList<>();
        values.forEach((name, all) -> all.stream().distinct().sorted().forEach(value -> pairs.add(name + "=" + value)));
        return String.join("&", pairs);
    }

    /** The known parameters of a query, in the form in which they were sent. */
    public static String known(@Nullable String query, Set<String> names) {
        List<String> known = new ArrayList<>();
        for (String pair : query == null ? List.<String>of() : List.of(query.split("&", -1))) {
            int equals = pair.indexOf('=');
            String name = RawPath.decode(equals < 0 ? pair : pair.substring(0, equals), true);
            if (name != null && names.contains(name)) {
                known.add(pair);
            }
        }
        return String.join("&", known);
    }
}
