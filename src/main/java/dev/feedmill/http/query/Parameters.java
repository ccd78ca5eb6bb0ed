package dev.feedmill.http.query;

import dev.feedmill.http.message.RawPath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The parameters of a query (application/x-www-form-urlencoded); unknown ones are ignored. */
public final class Parameters {
    private final Map<String, List<String>> values = new LinkedHashMap<>();

    public Parameters(@Nullable String query) {
        if (query == null) {
            return;
        }
        for (String pair : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = RawPath.decode(equals < 0 ? pair : pair.substring(0, equals), true);
            String value = equals < 0 ? "" : RawPath.decode(pair.substring(equals + 1), true);
            if (name != null) {
                values.computeIfAbsent(name, key -> new ArrayList<>()).add(value == null ? "\ufffd" : value);
            }
        }
    }

    /** The values in the order sent, without empty ones. */
    public List<String> all(String name) {
        return values.getOrDefault(name, List.of()).stream()
                .filter(value -> !value.isBlank())
                .toList();
    }

    /** The last value sent. */
    @Nullable
    public String last(String name) {
        List<String> all = all(name);
        return all.isEmpty() ? null : all.get(all.size() - 1);
    }
}
