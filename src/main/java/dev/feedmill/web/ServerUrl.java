package dev.feedmill.web;

/**
 * The public base URL of this server. Stored texts and links have a placeholder for it, which is replaced when they are
 * sent.
 *
 * @param baseUrl absolute http or https URL without a final slash
 */
public record ServerUrl(String baseUrl) {
    /** The placeholder, with a final slash; {@code invalid} never resolves (RFC 2606 section 2). */
    public static final String URL = "https://feedmill.invalid/";

    /** The placeholder for the page of the article that contains the text. */
    public static final String PAGE = "https://page.feedmill.invalid/";

    public ServerUrl {
        while (baseUrl.endsWith("/")) {
            baseUrl = baseUrl.substring(0, baseUrl.length() - 1);
        }
    }

    /** The absolute URL of a path on this server, given without a leading slash. */
    public String url(String path) {
        return baseUrl + "/" + path;
    }

    /** Replaces the placeholder by the base URL everywhere in a text. */
    public String resolve(String text) {
        return text.replace(URL, baseUrl + "/");
    }
}
