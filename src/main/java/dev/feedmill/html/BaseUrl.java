package dev.feedmill.html;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The address that relative URLs of one body start from, and how long and how many they may be; without a usable one, relative
 * URLs come to nothing.
 */
final class BaseUrl {
    /** What a link may lead to besides the web: it opens a program that the reader chose, and holds no script. */
    private static final Set<String> OTHER_LINKS = Set.of("mailto", "tel", "sms", "xmpp", "magnet", "geo");

    private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*):");
    private static final Pattern BARE_HOST = Pattern.compile("www\\.[^\\s/?#.]+\\.[^\\s/?#]+.*", Pattern.DOTALL);

    private final @Nullable UrlParts base;
    private final BodyLimits limits;

    BaseUrl(String written, BodyLimits limits) {
        this.limits = limits;
        String trimmed = trimmed(written);
        base = isWeb(scheme(trimmed)) ? UrlParts.absolute(trimmed) : null;
    }

    BodyLimits limits() {
        return limits;
    }

    @Nullable
    String web(String written) {
        String text = trimmed(written);
        if (text.isEmpty() || text.length() > limits.maxUrlLength()) {
            return null;
        }
        String scheme = scheme(text);
        UrlParts parts;
        if (scheme != null) {
            parts = isWeb(scheme) ? UrlParts.absolute(text) : null;
        } else if (startsWithHost(text)) {
            parts = UrlParts.absolute("https:" + text);
        } else if (BARE_HOST.matcher(text).matches()) {
            parts = UrlParts.absolute("https://" + text);
        } else {
            parts = base == null ? null : base.resolve(text);
        }
        return parts == null ? null : valid(parts.toString());
    }

    @Nullable
    String link(String written) {
        String text = trimmed(written);
        if (text.startsWith("#") && !namesAPage(text)) {
            return text.length() == 1
                    ? null
                    : valid(Here.PAGE + "#" + UrlEncoder.QUERY.encode(PartIds.of(text.substring(1))));
        }
        String scheme = scheme(text);
        if (scheme == null) {
            return web(text);
        }
        return OTHER_LINKS.contains(scheme)
                ? valid(scheme + ":" + UrlEncoder.QUERY.encode(text.substring(scheme.length() + 1)))
                : web(text);
    }

    /** Where the base is a whole site, {@code #note} would lead away from the article it stands in. */
    private boolean namesAPage(String fragment) {
        return base != null && !base.path().equals("/") && fragment.length() > 1;
    }

    private @Nullable String valid(String url) {
        if (url.length() > limits.maxUrlLength()) {
            return null;
        }
        try {
            new URI(url);
            return url;
        } catch (URISyntaxException e) {
            return null;
        }
    }

    /** Blanks around and line breaks inside go first, as browsers do (WHATWG URL, basic URL parser). */
    private static String trimmed(String written) {
        String text = XmlText.clean(written.strip());
        boolean broken = text.indexOf('\n') >= 0 || text.indexOf('\t') >= 0;
        return broken ? text.replace("\n", "").replace("\t", "").strip() : text;
    }

    private static @Nullable String scheme(String text) {
        var matcher = SCHEME.matcher(text);
        return matcher.lookingAt() ? matcher.group(1).toLowerCase(Locale.ROOT) : null;
    }

    private static boolean isWeb(@Nullable String scheme) {
        return "http".equals(scheme) || "https".equals(scheme);
    }

    private static boolean startsWithHost(String text) {
        return text.length() > 1 && isSlash(text.charAt(0)) && isSlash(text.charAt(1));
    }

    static boolean isSlash(char c) {
        return c == '/' || c == '\\';
    }
}
