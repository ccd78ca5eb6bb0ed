package dev.feedmill.html.allowed;

import org.jspecify.annotations.Nullable;

/**
 * How to resolve the relative URLs of one body.
 *
 * @param start base of links; if it is no URL, relative links are dropped
 * @param isPage whether the text is shown at that URL, so that its {@code #parts} exist there
 * @param pictures base of pictures and other media
 * @param sources resolves paths of articles and files in the folder
 */
public record LinkBase(String start, boolean isPage, String pictures, Sources sources) {
    /** Resolver of paths in the folder. */
    @FunctionalInterface
    public interface Sources {
        /**
         * Returns the address of a path, without its {@code #part}; empty if there is no such file; null for a URL that
         * is no path in the folder.
         */
        @Nullable
        String address(String written);
    }

    /** Returns a base with one URL for everything, which is a page if it has a path. */
    public static LinkBase of(String url) {
        boolean isPage =
                !url.replaceFirst("^https?://[^/]*", "").replace("/", "").isEmpty();
        return new LinkBase(url, isPage, url, written -> null);
    }
}
