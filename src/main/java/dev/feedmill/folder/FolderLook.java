package dev.feedmill.folder;

import dev.feedmill.problem.Problem;
import java.util.List;
import java.util.Set;

/**
 * The result of a look at the folder.
 *
 * @param files paths that were read or removed, if only single files were looked at
 * @param problems why the scan failed
 */
public record FolderLook(Kind kind, Set<String> files, List<Problem> problems) {
    public FolderLook {
        files = Set.copyOf(files);
        problems = List.copyOf(problems);
    }

    /** Extent and success of a look. */
    public enum Kind {
        /** A scan found changes. */
        CHANGED,
        /** A scan found no change. */
        SAME,
        /** A scan failed; the library is unchanged. */
        FAILED,
        /** Only single files were looked at. */
        FILES
    }

    static FolderLook of(FolderSync.Outcome outcome) {
        if (!outcome.complete()) {
            return new FolderLook(Kind.FAILED, Set.of(), outcome.problems());
        }
        return new FolderLook(outcome.changed() ? Kind.CHANGED : Kind.SAME, Set.of(), List.of());
    }

    static FolderLook of(FolderSync.Unfinished left) {
        return new FolderLook(Kind.FILES, left.compared(), List.of());
    }
}
