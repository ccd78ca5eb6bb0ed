package dev.feedmill.folder;

import dev.feedmill.problem.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What came of a look at the folder.
 *
 * @param files that were read or went, where it was a look at these alone
 * @param problems why the whole could not be compared
 */
public record FolderLook(Kind kind, Set<String> files, List<Problem> problems) {
    public FolderLook {
        files = Set.copyOf(files);
        problems = List.copyOf(problems);
    }

    /** How much was looked at, and with what success. */
    public enum Kind {
        /** The whole was compared, and something had changed. */
        CHANGED,
        /** The whole was compared, and nothing had changed. */
        SAME,
        /** The whole could not be compared; what was known is kept. */
        FAILED,
        /** Single files. */
        FILES
    }

    static FolderLook of(FolderSync.Outcome outcome) {
        if (!outcome.complete()) {
            return new FolderLook(Kind.FAILED, Set.of(), outcome.problems());
        }
        return new FolderLook(outcome.changed() ? Kind.CHANGED : Kind.SAME, Set.of(), List.of());
    }

    static FolderLook at(Path root, WriteDebouncer.Due due) {
        Set<String> files = Stream.concat(due.settled().stream(), due.waited().stream())
                .map(path -> FolderView.name(root, path))
                .collect(Collectors.toUnmodifiableSet());
        return new FolderLook(Kind.FILES, files, List.of());
    }
}
