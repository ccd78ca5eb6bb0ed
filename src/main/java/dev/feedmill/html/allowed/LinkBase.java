package dev.feedmill.html.allowed;

import org.jspecify.annotations.Nullable;

/**
 * What the relative addresses of one body mean.
 *
 * @param start the address that links start from; where it is none, relative links are dropped
 * @param isPage whether the text is shown at that address, so that {@code #parts} of it are there
 * @param pictures the address that pictures and other media start from
 * @param sources knows the articles and files that an author names by their places in the folder
 */
public record LinkBase(String start, boolean isPage, String pictures, Sources sources) {
    /** Finds what an author names by its place in the folder. */
    @FunctionalInterface
    public interface Sources {
        /**
         * The address of what is named, without its {@code #part}; empty where there is no such file; null for an address
         * that names none.
         */
        @Nullable
        String address(String written);
    }

    /** Where everything starts from one address, which is a page where it has a path. */
    public static LinkBase of(String url) {
        boolean isPage =
                !url.replaceFirst("^https?://[^/]*", "").replace("/", "").isEmpty();
        return new LinkBase(url, isPage, url, written -> null);
    }
}
