package dev.feedmill.article;

import java.util.List;

/**
 * The files of the folder that an article shows, plays or links to, by their paths.
 *
 * @param found those that were there, in the order in which the article names them
 * @param missing every place at which one was looked for in vain
 */
public record Attachments(List<String> found, List<String> missing) {
    /** Of an article that names none. */
    public static final Attachments NONE = new Attachments(List.of(), List.of());

    public Attachments {
        found = List.copyOf(found);
        missing = List.copyOf(missing);
    }
}
