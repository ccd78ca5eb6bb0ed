package dev.feedmill.log;

import dev.feedmill.problem.Problem;
import dev.feedmill.setting.SettingValues;

/**
 * The operator's settings for the log.
 *
 * @param level lowest level that is logged
 * @param access whether requests are logged
 * @param problems maximum number of problem lines after one scan of the folder
 * @param messageLength maximum length of a problem's message in characters
 */
public record LogRules(Level level, Format format, boolean access, int problems, int messageLength) {
    /** The default settings. */
    public static final LogRules DEFAULTS = of(SettingValues.DEFAULTS);

    public static LogRules of(SettingValues settings) {
        return new LogRules(
                settings.choice("log.level", Level.INFO),
                settings.choice("log.format", Format.TEXT),
                settings.yes("log.access", false),
                settings.number("log.problems", 20, 0, 100_000),
                settings.number("log.message-length", Problem.USUAL_LENGTH, 100, 10_000));
    }

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
