package dev.feedmill.web;

import java.nio.charset.StandardCharsets;

/** Percent-encodes characters that a part of a URL cannot hold (RFC 3986 sections 3.3 to 3.5); keeps {@code %XX}. */
public enum UrlEncoder {
    PATH("!$&'()*+,;=:@/"),
    QUERY("!$&'()*+,;=:@/?");

    private static final String DIGITS = "0123456789ABCDEF";

    private final String marks;

    UrlEncoder(String marks) {
        this.marks = "-._~" + marks;
    }

    public String encode(String text) {
        int bad = 0;
        while (bad < text.length() && isAllowed(text, bad)) {
            bad++;
        }
        if (bad == text.length()) {
            return text;
        }
        StringBuilder encoded = new StringBuilder(text.length() + 32).append(text, 0, bad);
        for (int i = bad; i < text.length(); ) {
            int codePoint = text.codePointAt(i);
            int next = i + Character.charCount(codePoint);
            if (isAllowed(text, i)) {
                encoded.append((char) codePoint);
            } else {
                appendEncoded(encoded, text.substring(i, next));
            }
            i = next;
        }
        return encoded.toString();
    }

    private boolean isAllowed(String text, int i) {
        char c = text.charAt(i);
        return c == '%' ? isEscape(text, i) : isAlphanumeric(c) || marks.indexOf(c) >= 0;
    }

    private static boolean isEscape(String text, int i) {
        return i + 2 < text.length() && isHex(text.charAt(i + 1)) && isHex(text.charAt(i + 2));
    }

    private static boolean isAlphanumeric(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    private static boolean isHex(char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    }

    private static void appendEncoded(StringBuilder encoded, String character) {
        for (byte b : character.getBytes(StandardCharsets.UTF_8)) {
            encoded.append('%').append(DIGITS.charAt((b >> 4) & 0xF)).append(DIGITS.charAt(b & 0xF));
        }
    }
}
