package dev.feedmill.http.query;

import dev.feedmill.address.Parameter;
import dev.feedmill.web.PercentCoding;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The parameters of a query (application/x-www-form-urlencoded); unknown ones are ignored. */
public final class Parameters {
    private final Map<Parameter, List<String>> values = new EnumMap<>(Parameter.class);

    public Parameters(@Nullable String query) {
        if (query == null) {
            return;
        }
        for (String pair : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = PercentCoding.decodeForm(equals < 0 ? pair : pair.substring(0, equals));
            String value = equals < 0 ? "" : PercentCoding.decodeForm(pair.substring(equals + 1));
            Parameter parameter = name == null ? null : Parameter.named(name);
            if (parameter != null) {
                values.computeIfAbsent(parameter, key -> new ArrayList<>()).add(value == null ? "\ufffd" : value);
            }
        }
    }

    /** The values in the order sent, without empty ones. */
    public List<String> all(Parameter name) {
        return values.getOrDefault(name, List.of()).stream()
                .filter(value -> !value.isBlank())
                .toList();
    }

    /** The last value sent. */
    @Nullable
    public String last(Parameter name) {
        List<String> all = all(name);
        return all.isEmpty() ? null : all.get(all.size() - 1);
    }
}
