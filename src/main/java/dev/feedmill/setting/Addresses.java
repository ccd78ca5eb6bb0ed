package dev.feedmill.setting;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Parses network addresses in settings; null if one is invalid. */
final class Addresses {
    /** Maximum length of a DNS name (RFC 1035 section 2.3.4). */
    private static final int MAX_LENGTH = 253;

    private static final Pattern WEB =
            Pattern.compile("(?i)(https?)://([^/?#@:\\[\\]]+|\\[[0-9a-f:.]+])(:[0-9]{1,5})?(/[^?#]*)?");
    private static final Pattern NAME =
            Pattern.compile("(?i)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*");
    private static final Pattern IPV6 = Pattern.compile("(?i)[0-9a-f]*:[0-9a-f]*:[0-9a-f:.]*(%[a-z0-9]+)?");
    private static final Pattern SCHEME = Pattern.compile("(?i)[a-z][a-z0-9+.-]+:.*");

    private Addresses() {}

    /** A web URL without a final slash; internationalized names are converted to Punycode (RFC 3492). */
    static @Nullable String webUrl(String text) {
        Matcher url = WEB.matcher(text);
        String host = url.matches() ? url.group(2) : null;
        String name = host == null || host.startsWith("[") ? host : domain(host);
        if (name == null) {
            return null;
        }
        String port = url.group(3) == null ? "" : url.group(3);
        String path = url.group(4) == null ? "" : url.group(4).replaceFirst("/+$", "");
        if (!port.isEmpty() && Integer.parseInt(port.substring(1)) > 65_535) {
            return null;
        }
        try {
            URI uri = new URI(url.group(1).toLowerCase(Locale.ROOT) + "://" + name + port + path);
            return uri.getHost() == null ? null : uri.toASCIIString();
        } catch (URISyntaxException e) {
            return null;
        }
    }

    /** Whether it is a host name or address without a port, on which a server can listen. */
    static boolean isHost(String text) {
        return isName(text) || IPV6.matcher(text).matches();
    }

    /** Whether it is the URL of a supported database, or else could be a folder. */
    static boolean isStore(String text) {
        return text.startsWith("jdbc:postgresql:")
                || text.startsWith("jdbc:sqlite:")
                || !SCHEME.matcher(text).matches();
    }

    private static @Nullable String domain(String text) {
        if (text.length() > MAX_LENGTH) {
            return null;
        }
        try {
            String name = IDN.toASCII(text).toLowerCase(Locale.ROOT);
            return isName(name) ? name : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static boolean isName(String text) {
        return text.length() <= MAX_LENGTH && NAME.matcher(text).matches();
    }
}
