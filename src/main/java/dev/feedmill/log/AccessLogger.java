package dev.feedmill.log;

import java.util.logging.Level;
import java.util.logging.Logger;

/** Where requests are told, if the operator wants it. */
public final class AccessLogger {
    public static final String NAME = "dev.feedmill.access";

    private static final Logger LOG = Logger.getLogger(NAME);

    private AccessLogger() {}

    /** Not unless the settings say so: the level of all else does not count. */
    public static boolean isOn() {
        return Level.INFO.equals(LOG.getLevel());
    }

    static void turn(boolean on) {
        LOG.setLevel(on ? Level.INFO : Level.OFF);
    }

    /** To be called only where it is on. */
    public static void tell(FieldRecord line) {
        LOG.log(line);
    }
}
