package dev.feedmill.library.sql;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * Connections to PostgreSQL. One through a pooler such as PgBouncer may be of another session in each transaction, so
 * it prepares no statements on the server, unless the URL says otherwise. Thread-safe.
 */
final class PostgresConnections implements DataSource {
    private static final String THRESHOLD = "prepareThreshold";

    private final String url;
    private final Map<String, String> properties;
    private volatile int loginTimeout;
    private volatile @Nullable Boolean pooled;

    /**
     * Creates them.
     *
     * @param properties of the driver; those in the URL win
     */
    PostgresConnections(String url, Map<String, String> properties) {
        this.url = url;
        this.properties = Map.copyOf(properties);
    }

    @Override
    public Connection getConnection() throws SQLException {
        Properties all = new Properties();
        all.putAll(properties);
        all.setProperty("loginTimeout", String.valueOf(loginTimeout));
        Connection connection = DriverManager.getConnection(url, all);
        try {
            if (!url.contains(THRESHOLD) && isPooled(connection)) {
                connection.unwrap(PGConnection.class).setPrepareThreshold(0);
            }
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** Once found out, it is not asked again: the question would wait where a pooler has no session to spare. */
    private boolean isPooled(Connection connection) throws SQLException {
        Boolean known = pooled;
        if (known == null) {
            int limit = connection.getNetworkTimeout();
            connection.setNetworkTimeout(Runnable::run, Math.toIntExact(TimeUnit.SECONDS.toMillis(loginTimeout)));
            known = connection.unwrap(PGConnection.class).getBackendPID() != process(connection);
            pooled = known;
            connection.setNetworkTimeout(Runnable::run, limit);
        }
        return known;
    }

    /** The process that runs the statements; a pooler told the driver a number of its own, for requests to cancel. */
    private static int process(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT pg_backend_pid()")) {
            result.next();
            return result.getInt(1);
        }
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException("the URL has user and password");
    }

    @Override
    public @Nullable PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(@Nullable PrintWriter out) throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public int getLoginTimeout() {
        return loginTimeout;
    }

    @Override
    public void setLoginTimeout(int seconds) {
        loginTimeout = seconds;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public <T> T unwrap(Class<T> wanted) throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public boolean isWrapperFor(Class<?> wanted) {
        return false;
    }
}
