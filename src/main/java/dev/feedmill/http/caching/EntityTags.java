package dev.feedmill.http.caching;

import dev.feedmill.feed.coding.Document;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parser for the lists of ETags in {@code If-None-Match} and {@code If-Match} (RFC 9110 section 13.1). */
public final class EntityTags {
    /** Suffixes that our codings and compressing proxies (Apache, Jetty, others) append to an ETag; ours are last. */
    private static final List<String> SUFFIXES =
            List.of("--gzip", "-gzip", ";gzip", "-br", "-gz", BrowserNavigation.SUFFIX);

    /** Longest sequence of suffixes: our own and those of two proxies. Anything longer is not our ETag. */
    private static final int MAX_SUFFIXES_LENGTH = 16;

    private EntityTags() {}

    /**
     * Whether the field names the current document in any of its codings, by weak comparison (section 8.8.3.2).
     *
     * @param current the part between the quotes of its ETags, without the suffix of a coding
     */
    public static boolean match(String field, String current) {
        return any(field, (tag, isWeak) -> tag.equals("*") || names(opaque(tag), current));
    }

    /**
     * As {@link #match}, by strong comparison as {@code If-Match} requires (section 13.1.1): weak ETags never match.
     */
    public static boolean matchStrongly(String field, String current) {
        return any(field, (tag, isWeak) -> !isWeak && (tag.equals("*") || names(opaque(tag), current)));
    }

    /** The ETags in a field as sent but without quotes, at most this many. */
    static List<String> named(String field, int max) {
        List<String> tags = new ArrayList<>();
        any(field, (tag, isWeak) -> {
            tags.add(opaque(tag));
            return tags.size() == max;
        });
        return tags;
    }

    /** The ETag without the suffixes of codings; null if it cannot be ours. */
    static @Nullable String digest(String tag) {
        String digest = tag.substring(0, Math.min(tag.length(), Document.DIGEST_LENGTH));
        return names(tag, digest) && digest.length() == Document.DIGEST_LENGTH ? digest : null;
    }

    private interface Wanted {
        boolean test(String tag, boolean isWeak);
    }

    private static boolean any(String field, Wanted wanted) {
        int at = 0;
        while (at < field.length()) {
            char c = field.charAt(at);
            if (c == ',' || c == ' ' || c == '\t') {
                at++;
                continue;
            }
            boolean isWeak = field.startsWith("W/", at) || field.startsWith("w/", at);
            if (isWeak) {
                at += 2;
            }
            int end = end(field, at);
            String tag = field.substring(at, end).strip();
            if (wanted.test(tag, isWeak)) {
                return true;
            }
            at = end;
        }
        return false;
    }

    /** Where a tag ends: at its second quote, or at the comma if it was sent without quotes. */
    private static int end(String field, int at) {
        if (at < field.length() && field.charAt(at) == '"') {
            int quote = field.indexOf('"', at + 1);
            return quote < 0 ? field.length() : quote + 1;
        }
        int comma = field.indexOf(',', at);
        return comma < 0 ? field.length() : comma;
    }

    private static String opaque(String tag) {
        return tag.length() >= 2 && tag.charAt(0) == '"' && tag.endsWith("\"")
                ? tag.substring(1, tag.length() - 1)
                : tag;
    }

    /**
     * Tries each suffix by itself, since a digest may happen to end like one, or with the hyphen that makes one longer.
     */
    private static boolean names(String sent, String current) {
        int more = sent.length() - current.length();
        if (more <= 0 || more > MAX_SUFFIXES_LENGTH) {
            return sent.equals(current);
        }
        for (String suffix : SUFFIXES) {
            if (sent.endsWith(suffix) && names(sent.substring(0, sent.length() - suffix.length()), current)) {
                return true;
            }
        }
        return false;
    }
}
