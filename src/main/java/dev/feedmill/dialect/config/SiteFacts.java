package dev.feedmill.dialect.config;

import java.net.URI;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Facts of a site as a whole from its configuration; each is null if there is no usable value.
 *
 * @param home absolute URL of the website, with its path and without a final slash
 */
public record SiteFacts(
        @Nullable String title,
        @Nullable String description,
        @Nullable String author,
        @Nullable String language,
        @Nullable ZoneId zone,
        @Nullable String home) {

    /** Example hosts that generators write into the configuration of a new site. */
    private static final Set<String> PLACEHOLDERS = Set.of(
            "example.com",
            "example.org",
            "www.example.com",
            "example.net",
            "yoursite.com",
            "yourdomain.com",
            "localhost");

    public static SiteFacts of(Config config) {
        return new SiteFacts(
                config.text("title", "name"),
                config.text("description", "subtitle", "tagline"),
                config.text("author", "author.name", "params.author", "params.author.name", "author.0"),
                language(config.text(
                        "language", "lang", "locale", "languageCode", "defaultContentLanguage", "default_language")),
                zone(config.text("timezone", "timeZone")),
                home(config.text("url", "baseURL", "baseurl", "base_url", "siteurl"), ""));
    }

    public SiteFacts withHome(@Nullable String url, String path) {
        return new SiteFacts(title, description, author, language, zone, home(url, path));
    }

    /**
     * Returns the site's URL; null for none, and for a generator's example.
     *
     * @param path of the site below the URL, if it is configured separately
     */
    public static @Nullable String home(@Nullable String url, String path) {
        if (url == null || !url.matches("(?i)https?://[^\\s/{}<>\"]+(/[^\\s{}<>\"]*)?")) {
            return null;
        }
        String whole = url.replaceFirst("/+$", "") + "/" + path.replaceFirst("^/+", "");
        try {
            String host = URI.create(whole).getHost();
            return host == null || PLACEHOLDERS.contains(host.toLowerCase(Locale.ROOT)) || host.startsWith("127.")
                    ? null
                    : whole.replaceFirst("/+$", "");
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    public static @Nullable String language(@Nullable String written) {
        String tag = written == null ? "" : written.replace('_', '-');
        return tag.matches("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*") ? tag : null;
    }

    public static @Nullable ZoneId zone(@Nullable String written) {
        try {
            return written == null ? null : ZoneId.of(written);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
