package dev.feedmill.article;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The files and pages of this server that an article shows, plays or links to.
 *
 * @param files files in the order of the article
 * @param linked paths of linked articles; with a leading slash, paths of linked pages
 * @param missing paths and addresses that were looked up without result
 */
public record Attachments(List<Attachment> files, List<String> linked, List<String> missing) {
    /** The attachments of an article without any. */
    public static final Attachments NONE = new Attachments(List.of(), List.of(), List.of());

    public Attachments {
        files = List.copyOf(files);
        linked = List.copyOf(linked);
        missing = List.copyOf(missing);
    }

    /** The file at a URL in the form of {@link Attachment#url}. */
    public Optional<Attachment> at(String url) {
        return files.stream().filter(file -> file.url().equals(url)).findFirst();
    }

    /** Whether these files and others look the same to people. */
    public boolean rendersSameAs(Attachments other) {
        return files.size() == other.files.size()
                && IntStream.range(0, files.size()).allMatch(i -> files.get(i).rendersSameAs(other.files.get(i)));
    }
}
