package dev.feedmill.web;

import java.net.IDN;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An http or https URL in its five parts, all encoded.
 *
 * @param authority host in lower case and punycode, with its port
 * @param path with a leading slash
 * @param query with its question mark; may be empty
 * @param fragment with its number sign; may be empty
 */
public record UrlParts(String scheme, String authority, String path, String query, String fragment) {
    private static final Pattern PORT = Pattern.compile(":\\d{0,5}");
    private static final Pattern IPV6 = Pattern.compile("\\[[0-9a-fA-F:.]+]");
    private static final Pattern HOST_CHARACTERS = Pattern.compile("[a-z0-9._%-]+");

    /** Parses a text that begins with a scheme; null if it has no valid host. */
    public static @Nullable UrlParts absolute(String text) {
        int colon = text.indexOf(':');
        int start = colon + 1;
        while (start < text.length() && isSlash(text.charAt(start))) {
            start++;
        }
        int end = start;
        while (end < text.length() && "/\\?#".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        String authority = authority(text.substring(start, end));
        String scheme = text.substring(0, colon).toLowerCase(Locale.ROOT);
        return authority == null ? null : new UrlParts(scheme, authority, "/", "", "").resolve(text.substring(end));
    }

    /** Resolves a reference without scheme and authority (RFC 3986 section 5.2). */
    public UrlParts resolve(String reference) {
        int hash = reference.indexOf('#');
        String beforeHash = hash < 0 ? reference : reference.substring(0, hash);
        String newFragment = hash < 0 ? "" : "#" + UrlEncoder.QUERY.encode(reference.substring(hash + 1));
        int mark = beforeHash.indexOf('?');
        String written = (mark < 0 ? beforeHash : beforeHash.substring(0, mark)).replace('\\', '/');
        String newQuery = mark < 0 ? "" : "?" + UrlEncoder.QUERY.encode(beforeHash.substring(mark + 1));
        if (written.isEmpty()) {
            return new UrlParts(scheme, authority, path, mark < 0 ? query : newQuery, newFragment);
        }
        String encoded = UrlEncoder.PATH.encode(written);
        String whole = encoded.startsWith("/") ? encoded : path.substring(0, path.lastIndexOf('/') + 1) + encoded;
        return new UrlParts(scheme, authority, UrlPath.withoutDots(whole), newQuery, newFragment);
    }

    /**
     * The normalized authority. A URL with user information, which serves only to deceive, is rejected, as no host
     * contains {@code @}.
     */
    private static @Nullable String authority(String written) {
        int colon = written.lastIndexOf(':');
        String port = colon > written.lastIndexOf(']') ? written.substring(colon) : "";
        String host = host(written.substring(0, written.length() - port.length()));
        if (host == null || (!port.isEmpty() && !PORT.matcher(port).matches())) {
            return null;
        }
        return host + (port.length() == 1 ? "" : port);
    }

    private static @Nullable String host(String written) {
        if (IPV6.matcher(written).matches()) {
            return written.toLowerCase(Locale.ROOT);
        }
        String ascii = written;
        if (!written.chars().allMatch(c -> c < 128)) {
            try {
                ascii = IDN.toASCII(written, IDN.ALLOW_UNASSIGNED);
            } catch (IllegalArgumentException e) {
                return null;
            }
        }
        String host = ascii.toLowerCase(Locale.ROOT);
        return HOST_CHARACTERS.matcher(host).matches() ? host : null;
    }

    /** Whether browsers treat a character as a slash, as they do a backslash (WHATWG URL). */
    public static boolean isSlash(char c) {
        return c == '/' || c == '\\';
    }

    @Override
    public String toString() {
        return scheme + "://" + authority + path + query + fragment;
    }
}
