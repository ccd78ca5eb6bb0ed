package dev.feedmill.http;

import dev.feedmill.feed.Document;

/** The {@code If-None-Match} field (RFC 9110 section 13.1.2), compared weakly (section 8.8.3.2). */
final class EntityTags {
    private EntityTags() {}

    /**
     * Whether the field names a document as it is now, in any of its codings; what proxies append to a tag when they
     * compress is overlooked.
     */
    static boolean match(String field, Document document) {
        String current = opaque(document.tag());
        int at = 0;
        while (at < field.length()) {
            char c = field.charAt(at);
            if (c == ',' || c == ' ' || c == '\t') {
                at++;
                continue;
            }
            if (c == '*') {
                return true;
            }
            if (field.startsWith("W/", at)) {
                at += 2;
            }
            int end = end(field, at);
            if (withoutSuffix(opaque(field.substring(at, end))).equals(current)) {
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
        String text = tag.strip();
        return text.length() >= 2 && text.charAt(0) == '"' && text.endsWith("\"")
                ? text.substring(1, text.length() - 1)
                : text;
    }

    private static String withoutSuffix(String opaque) {
        String tag = opaque;
        for (String suffix : new String[] {"--gzip", "-gzip", ";gzip", "-br", "-gz"}) {
            if (tag.endsWith(suffix)) {
                tag = tag.substring(0, tag.length() - suffix.length());
            }
        }
        return tag;
    }
}
