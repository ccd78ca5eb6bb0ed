package dev.feedmill.article;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What of the folder and of this host an article shows, plays or links to.
 *
 * @param files in the order in which the article names them
 * @param linked paths of other articles, and, with a slash at their start, addresses of pages
 * @param missing every path and address at which something was looked for in vain
 */
public record Attachments(List<Attachment> files, List<String> linked, List<String> missing) {
    /** Of an article that names none. */
    public static final Attachments NONE = new Attachments(List.of(), List.of(), List.of());

    public Attachments {
        files = List.copyOf(files);
        linked = List.copyOf(linked);
        missing = List.copyOf(missing);
    }

    /** The file at an address, as {@link Attachment#url} has it. */
    public Optional<Attachment> at(String url) {
        return files.stream().filter(file -> file.url().equals(url)).findFirst();
    }

    /** Whether people see no difference between these files and others. */
    public boolean looksLike(Attachments other) {
        return files.size() == other.files.size()
                && IntStream.range(0, files.size()).allMatch(i -> files.get(i).looksLike(other.files.get(i)));
    }
}
