package dev.feedmill.library.identity;

import dev.feedmill.library.table.FileRow;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Files that were created, changed or removed together, and are identified together.
 *
 * @param arrivals new or changed files, in the order of their paths
 * @param missing files that no longer exist
 * @param mayWait paths of arrivals that may wait for further events
 * @param presence what the folder now holds at the path of a known file that is not among the arrivals
 * @param text the body of an arrival; null if it cannot be read again
 */
public record FolderChange(
        List<Arrival> arrivals,
        Collection<FileRow> missing,
        Set<String> mayWait,
        Function<FileRow, Presence> presence,
        Function<Arrival, @Nullable String> text) {
    public FolderChange {
        arrivals = List.copyOf(arrivals);
        missing = List.copyOf(missing);
        mayWait = Set.copyOf(mayWait);
    }
}
