package dev.feedmill.dialect;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where the folder of a site is, relative to the articles folder.
 *
 * @param folder of the site within the articles folder; empty if it is the articles folder or above it
 * @param articlesPath path of the articles folder within the site; empty if it is the site's root or above it
 */
public record SitePlace(String folder, String articlesPath) {
    /** Returns whether a file of the articles folder is in the site's folder. */
    boolean holds(String file) {
        return folder.isEmpty() || file.startsWith(folder + "/");
    }

    /** Returns a file's path below the root of the site, by its path in the articles folder. */
    String inSite(String file) {
        String below = folder.isEmpty() ? file : file.substring(folder.length() + 1);
        return articlesPath.isEmpty() ? below : articlesPath + "/" + below;
    }

    /** Returns the path in the articles folder for a path of the site; null if it is outside. */
    @Nullable
    String inFolder(String path) {
        String whole = folder.isEmpty() ? path : path.isEmpty() ? folder : folder + "/" + path;
        if (articlesPath.isEmpty()) {
            return whole;
        }
        return path.equals(articlesPath)
                ? ""
                : path.startsWith(articlesPath + "/") ? path.substring(articlesPath.length() + 1) : null;
    }

    /** Returns the paths in the articles folder for paths of the site, without those outside. */
    List<String> inFolder(List<String> paths) {
        return paths.stream().map(this::inFolder).filter(Objects::nonNull).toList();
    }
}
