package dev.feedmill.http;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The {@code Accept-Encoding} field (RFC 9110 section 12.5.3). */
final class AcceptEncoding {
    private AcceptEncoding() {}

    /** Whether gzip may be sent: it is named, or {@code *} is, with a weight above zero. */
    static boolean allowsGzip(@Nullable String field) {
        if (field == null) {
            return false;
        }
        Double any = null;
        for (String part : field.toLowerCase(Locale.ROOT).split(",", -1)) {
            int semicolon = part.indexOf(';');
            String coding = (semicolon < 0 ? part : part.substring(0, semicolon)).strip();
            double weight =
                    semicolon < 0 ? 1 : weight(part.substring(semicolon + 1).strip());
            if (coding.equals("gzip") || coding.equals("x-gzip")) {
                return weight > 0;
            }
            if (coding.equals("*")) {
                any = weight;
            }
        }
        return any != null && any > 0;
    }

    private static double weight(String parameter) {
        if (!parameter.startsWith("q=")) {
            return 1;
        }
        try {
            return Double.parseDouble(parameter.substring(2).strip());
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
