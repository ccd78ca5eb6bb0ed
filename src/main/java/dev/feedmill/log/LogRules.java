package dev.feedmill.log;

/**
 * The operator's settings for the log.
 *
 * @param level lowest level that is logged
 * @param access whether requests are logged
 */
public record LogRules(Level level, Format format, boolean access) {
    /** The default settings. */
    public static final LogRules DEFAULTS = new LogRules(Level.INFO, Format.TEXT, false);

    /** The log levels; each includes those before it. */
    public enum Level {
        ERROR,
        WARN,
        INFO,
        DEBUG
    }

    /** The formats of a line. */
    public enum Format {
        /** Plain text, for people. */
        TEXT,
        /** One JSON object per line, for programs. */
        JSON
    }
}
