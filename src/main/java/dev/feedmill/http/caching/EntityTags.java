package dev.feedmill.http.caching;

import dev.feedmill.feed.coding.Document;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The lists of tags in {@code If-None-Match} and {@code If-Match} (RFC 9110 section 13.1). */
public final class EntityTags {
    /** What our codings and proxies that compress append to a tag: Apache, Jetty, others; ours last. */
    private static final List<String> SUFFIXES =
            List.of("--gzip", "-gzip", ";gzip", "-br", "-gz", BrowserNavigation.SUFFIX);

    /** Room for our own suffix and those of two proxies; a longer one is no tag of ours. */
    private static final int LONGEST_ENDING = 16;

    private EntityTags() {}

    /**
     * Whether the field names a document as it is now, in any of its codings, compared weakly (section 8.8.3.2).
     *
     * @param current what stands between the quotes of its tags, but for the suffix of a coding
     */
    public static boolean match(String field, String current) {
        return any(field, (tag, isWeak) -> tag.equals("*") || names(opaque(tag), current));
    }

    /** The same compared strongly, as {@code If-Match} asks (section 13.1.1): a weak tag names nothing. */
    public static boolean matchStrongly(String field, String current) {
        return any(field, (tag, isWeak) -> !isWeak && (tag.equals("*") || names(opaque(tag), current)));
    }

    /** The tags that a field names, as sent but without quotes, at most so many. */
    static List<String> named(String field, int most) {
        List<String> tags = new ArrayList<>();
        any(field, (tag, isWeak) -> {
            tags.add(opaque(tag));
            return tags.size() == most;
        });
        return tags;
    }

    /** What a tag of ours would be without the suffixes of codings; null for one that cannot be ours. */
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

    /** A tag ends at its second quote; one that was sent without quotes ends at the comma. */
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

    /** Tries each suffix by itself, since a tag may happen to end like one, or with the hyphen that makes one longer. */
    private static boolean names(String sent, String current) {
        int more = sent.length() - current.length();
        if (more <= 0 || more > LONGEST_ENDING) {
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
