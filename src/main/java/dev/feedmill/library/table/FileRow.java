package dev.feedmill.library.table;

import dev.feedmill.problem.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of {@code file}.
 *
 * @param article what came of it; kept where a later text of it had to be refused
 */
public record FileRow(
        String path,
        FileStamp stamp,
        String digest,
        Outcome outcome,
        @Nullable Long article,
        List<Problem> problems) {}
