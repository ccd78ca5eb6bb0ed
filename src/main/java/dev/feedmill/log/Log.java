package dev.feedmill.log;

import java.io.PrintStream;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Configures {@code java.util.logging}, which the program and its libraries log to, most of them through SLF4J. The
 * configuration holds for the whole JVM.
 */
public final class Log {
    private static final Logger ALL = Logger.getLogger("");
    private static final Logger OWN = Logger.getLogger("dev.feedmill");

    /** Loggers of client errors, which are answered but not logged. */
    private static final Logger[] CLIENTS = {
        Logger.getLogger("org.eclipse.jetty.util.HostPort"), Logger.getLogger("org.eclipse.jetty.http.HttpParser")
    };

    private Log() {}

    /** Sends all log output to this stream from now on. */
    public static void to(PrintStream stream, LogRules rules) {
        for (Handler handler : ALL.getHandlers()) {
            ALL.removeHandler(handler);
        }
        ALL.addHandler(
                new LineHandler(stream, rules.format() == LogRules.Format.JSON ? new JsonLine() : new TextLine()));
        OWN.setLevel(level(rules.level()));
        AccessLogger.setOn(rules.access());
        ALL.setLevel(others(rules.level()));
        for (Logger logger : CLIENTS) {
            logger.setLevel(Level.SEVERE);
        }
    }

    private static Level level(LogRules.Level level) {
        return switch (level) {
            case ERROR -> Level.SEVERE;
            case WARN -> Level.WARNING;
            case INFO -> Level.INFO;
            case DEBUG -> Level.FINE;
        };
    }

    /** The log level of libraries: they report problems; only debugging needs more. */
    private static Level others(LogRules.Level level) {
        return switch (level) {
            case ERROR -> Level.SEVERE;
            case WARN, INFO -> Level.WARNING;
            case DEBUG -> Level.INFO;
        };
    }
}
