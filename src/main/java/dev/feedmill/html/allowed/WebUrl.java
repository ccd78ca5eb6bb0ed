package dev.feedmill.html.allowed;

import org.jspecify.annotations.Nullable;

/**
 * Addresses as authors write them, made absolute and valid by RFC 3986, so that {@link java.net.URI} reads them.
 *
 * <p>Blanks and non-ASCII characters are encoded, host names are in punycode, {@code //host} is taken as https, an
 * existing {@code %XX} stays as it is.
 */
public final class WebUrl {
    /** Servers take so long ones (RFC 9110 section 4.1 asks for 8000 octets). */
    public static final int USUAL_LENGTH = 8_000;

    private WebUrl() {}

    /** An absolute http or https URL; null where there is none, also for an empty text. */
    public static @Nullable String absolute(String baseUrl, String written) {
        return absolute(baseUrl, written, USUAL_LENGTH);
    }

    /** Null also where it would have more than so many characters. */
    public static @Nullable String absolute(String baseUrl, String written, int maxLength) {
        return new BaseUrl(baseUrl, limits(maxLength)).web(written);
    }

    /** What a link may lead to, of the usual length: http, https, mailto, tel and their like. */
    public static @Nullable String link(String baseUrl, String written) {
        return new BaseUrl(baseUrl, BodyLimits.defaults()).link(written);
    }

    private static BodyLimits limits(int maxLength) {
        return new BodyLimits(1, 1, 1, maxLength, 1);
    }
}
