package dev.feedmill.web;

/**
 * The public address of this server, which stored texts and links name by a placeholder until they are sent.
 *
 * @param baseUrl absolute http or https URL without a final slash
 */
public record ServerUrl(String baseUrl) {
    /** The placeholder, with its slash; {@code invalid} never resolves (RFC 2606 section 2). */
    public static final String URL = "https://feedmill.invalid/";

    /** The path below which articles are found by the paths of their files, since links name them so. */
    public static final String SOURCE = "source/";

    /** The path below which files of the articles folder are found. */
    public static final String FILES = "files/";

    /** The placeholder for the page of the article that a text belongs to. */
    public static final String PAGE = "https://page.feedmill.invalid/";

    public ServerUrl {
        while (baseUrl.endsWith("/")) {
            baseUrl = baseUrl.substring(0, baseUrl.length() - 1);
        }
    }

    /** The absolute URL of one of the server's own paths, given without a slash at its start. */
    public String url(String path) {
        return baseUrl + "/" + path;
    }

    /** Puts the real address wherever the placeholder stands. */
    public String resolve(String text) {
        return text.replace(URL, baseUrl + "/");
    }
}
