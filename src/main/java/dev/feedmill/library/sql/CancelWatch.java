package dev.feedmill.library.sql;

import dev.feedmill.runtime.Deadline;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.StatementCustomizer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Checks four times a second whether the client still waits for a transaction; if not, cancels its running statement,
 * as the database cannot see that by itself.
 */
final class CancelWatch implements StatementCustomizer {
    private static final Logger LOG = LoggerFactory.getLogger(CancelWatch.class);
    private static final Executor LATER =
            CompletableFuture.delayedExecutor(250, TimeUnit.MILLISECONDS, ForkJoinPool.commonPool());

    private final Deadline deadline;
    private volatile @Nullable PreparedStatement running;
    private volatile boolean ended;

    private CancelWatch(Deadline deadline) {
        this.deadline = deadline;
    }

    /** Watches all further statements of this handle until it is closed. */
    static void begin(Handle handle, Deadline deadline) {
        CancelWatch watch = new CancelWatch(deadline);
        handle.getConfig(SqlStatements.class).addCustomizer(watch);
        handle.addCleanable(() -> watch.ended = true);
        LATER.execute(watch::look);
    }

    @Override
    public void beforeExecution(PreparedStatement statement, StatementContext context) {
        running = statement;
    }

    @Override
    public void afterExecution(PreparedStatement statement, StatementContext context) {
        running = null;
    }

    private void look() {
        if (ended) {
            return;
        }
        PreparedStatement statement = running;
        if (statement != null && deadline.isOver()) {
            try {
                // Has no effect on a statement that has already ended.
                statement.cancel();
            } catch (SQLException e) {
                LOG.debug("a statement could not be ended before its time", e);
            }
        }
        LATER.execute(this::look);
    }
}
