package dev.feedmill.http.query;

import dev.feedmill.article.PathSegments;
import dev.feedmill.http.message.RawPath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts the one query together that a question is asked by. */
public final class CanonicalQuery {
    private final Map<String, List<String>> values = new LinkedHashMap<>();

    /** Behind what was added before; the values of one name in the order of their characters, each once. */
    public void add(String name, String value) {
        addEncoded(name, PathSegments.encode(value));
    }

    public void addEncoded(String name, String value) {
        values.computeIfAbsent(name, missing -> new ArrayList<>()).add(value);
    }

    /** Without a question mark; empty where nothing is asked. */
    @Override
    public String toString() {
        List<String> pairs = new ArrayList<>();
        values.forEach((name, all) -> all.stream().distinct().sorted().forEach(value -> pairs.add(name + "=" + value)));
        return String.join("&", pairs);
    }

    /** What a query says as it was sent, without the parameters that mean nothing here. */
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
