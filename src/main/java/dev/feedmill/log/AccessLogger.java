package dev.feedmill.log;

import java.util.logging.Level;
import java.util.logging.Logger;

/** The logger for requests, if the operator enables the access log. */
public final class AccessLogger {
    public static final String NAME = "dev.feedmill.access";

    private static final Logger LOG = Logger.getLogger(NAME);

    private AccessLogger() {}

    /** Whether the access log is on; only its own setting counts, not the log level. */
    public static boolean isOn() {
        return Level.INFO.equals(LOG.getLevel());
    }

    static void setOn(boolean on) {
        LOG.setLevel(on ? Level.INFO : Level.OFF);
    }

    /** Logs a request. Call it only if {@link #isOn}. */
    public static void log(FieldRecord line) {
        LOG.log(line);
    }
}
