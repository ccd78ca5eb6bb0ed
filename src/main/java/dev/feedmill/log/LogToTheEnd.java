package dev.feedmill.log;

import java.util.logging.LogManager;

/**
 * Keeps the log as it was set up until the Java machine has ended: its own manager takes all handlers away as soon as it is
 * told to stop, and with them what is said of the stop.
 */
public final class LogToTheEnd extends LogManager {
    @Override
    public void reset() {
        // stays as it is
    }
}
