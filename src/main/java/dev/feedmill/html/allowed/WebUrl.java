package dev.feedmill.html.allowed;

import org.jspecify.annotations.Nullable;

/**
 * Makes URLs as authors write them absolute and valid by RFC 3986, so that {@link java.net.URI} parses them.
 *
 * <p>Spaces and non-ASCII characters are encoded, host names are in punycode, {@code //host} is taken as https, an
 * existing {@code %XX} stays as it is.
 */
public final class WebUrl {
    /** Length that servers usually accept (RFC 9110 section 4.1 asks for 8000 octets). */
    public static final int USUAL_LENGTH = 8_000;

    private WebUrl() {}

    /** Returns an absolute http or https URL; null if there is none, or if the text is empty. */
    public static @Nullable String absolute(String baseUrl, String written) {
        return absolute(baseUrl, written, USUAL_LENGTH);
    }

    /** Returns an absolute http or https URL; null also if it has more than {@code maxLength} characters. */
    public static @Nullable String absolute(String baseUrl, String written, int maxLength) {
        return new BaseUrl(baseUrl, limits(maxLength)).web(written);
    }

    /** Returns a link target of the usual length: http, https, mailto, tel and similar schemes. */
    public static @Nullable String link(String baseUrl, String written) {
        return new BaseUrl(baseUrl, BodyLimits.defaults()).link(written);
    }

    private static BodyLimits limits(int maxLength) {
        return new BodyLimits(1, 1, 1, maxLength, 1);
    }
}
