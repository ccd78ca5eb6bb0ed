package dev.feedmill.library.identity;

import dev.feedmill.library.table.FileRow;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Files that came, changed or went together, and are judged together.
 *
 * @param arrivals files that are there and are new or changed, in the order of their paths
 * @param missing files that are no longer there
 * @param patient paths of arrivals that may wait for more to be heard
 * @param presence what the folder holds now at the path of a known file that is not among the arrivals
 * @param text the body of an arrival; null where it cannot be read again
 */
public record FolderChange(
        List<Arrival> arrivals,
        Collection<FileRow> missing,
        Set<String> patient,
        Function<FileRow, Presence> presence,
        Function<Arrival, @Nullable String> text) {
    public FolderChange {
        arrivals = List.copyOf(arrivals);
        missing = List.copyOf(missing);
        patient = Set.copyOf(patient);
    }
}
