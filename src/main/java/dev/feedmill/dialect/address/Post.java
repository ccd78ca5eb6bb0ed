package dev.feedmill.dialect.address;

import java.time.LocalDateTime;
import java.util.List;

/**
 * The parts of an article that its address depends on.
 *
 * @param path of its file, below the root of its site
 * @param header its front matter
 * @param date in the zone of its site
 * @param title its own, empty if it has none
 * @param categories each with its parents, the outermost first
 */
public record Post(String path, Header header, LocalDateTime date, String title, List<List<String>> categories) {
    public Post {
        categories = List.copyOf(categories);
    }

    /** Returns a copy without the title. */
    public Post untitled() {
        return new Post(path, header, date, "", categories);
    }

    /** Returns the file's name with its ending. */
    public String fileName() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Returns the path without its ending. */
    public String stem() {
        int dot = path.lastIndexOf('.');
        return dot > path.lastIndexOf('/') ? path.substring(0, dot) : path;
    }

    /** Returns the path below a folder of the site, without its ending. */
    public String stemBelow(String folder) {
        String stem = stem();
        return !folder.isEmpty() && stem.startsWith(folder + "/") ? stem.substring(folder.length() + 1) : stem;
    }
}
