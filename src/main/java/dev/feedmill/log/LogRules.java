package dev.feedmill.log;

/**
 * What an operator may choose about the log.
 *
 * @param level the least that is told
 * @param access whether requests are told
 */
public record LogRules(Level level, Format format, boolean access) {
    /** As it is where nobody chose. */
    public static final LogRules DEFAULTS = new LogRules(Level.INFO, Format.TEXT, false);

    /** How much is told: each level includes those before it. */
    public enum Level {
        ERROR,
        WARN,
        INFO,
        DEBUG
    }

    /** How a line looks. */
    public enum Format {
        /** For people. */
        TEXT,
        /** One JSON object a line, for programs. */
        JSON
    }
}
