package dev.feedmill.html.allowed;

import dev.feedmill.html.text.XmlText;
import dev.feedmill.web.ServerUrl;
import dev.feedmill.web.UrlEncoder;
import dev.feedmill.web.UrlParts;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The base of one body's relative URLs, with limits on their length and number; relative URLs without a usable base are
 * dropped.
 */
public final class BaseUrl {
    /** Schemes of links besides http and https: they open a program that the user chose, and contain no script. */
    private static final Set<String> OTHER_LINKS = Set.of("mailto", "tel", "sms", "xmpp", "magnet", "geo");

    private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*):");
    private static final Pattern BARE_HOST = Pattern.compile("www\\.[^\\s/?#.]+\\.[^\\s/?#]+.*", Pattern.DOTALL);

    private final @Nullable UrlParts base;
    private final @Nullable UrlParts pictures;
    private final boolean mediaFromRoot;
    private final boolean isPage;
    private final LinkBase.Sources sources;
    private final BodyLimits limits;

    public BaseUrl(LinkBase links, BodyLimits limits) {
        this.limits = limits;
        base = parts(links.start());
        isPage = links.isPage();
        mediaFromRoot = !links.pictures().equals(links.start());
        pictures = mediaFromRoot ? parts(links.pictures()) : base;
        sources = links.sources();
    }

    public BaseUrl(String written, BodyLimits limits) {
        this(LinkBase.of(written), limits);
    }

    private static @Nullable UrlParts parts(String written) {
        String trimmed = trimmed(written);
        return isWeb(scheme(trimmed)) ? UrlParts.absolute(trimmed) : null;
    }

    /** Returns the URL of a picture or another media file. */
    @Nullable
    public String media(String written) {
        String text = trimmed(written);
        boolean fromRoot = mediaFromRoot && text.startsWith("/") && !startsWithHost(text);
        return web(fromRoot ? text.substring(1) : text, pictures);
    }

    BodyLimits limits() {
        return limits;
    }

    @Nullable
    public String web(String written) {
        return web(written, base);
    }

    private @Nullable String web(String written, @Nullable UrlParts start) {
        String text = trimmed(written);
        if (text.isEmpty() || text.length() > limits.maxUrlLength()) {
            return null;
        }
        String scheme = scheme(text);
        UrlParts parts;
        if (scheme != null) {
            String source = isWeb(scheme) ? text : sources.address(text);
            parts = source == null || source.isEmpty() ? null : UrlParts.absolute(source);
        } else if (startsWithHost(text)) {
            parts = UrlParts.absolute("https:" + text);
        } else if (BARE_HOST.matcher(text).matches()) {
            parts = UrlParts.absolute("https://" + text);
        } else {
            parts = relative(text, start);
        }
        return parts == null ? null : valid(parts.toString());
    }

    private @Nullable UrlParts relative(String text, @Nullable UrlParts start) {
        int hash = text.indexOf('#');
        String source = hash == 0 ? null : sources.address(hash < 0 ? text : text.substring(0, hash));
        if (source != null && source.isEmpty()) {
            return null;
        }
        if (source != null) {
            String part = hash < 0 ? "" : text.substring(hash + 1);
            // Only pages of this server have parts with generated names.
            return UrlParts.absolute(
                    part.isEmpty()
                            ? source
                            : source + "#" + (source.startsWith(ServerUrl.URL) ? FragmentIds.of(part) : part));
        }
        return start == null ? null : start.resolve(text);
    }

    @Nullable
    String link(String written) {
        String text = trimmed(written);
        if (text.startsWith("#") && !(isPage && base != null)) {
            return text.length() == 1
                    ? null
                    : valid(ServerUrl.PAGE + "#" + UrlEncoder.QUERY.encode(FragmentIds.of(text.substring(1))));
        }
        String scheme = scheme(text);
        if (scheme == null) {
            return web(text);
        }
        return OTHER_LINKS.contains(scheme)
                ? valid(scheme + ":" + UrlEncoder.QUERY.encode(text.substring(scheme.length() + 1)))
                : web(text);
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

    /** Strips surrounding spaces and line breaks, as browsers do (WHATWG URL, basic URL parser). */
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
        return text.length() > 1 && UrlParts.isSlash(text.charAt(0)) && UrlParts.isSlash(text.charAt(1));
    }
}
