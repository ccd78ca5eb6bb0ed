package dev.feedmill.html;

import org.jspecify.annotations.Nullable;

/**
 * What the relative addresses of one body mean.
 *
 * @param page the address that links start from; where it is none, relative links are dropped; where it is a whole site and
 *     not a page, links to {@code #parts} are
 * @param pictures the address that pictures and other media start from
 * @param sources knows the articles and files that an author names by their places in the folder
 */
public record LinkBase(String page, String pictures, Sources sources) {
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

    /** Where everything starts from one address. */
    public static LinkBase of(String url) {
        return new LinkBase(url, url, written -> null);
    }
}
