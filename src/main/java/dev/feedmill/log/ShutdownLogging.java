package dev.feedmill.log;

import java.util.logging.LogManager;

/**
 * A log manager that keeps the configuration until the JVM has ended. The default one removes all handlers at the start
 * of shutdown, and so loses messages about it.
 */
public final class ShutdownLogging extends LogManager {
    @Override
    public void reset() {
        // stays as it is
    }
}
