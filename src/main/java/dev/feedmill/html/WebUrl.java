package dev.feedmill.html;

import org.jspecify.annotations.Nullable;

/**
 * Addresses as authors write them, made absolute and valid by RFC 3986, so that {@link java.net.URI} reads them.
 *
 * <p>Blanks and non-ASCII characters are encoded, host names are in punycode, {@code //host} is taken as https, an
 * existing {@code %XX} stays as it is.
 */
public final class WebUrl {
    private WebUrl() {}

    /** An absolute http or https URL; null where there is none, also for an empty text. */
    public static @Nullable String absolute(String baseUrl, String written) {
        return new BaseUrl(baseUrl).web(written);
    }

    /** The same for what a link may lead to: http, https, mailto, tel and their like. */
    public static @Nullable String link(String baseUrl, String written) {
        return new BaseUrl(baseUrl).link(written);
    }
}
