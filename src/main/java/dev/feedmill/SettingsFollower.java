package dev.feedmill;

import dev.feedmill.app.App;
import dev.feedmill.app.CannotRunException;
import dev.feedmill.app.ProcessContext;
import dev.feedmill.config.Settings;
import dev.feedmill.log.Log;
import dev.feedmill.problem.Location;
import dev.feedmill.problem.Parsed;
import dev.feedmill.problem.Problem;
import dev.feedmill.problem.Problem.Kind;
import dev.feedmill.runtime.HangUp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the settings again, on a thread of its own, when their file has changed or the process gets SIGHUP, and has the
 * server apply them. Wrong settings change nothing.
 */
final class SettingsFollower {
    private static final Logger LOG = LoggerFactory.getLogger(SettingsFollower.class);

    /** Interval between looks at the file; it is quiet if two looks in a row see the same. */
    private static final long LOOK_MILLIS = 500;

    private final SettingOptions options;
    private final ProcessContext process;
    private final Semaphore asked = new Semaphore(0);
    private final @Nullable String fileAtStart;
    /** The style sheet that the settings name, which is read with them; empty for none. */
    private String style;

    private String seen;

    /**
     * Creates a follower that notes signals already, for a server that may still be starting.
     *
     * @param settings as they were read for the start
     */
    SettingsFollower(SettingOptions options, ProcessContext process, Settings settings) {
        this.style = settings.own().style();
        this.options = options;
        this.process = process;
        this.fileAtStart = options.file();
        this.seen = look();
        HangUp.onSignal(asked::release);
    }

    /** Begins to apply what changes; returns at once. */
    void start(App app) {
        Thread thread = new Thread(() -> follow(app), "settings-follower");
        thread.setDaemon(true);
        thread.start();
    }

    private void follow(App app) {
        String last = seen;
        try {
            while (!Thread.currentThread().isInterrupted()) {
                boolean isAsked = asked.tryAcquire(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                String now = look();
                if (isAsked || (!now.equals(seen) && now.equals(last))) {
                    asked.drainPermits();
                    seen = now;
                    renew(app);
                }
                last = now;
            }
        } catch (InterruptedException e) {
            LOG.debug("the settings are no longer followed", e);
        }
    }

    /** What shows that a file was written or replaced. */
    private String look() {
        String file = options.file();
        return (file == null ? "" : stamp(file)) + (style.isEmpty() ? "" : stamp(style));
    }

    private static String stamp(String file) {
        try {
            BasicFileAttributes now = Files.readAttributes(Path.of(file), BasicFileAttributes.class);
            return file + " " + now.fileKey() + " " + now.lastModifiedTime() + " " + now.size();
        } catch (IOException | InvalidPathException e) {
            return file + " " + e;
        }
    }

    private void renew(App app) {
        try {
            app.reportSettings(problems(app));
        } catch (RuntimeException e) {
            LOG.error("the settings could not be read again", e);
        }
    }

    /** Reads and applies the settings; returns the problems. */
    private List<Problem> problems(App app) {
        if (fileAtStart != null && options.file() == null) {
            // Defaults in place of a file that was moved away for a moment would do more harm.
            return kept(List.of(problem(fileAtStart, "the settings file must be there")));
        }
        Parsed<Settings> parsed = options.read(process);
        if (!(parsed instanceof Parsed.Read<Settings> read)) {
            return kept(parsed.problems());
        }
        style = read.value().own().style();
        seen = look();
        String file = Objects.requireNonNullElse(options.file(), SettingOptions.FILE_HERE);
        try {
            List<String> later = app.apply(read.value());
            Log.to(process.err(), read.value().log());
            List<Problem> problems = new ArrayList<>(parsed.problems());
            if (!later.isEmpty()) {
                problems.add(problem(file, "restart to apply: " + String.join(", ", later)));
            }
            LOG.info("the settings were read again and are applied");
            problems.forEach(problem -> LOG.warn("{}", problem));
            return problems;
        } catch (CannotRunException e) {
            return kept(List.of(problem(file, String.valueOf(e.getMessage()))));
        }
    }

    private static List<Problem> kept(List<Problem> problems) {
        problems.forEach(problem -> LOG.warn("{}", problem));
        LOG.warn("the settings stay as they were, since the new ones are wrong");
        return problems;
    }

    private static Problem problem(String file, String message) {
        return new Problem(Location.of(file), Kind.SETTING, message);
    }
}
