package dev.feedmill.html;

import dev.feedmill.web.ServerUrl;

/**
 * HTML that is safe to show in any feed reader; only {@link HtmlSanitizer} makes it from authors' HTML.
 *
 * <p>Every URL in it is absolute. Those of Feedmill itself begin with {@link ServerUrl#URL}, so that the stored text
 * does not change when the server moves; {@link #at} inserts the real address. Links to parts of the text begin with
 * {@link ServerUrl#PAGE}.
 */
public final class SafeHtml {
    public static final SafeHtml EMPTY = new SafeHtml("");

    private final String html;

    SafeHtml(String html) {
        this.html = html;
    }

    /** Wraps stored output of the sanitizer; never call it with anything else. */
    public static SafeHtml stored(String html) {
        return html.isEmpty() ? EMPTY : new SafeHtml(html);
    }

    /** Returns the text to store, with {@link ServerUrl#URL} for the server's own address. */
    public String stored() {
        return html;
    }

    /**
     * Returns the text to serve, with the server's own address.
     *
     * @param page path of the article's own page, where links to its parts lead
     */
    public String at(ServerUrl server, String page) {
        return server.resolve(html.replace(ServerUrl.PAGE, server.url(page)));
    }

    public boolean isEmpty() {
        return html.isEmpty();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SafeHtml safe && safe.html.equals(html);
    }

    @Override
    public int hashCode() {
        return html.hashCode();
    }

    @Override
    public String toString() {
        return html;
    }
}
