package dev.feedmill.http.message;

import dev.feedmill.feed.coding.Coding;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Parser for {@code Accept-Encoding} (RFC 9110 section 12.5.3). Thread-safe. */
public final class AcceptEncoding {
    /** A weight (RFC 9110 section 12.4.2). */
    private static final Pattern WEIGHT = Pattern.compile("0(\\.\\d{0,3})?|1(\\.0{0,3})?");

    /** Field values to remember; real clients send fewer different ones. */
    private static final int REMEMBERED = 512;

    /** Longer values do not come from feed readers and are not remembered. */
    private static final int MAX_LENGTH = 200;

    private final List<Coding> offered =
            Arrays.stream(Coding.values()).filter(Coding::isAvailable).toList();
    private final Map<String, Coding> remembered = new ConcurrentHashMap<>();

    /** The smallest of the codings with the highest weight; identity if the field is missing. */
    public Coding choose(@Nullable String field) {
        if (field == null) {
            return Coding.IDENTITY;
        }
        Coding known = remembered.get(field);
        if (known != null) {
            return known;
        }
        Coding chosen = read(field);
        if (field.length() <= MAX_LENGTH && remembered.size() < REMEMBERED) {
            remembered.put(field, chosen);
        }
        return chosen;
    }

    private Coding read(String field) {
        Map<String, Double> weights = new HashMap<>();
        for (String member : field.toLowerCase(Locale.ROOT).split(",", -1)) {
            String[] parts = member.split(";", -1);
            weights.merge(parts[0].strip(), weight(parts), Math::max);
        }
        // "*" counts for gzip only: a client that supports Brotli names it.
        weights.putIfAbsent("gzip", weights.getOrDefault("x-gzip", weights.getOrDefault("*", 0.0)));
        Coding best = Coding.IDENTITY;
        double max = weights.getOrDefault(best.token(), 0.0);
        for (Coding coding : offered) {
            double weight = weights.getOrDefault(coding.token(), 0.0);
            if (weight > 0 && (weight > max || (weight == max && coding.compareTo(best) < 0))) {
                best = coding;
                max = weight;
            }
        }
        return best;
    }

    /** The weight, 1 if none is given. A malformed weight counts as 0, since identity suits every client. */
    private static double weight(String[] parts) {
        for (int i = 1; i < parts.length; i++) {
            String parameter = parts[i].strip();
            if (parameter.startsWith("q=")) {
                String written = parameter.substring(2).strip();
                return WEIGHT.matcher(written).matches() ? Double.parseDouble(written) : 0;
            }
        }
        return 1;
    }
}
