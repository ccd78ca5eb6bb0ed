package dev.feedmill.http.message;

import dev.feedmill.address.Parameter;
import dev.feedmill.web.PercentCoding;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The query of a request (application/x-www-form-urlencoded), parsed once and only if something is looked for in it;
 * unknown parameters are ignored. Thread-safe.
 */
public final class Query {
    private static final Query NONE = new Query(null);

    private final @Nullable String text;
    private volatile @Nullable List<Pair> pairs;

    /**
     * One parameter.
     *
     * @param sent the pair as it was sent
     */
    private record Pair(Parameter name, String value, String sent) {
        private boolean has(Parameter parameter) {
            return name == parameter && !value.isBlank();
        }

        private static @Nullable Pair of(String sent) {
            int equals = sent.indexOf('=');
            String written = PercentCoding.decodeForm(equals < 0 ? sent : sent.substring(0, equals));
            Parameter name = written == null ? null : Parameter.named(written);
            if (name == null) {
                return null;
            }
            String value = equals < 0 ? "" : PercentCoding.decodeForm(sent.substring(equals + 1));
            return new Pair(name, value == null ? "\ufffd" : value, sent);
        }
    }

    private Query(@Nullable String text) {
        this.text = text;
    }

    /**
     * The query with this text.
     *
     * @param text raw, without its {@code ?}; null if there is none
     */
    public static Query of(@Nullable String text) {
        return text == null ? NONE : new Query(text);
    }

    /** The raw text; null if there is no query. */
    @Nullable
    public String text() {
        return text;
    }

    /** The raw text behind its question mark; empty if there is no query. */
    public String suffix() {
        return text == null ? "" : "?" + text;
    }

    /** The values of a parameter in the order sent, without empty ones. */
    public List<String> all(Parameter name) {
        return pairs().stream().filter(pair -> pair.has(name)).map(Pair::value).toList();
    }

    /** The last value of a parameter; null if it has none. */
    @Nullable
    public String last(Parameter name) {
        List<Pair> all = pairs();
        for (int i = all.size() - 1; i >= 0; i--) {
            if (all.get(i).has(name)) {
                return all.get(i).value();
            }
        }
        return null;
    }

    /** Whether any of these parameters has a value. */
    public boolean hasValue(Set<Parameter> names) {
        return pairs().stream().anyMatch(pair -> names.contains(pair.name()) && pair.has(pair.name()));
    }

    /** Whether any of these parameters is there, even without a value. */
    public boolean hasAny(Set<Parameter> names) {
        return pairs().stream().anyMatch(pair -> names.contains(pair.name()));
    }

    /** These parameters alone, as they were sent. */
    public String only(Set<Parameter> names) {
        return pairs().stream()
                .filter(pair -> names.contains(pair.name()))
                .map(Pair::sent)
                .collect(Collectors.joining("&"));
    }

    private List<Pair> pairs() {
        List<Pair> known = pairs;
        if (known == null) {
            known = text == null ? List.of() : parsed(text);
            pairs = known;
        }
        return known;
    }

    private static List<Pair> parsed(String text) {
        List<Pair> found = new ArrayList<>();
        for (String sent : text.split("&", -1)) {
            Pair pair = Pair.of(sent);
            if (pair != null) {
                found.add(pair);
            }
        }
        return List.copyOf(found);
    }
}
