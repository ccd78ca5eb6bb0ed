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
 * Reads the settings for the start and, on a thread of its own, again when their file has changed or the process gets
 * SIGHUP, and has the server apply them. Wrong settings change nothing.
 */
final class SettingsFollower {
    private static final Logger LOG = LoggerFactory.getLogger(SettingsFollower.class);

    /** Interval between looks at the file; it is quiet if two looks in a row see the same. */
    private static final long LOOK_MILLIS = 500;

    /** Interval after a signal, which is usually sent once the file is written. */
    private static final long SIGNAL_MILLIS = 100;

    private static final long RETRY_MILLIS = 5_000;

    private final SettingOptions options;
    private final ProcessContext process;
    private final Semaphore asked = new Semaphore(0);
    /** The file whose text is applied; null if there is none, or if it has no text. */
    private @Nullable String applied;
    /** The style sheet that the settings name, which is read with them; empty for none. */
    private String style = "";
    /** What was seen of the files just before they were read; empty if they must be read in any case. */
    private String seen = "";

    private List<Problem> atStart = List.of();
    private String lastFailure = "";

    SettingsFollower(SettingOptions options, ProcessContext process) {
        this.options = options;
        this.process = process;
    }

    /** What was read: settings, or why there are none, and the file of their text, null if there is no text. */
    private record Reading(String file, @Nullable String withText, Parsed<Settings> settings) {}

    /** Reads the settings for the start and prints all problems. */
    Settings first() throws WrongSettingsException {
        Reading reading = read();
        applied = reading.withText();
        atStart = reading.settings().problems();
        return SettingOptions.printed(process, reading.settings());
    }

    /** Notes signals from now on, for a server that may still be starting. */
    void noteSignals() {
        // A terminal sends the same signal when it is closed, and that is to end the server.
        if (!process.terminal()) {
            HangUp.onSignal(asked::release);
        }
    }

    /** Begins to apply what changes; returns at once. */
    void start(App app) {
        app.reportSettings(atStart);
        Thread thread = new Thread(() -> follow(app), "settings-follower");
        thread.setDaemon(true);
        thread.start();
    }

    @SuppressWarnings("CatchingThrowable") // memory may become available again
    private void follow(App app) {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                renewOnChanges(app);
            } catch (InterruptedException e) {
                LOG.debug("the settings are no longer followed", e);
                return;
            } catch (Throwable e) {
                seen = "";
                fail(e);
            }
        }
    }

    private void renewOnChanges(App app) throws InterruptedException {
        String last = "";
        boolean isAsked = false;
        while (true) {
            boolean isSignal = asked.tryAcquire(isAsked ? SIGNAL_MILLIS : LOOK_MILLIS, TimeUnit.MILLISECONDS);
            isSignal |= asked.drainPermits() > 0;
            String now = look();
            if (!isSignal && now.equals(last) && (isAsked || !now.equals(seen))) {
                isAsked = false;
                app.reportSettings(problems(app));
                lastFailure = "";
            }
            isAsked |= isSignal;
            last = now;
        }
    }

    /** Logs a failure, once for as long as it is the same, and waits. */
    private void fail(Throwable fault) {
        try {
            if (!fault.toString().equals(lastFailure)) {
                LOG.error("the settings could not be applied, which is tried again until it succeeds", fault);
                lastFailure = fault.toString();
            }
            TimeUnit.MILLISECONDS.sleep(RETRY_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (OutOfMemoryError e) {
            // There is not even enough memory to report the failure.
            Thread.onSpinWait();
        }
    }

    /** What shows that a file was written or replaced. */
    private String look() {
        return stamp(options.file()) + stamp(style);
    }

    private static String stamp(@Nullable String file) {
        if (file == null || file.isEmpty()) {
            return "|";
        }
        try {
            BasicFileAttributes now = Files.readAttributes(Path.of(file), BasicFileAttributes.class);
            return file + " " + now.fileKey() + " " + now.lastModifiedTime() + " " + now.size() + "|";
        } catch (IOException | InvalidPathException e) {
            return file + " " + e + "|";
        }
    }

    /** Reads the settings; each file is looked at before it is read, so that a later change is seen as one. */
    private Reading read() {
        String file = options.file();
        String fileSeen = stamp(file);
        seen = fileSeen + stamp(style);
        String name = Objects.requireNonNullElse(file, SettingOptions.FILE_HERE);
        String text = null;
        if (file != null) {
            Parsed<String> whole = SettingOptions.text(file);
            if (!(whole instanceof Parsed.Read<String> read)) {
                return new Reading(name, null, new Parsed.Refused<>(whole.problems()));
            }
            text = read.value();
        }
        Parsed<Settings> parsed = options.parse(process, name, text);
        if (parsed instanceof Parsed.Read<Settings> read) {
            style = read.value().own().style();
            seen = fileSeen + stamp(style);
        }
        boolean isBlank = text == null || text.isBlank();
        return new Reading(name, isBlank ? null : name, SettingOptions.fit(parsed));
    }

    /** Reads and applies the settings; returns the problems. */
    private List<Problem> problems(App app) {
        Reading reading = read();
        Parsed<Settings> parsed = reading.settings();
        if (!(parsed instanceof Parsed.Read<Settings> read)) {
            return kept(parsed.problems());
        }
        if (applied != null && reading.withText() == null) {
            // Defaults in place of a file that was moved away or emptied for a moment would do more harm.
            return kept(List.of(problem(applied, "the settings file must be there, and not be empty")));
        }
        try {
            List<String> later = app.apply(read.value());
            applied = reading.withText();
            Log.to(process.err(), read.value().log());
            List<Problem> problems = new ArrayList<>(parsed.problems());
            if (!later.isEmpty()) {
                problems.add(problem(reading.file(), "restart to apply: " + String.join(", ", later)));
            }
            LOG.info("the settings were read again and are applied");
            problems.forEach(problem -> LOG.warn("{}", problem));
            return problems;
        } catch (CannotRunException e) {
            return kept(List.of(problem(reading.file(), String.valueOf(e.getMessage()))));
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
