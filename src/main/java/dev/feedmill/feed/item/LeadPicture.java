package dev.feedmill.feed.item;

import java.util.Set;

/** Detects the picture at the beginning of a body, before any text. */
public final class LeadPicture {
    private static final Set<String> SHOWN = Set.of("audio", "hr", "table", "video");

    private LeadPicture() {}

    /**
     * Whether a body begins with a picture.
     *
     * @param html HTML as printed by the sanitizer
     * @param url URL of the picture
     */
    public static boolean opens(String html, String url) {
        int at = 0;
        while (at < html.length()) {
            char c = html.charAt(at);
            if (c == '<') {
                int end = end(html, at);
                String name = name(html, at + 1, end);
                if (name.equals("img")) {
                    // Printed HTML has only escaped ampersands.
                    return html.substring(at, end).contains(" src=\"" + url.replace("&", "&amp;") + '"');
                }
                if (SHOWN.contains(name)) {
                    return false;
                }
                at = end;
            } else if (!Character.isWhitespace(c)) {
                return false;
            }
            at++;
        }
        return false;
    }

    /** The end of a tag: attributes are quoted and may contain {@code >}. */
    private static int end(String html, int start) {
        boolean quoted = false;
        for (int at = start; at < html.length(); at++) {
            char c = html.charAt(at);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == '>' && !quoted) {
                return at;
            }
        }
        return html.length();
    }

    private static String name(String html, int start, int end) {
        int at = start;
        while (at < end && Character.isLetterOrDigit(html.charAt(at))) {
            at++;
        }
        return html.substring(start, at);
    }
}
