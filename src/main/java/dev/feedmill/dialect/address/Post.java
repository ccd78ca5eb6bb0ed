package dev.feedmill.dialect.address;

import java.time.LocalDateTime;
import java.util.List;

/**
 * What of an article its address depends on.
 *
 * @param path of its file, below the root of its site
 * @param header its front matter
 * @param date in the zone of its site
 * @param title its own, empty where it names none
 * @param categories each with its parents, the outermost first
 */
public record Post(String path, Header header, LocalDateTime date, String title, List<List<String>> categories) {
    public Post {
        categories = List.copyOf(categories);
    }

    /** The same without its title. */
    public Post untitled() {
        return new Post(path, header, date, "", categories);
    }

    /** The file's name with its ending. */
    public String fileName() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** The path without its ending. */
    public String stem() {
        int dot = path.lastIndexOf('.');
        return dot > path.lastIndexOf('/') ? path.substring(0, dot) : path;
    }

    /** The path without its ending, below a folder of the site. */
    public String stemBelow(String folder) {
        String stem = stem();
        return !folder.isEmpty() && stem.startsWith(folder + "/") ? stem.substring(folder.length() + 1) : stem;
    }
}
