package dev.feedmill.library.table;

import dev.feedmill.problem.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code file}.
 *
 * @param article number of its article; kept if a later version of the file is refused
 */
public record FileRow(
        String path,
        FileStamp stamp,
        String digest,
        FileOutcome outcome,
        @Nullable Long article,
        List<Problem> problems) {}
