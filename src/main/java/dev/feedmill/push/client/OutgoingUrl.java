package dev.feedmill.push.client;

import dev.feedmill.web.UrlParts;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An http or https URL that can be requested: with a host, without user information. Characters that a URL cannot have
 * are encoded; the rest, its query above all, is as written.
 */
public record OutgoingUrl(URI uri) {
    private static final Pattern WEB = Pattern.compile("(?i)https?://[^/\\\\].*", Pattern.DOTALL);
    private static final Pattern NUMBERS = Pattern.compile("[0-9.]+");

    /** Names of one machine or network (RFC 6761, RFC 6762, RFC 8375, and what ICANN keeps free). */
    private static final Pattern OWN_NETWORK =
            Pattern.compile("(?i).*\\.(localhost|local|home\\.arpa|internal|lan)\\.?");

    private static final int MAX_PORT = 65_535;

    /** Parses a URL, without its fragment; null if it cannot be requested. */
    public static @Nullable OutgoingUrl parse(String text) {
        UrlParts parts = WEB.matcher(text).matches() ? UrlParts.absolute(text) : null;
        if (parts == null) {
            return null;
        }
        try {
            URI uri = new URI(parts.scheme() + "://" + parts.authority() + parts.path() + parts.query());
            boolean hasPort = uri.getPort() == -1 || (uri.getPort() > 0 && uri.getPort() <= MAX_PORT);
            return uri.getHost() == null || !hasPort ? null : new OutgoingUrl(uri);
        } catch (URISyntaxException e) {
            return null;
        }
    }

    /** The host: a name in lower case and punycode, or an address. */
    public String host() {
        return uri.getHost();
    }

    /** Whether everybody can reach its host, as far as the URL says; no name is looked up. */
    public boolean isPublic() {
        String host = host();
        if (host.startsWith("[") || NUMBERS.matcher(host).matches()) {
            try {
                // A literal is never looked up.
                return PublicAddresses.isPublic(InetAddress.getByName(host));
            } catch (UnknownHostException e) {
                return false;
            }
        }
        return host.indexOf('.') > 0 && !OWN_NETWORK.matcher(host).matches();
    }

    /** A copy with further parameters at the end of its query. */
    public OutgoingUrl with(String parameters) {
        String text = uri.toString();
        return new OutgoingUrl(URI.create(text + (text.indexOf('?') < 0 ? "?" : "&") + parameters));
    }

    @Override
    public String toString() {
        return uri.toString();
    }
}
