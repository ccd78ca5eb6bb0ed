package dev.feedmill.http;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The {@code Accept-Encoding} field (RFC 9110 section 12.5.3). */
final class AcceptEncoding {
    /** RFC 9110 section 12.4.2. */
    private static final Pattern WEIGHT = Pattern.compile("0(\\.\\d{0,3})?|1(\\.0{0,3})?");

    private AcceptEncoding() {}

    /** Whether gzip may be sent, and is wanted at least as much as the bytes as they are. */
    static boolean prefersGzip(@Nullable String field) {
        if (field == null) {
            return false;
        }
        Map<String, Double> weights = new HashMap<>();
        for (String member : field.toLowerCase(Locale.ROOT).split(",", -1)) {
            String[] parts = member.split(";", -1);
            weights.merge(parts[0].strip(), weight(parts), Math::max);
        }
        double others = weights.getOrDefault("*", 0.0);
        double gzip = weights.getOrDefault("gzip", weights.getOrDefault("x-gzip", others));
        return gzip > 0 && gzip >= weights.getOrDefault("identity", 0.0);
    }

    /** 1 where none is given; what is no weight forbids, since bytes as they are suit everybody. */
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
