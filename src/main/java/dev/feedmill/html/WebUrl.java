package dev.feedmill.html;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** URLs as authors write them, made absolute and valid (RFC 3986), or refused. */
public final class WebUrl {
    private static final Pattern SCHEME = Pattern.compile("^([a-zA-Z][a-zA-Z0-9+.-]*):");
    private static final Pattern PARTS =
            Pattern.compile("^(https?)://([^/?#]*)([^?#]*)(?:\\?([^#]*))?(?:#(.*))?$", Pattern.DOTALL);
    private static final Pattern AUTHORITY = Pattern.compile("^(\\[[0-9a-fA-F:.]+\\]|[^:@\\[\\]]+)(?::(\\d{0,5}))?$");
    private static final Pattern HOST = Pattern.compile("[a-z0-9_]([a-z0-9._-]*[a-z0-9_.])?");
    private static final Pattern ABOVE_ROOT = Pattern.compile("^(/\\.\\.)+(?=/|$)");
    private static final Set<String> NON_WEB = Set.of("mailto", "tel", "sms", "xmpp", "magnet", "geo");
    private static final String IN_PATH = "-._~!$&'()*+,;=:@/%";

    private WebUrl() {}

    /**
     * The absolute http or https URL that is meant, with all that may not stand in a URI percent-encoded; what is encoded
     * already stays. Null where there is none.
     *
     * @param base absolute http or https URL
     */
    public static @Nullable String absolute(String base, String written) {
        String url = strip(written);
        if (url.isEmpty()) {
            return null;
        }
        Matcher scheme = SCHEME.matcher(url);
        if (scheme.find()) {
            String name = scheme.group(1).toLowerCase(Locale.ROOT);
            return name.equals("http") || name.equals("https") ? encode(name + url.substring(name.length())) : null;
        }
        if (url.startsWith("//")) {
            return encode("https:" + url);
        }
        return resolve(base, url);
    }

    /** The same, where a link may also lead to a mail address, a telephone and the like. */
    public static @Nullable String link(String base, String written) {
        String url = strip(written);
        Matcher scheme = SCHEME.matcher(url);
        if (scheme.find() && NON_WEB.contains(scheme.group(1).toLowerCase(Locale.ROOT))) {
            String name = scheme.group(1).toLowerCase(Locale.ROOT);
            return checked(name + ":" + escape(url.substring(name.length() + 1), IN_PATH + "?"));
        }
        return absolute(base, written);
    }

    /** Browsers ignore blanks around and line ends within a URL, and take a backslash for a slash. */
    private static String strip(String written) {
        StringBuilder out = new StringBuilder(written.length());
        boolean path = true;
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            path &= c != '?' && c != '#';
            if (c == '\\' && path) {
                out.append('/');
            } else if (c >= 0x20 && c != 0x7f) {
                out.append(c);
            }
        }
        return out.toString().strip();
    }

    private static @Nullable String resolve(String base, String relative) {
        try {
            int fragment = relative.indexOf('#');
            String before = fragment < 0 ? relative : relative.substring(0, fragment);
            int query = before.indexOf('?');
            String path = query < 0 ? before : before.substring(0, query);
            StringBuilder encoded = new StringBuilder(escape(path, IN_PATH));
            if (encoded.indexOf(":") >= 0 && !path.contains("/")) {
                encoded.insert(0, "./");
            }
            if (query >= 0) {
                encoded.append('?').append(escape(before.substring(query + 1), IN_PATH + "?"));
            }
            if (fragment >= 0) {
                encoded.append('#').append(escape(relative.substring(fragment + 1), IN_PATH + "?"));
            }
            URI from = new URI(base);
            if (before.isEmpty()) {
                String whole = from.toASCIIString();
                int old = whole.indexOf('#');
                return checked((old < 0 ? whole : whole.substring(0, old)) + encoded);
            }
            if (path.isEmpty()) {
                return checked(from.getScheme() + "://" + from.getRawAuthority() + from.getRawPath() + encoded);
            }
            return encode(from.resolve(encoded.toString()).toString());
        } catch (URISyntaxException | IllegalArgumentException e) {
            return null;
        }
    }

    private static @Nullable String encode(String absolute) {
        Matcher parts = PARTS.matcher(absolute);
        if (!parts.matches()) {
            return null;
        }
        String authority = authority(parts.group(2));
        if (authority == null) {
            return null;
        }
        String path = ABOVE_ROOT.matcher(escape(parts.group(3), IN_PATH)).replaceFirst("");
        StringBuilder url = new StringBuilder(parts.group(1)).append("://").append(authority);
        url.append(path.isEmpty() ? "/" : path);
        if (parts.group(4) != null) {
            url.append('?').append(escape(parts.group(4), IN_PATH + "?"));
        }
        if (parts.group(5) != null) {
            url.append('#').append(escape(parts.group(5), IN_PATH + "?"));
        }
        return checked(url.toString());
    }

    /** Names and passwords before the host serve to deceive: such a URL is refused. */
    private static @Nullable String authority(String written) {
        Matcher parts = AUTHORITY.matcher(written.strip());
        if (!parts.matches()) {
            return null;
        }
        String host = parts.group(1).toLowerCase(Locale.ROOT);
        if (!host.startsWith("[")) {
            try {
                host = IDN.toASCII(host, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
            } catch (IllegalArgumentException e) {
                return null;
            }
            if (!HOST.matcher(host).matches()) {
                return null;
            }
        }
        String port = parts.group(2);
        return port == null || port.isEmpty() ? host : host + ":" + port;
    }

    private static String escape(String text, String allowed) {
        StringBuilder out = null;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            int length = Character.charCount(c);
            boolean stays = c < 0x80
                    && (Character.isLetterOrDigit(c) || allowed.indexOf(c) >= 0)
                    && (c != '%' || isEncoded(text, i));
            if (!stays && out == null) {
                out = new StringBuilder(text.length() + 32).append(text, 0, i);
            }
            if (out != null) {
                if (stays) {
                    out.append((char) c);
                } else {
                    percent(out, Character.isSurrogate((char) c) && length == 1 ? 0xfffd : c);
                }
            }
            i += length;
        }
        return out == null ? text : out.toString();
    }

    private static void percent(StringBuilder out, int codePoint) {
        for (byte b : Character.toString(codePoint).getBytes(StandardCharsets.UTF_8)) {
            out.append('%')
                    .append(Character.toUpperCase(Character.forDigit((b >> 4) & 15, 16)))
                    .append(Character.toUpperCase(Character.forDigit(b & 15, 16)));
        }
    }

    private static boolean isEncoded(String text, int at) {
        return at + 2 < text.length()
                && Character.digit(text.charAt(at + 1), 16) >= 0
                && Character.digit(text.charAt(at + 2), 16) >= 0;
    }

    private static @Nullable String checked(String url) {
        try {
            return new URI(url).isAbsolute() ? url : null;
        } catch (URISyntaxException e) {
            return null;
        }
    }
}
