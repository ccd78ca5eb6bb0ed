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
 * @param changedFiles new or changed files, in the order of their paths
 * @param missing files that no longer exist
 * @param mayWait paths of changed files that may wait for further events
 * @param state what the folder now holds at the path of a known file that is not among these
 * @param text the body of a changed file; null if it cannot be read again
 */
public record FolderChange(
        List<ChangedFile> changedFiles,
        Collection<FileRow> missing,
        Set<String> mayWait,
        Function<FileRow, FileState> state,
        Function<ChangedFile, @Nullable String> text) {
    public FolderChange {
        changedFiles = List.copyOf(changedFiles);
        missing = List.copyOf(missing);
        mayWait = Set.copyOf(mayWait);
    }
}
