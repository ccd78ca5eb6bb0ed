package dev.feedmill.folder;

import dev.feedmill.folder.watch.FileEvent;
import dev.feedmill.library.table.FileStamp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Debounces file events: half-written files are not read, and files that are missing or held wait until the whole
 * folder is quiet, since the other half of a move may follow. For one thread.
 */
public final class WriteDebouncer {
    /** Stamp of a path at which nothing exists. */
    static final FileStamp ABSENT = new FileStamp(-2, 0, 0);
    /** Pause after a file was closed, so that one closed twice in a row is read once. */
    private static final Duration BREATH = Duration.ofMillis(5);
    /** Number of pauses after which a file that is written to all the time is read nonetheless. */
    private static final int MAX_PAUSES = 10;

    private final long breath;
    private final long settleTime;
    private final long writePause;
    private final Map<Path, Mark> marks = new TreeMap<>();
    private long lastHeard;
    private boolean heardAny;

    public WriteDebouncer(FollowRules rules) {
        this.settleTime = rules.settleTime().toNanos();
        this.writePause = Math.max(settleTime, rules.writePause().toNanos());
        this.breath = Math.min(settleTime, BREATH.toNanos());
    }

    /**
     * State of one path.
     *
     * @param held whether the file cannot be identified alone
     * @param isNew whether the file is new, so that others which arrive with it may determine what it is
     */
    private record Mark(FileStamp stamp, FileEvent event, long first, long since, boolean held, boolean isNew) {
        boolean missing() {
            return stamp.equals(ABSENT);
        }

        boolean waitsForQuiet() {
            return held || missing();
        }
    }

    /**
     * Files that can be compared now.
     *
     * @param settled files that are unchanged for long enough, each to be read
     * @param waited missing or held files whose wait is over
     */
    public record Due(Set<Path> settled, Set<Path> waited) {
        public boolean isEmpty() {
            return settled.isEmpty() && waited.isEmpty();
        }
    }

    /** Records an event of this path; times are those of {@link System#nanoTime}. */
    public void touch(Path path, FileEvent event, long now) {
        touch(path, event, now, false);
    }

    /**
     * Records an event of a file that may be new.
     *
     * @param isNew whether the file is new, and waits until no others arrive with it
     */
    public void touch(Path path, FileEvent event, long now, boolean isNew) {
        lastHeard = now;
        heardAny = true;
        Mark before = marks.get(path);
        marks.put(
                path,
                before == null
                        ? new Mark(look(path), event, now, now, false, isNew)
                        : new Mark(look(path), event.after(before.event()), before.first(), now, false, isNew));
    }

    /** Whether a new file waits at this path. */
    boolean isNew(Path path) {
        Mark mark = marks.get(path);
        return mark != null && mark.isNew();
    }

    /** Schedules another look at this path, unless an event already did. */
    public void expect(Path path, long now) {
        marks.computeIfAbsent(path, p -> new Mark(look(p), FileEvent.UNCLEAR, now, now, false, false));
    }

    /** Holds a file that cannot be identified alone until the folder is quiet. */
    public void hold(Path path, long now) {
        marks.computeIfAbsent(path, p -> new Mark(look(p), FileEvent.UNCLEAR, now, now, true, false));
    }

    /** Whether the file is known to be open for writing. */
    boolean isOpen(Path path, long now) {
        Mark mark = marks.get(path);
        return mark != null && !mark.waitsForQuiet() && pause(mark, now) > settleTime;
    }

    /**
     * Whether there was no event for the settle time and no file is being written. Waiting files are compared together,
     * so the one that began to wait last counts too.
     */
    boolean isQuiet(long now) {
        return (!heardAny || now - lastHeard >= settleTime)
                && marks.values().stream().allMatch(mark -> mark.waitsForQuiet() && now - mark.since() >= settleTime);
    }

    /** Removes and returns the files that are due. */
    public Due due(long now) {
        Set<Path> settled = new TreeSet<>();
        Set<Path> waited = new TreeSet<>();
        boolean quiet = isQuiet(now);
        boolean missing = marks.values().stream().anyMatch(mark -> mark.missing() && isDue(mark, quiet, now));
        for (Iterator<Map.Entry<Path, Mark>> each = marks.entrySet().iterator(); each.hasNext(); ) {
            Map.Entry<Path, Mark> entry = each.next();
            Mark mark = entry.getValue();
            if (!isDue(mark, quiet, now)) {
                // A removal is compared together with every file that may be its new place.
                if (missing && mark.held()) {
                    settled.add(entry.getKey());
                }
                continue;
            }
            FileStamp stamp = look(entry.getKey());
            if (stamp.equals(mark.stamp())) {
                (mark.waitsForQuiet() ? waited : settled).add(entry.getKey());
                each.remove();
            } else {
                entry.setValue(new Mark(stamp, mark.event(), mark.first(), now, false, mark.isNew()));
            }
        }
        return new Due(settled, waited);
    }

    /** Time until the next file may be due, in nanoseconds; at most {@code max}. */
    public long untilNext(long now, long max) {
        boolean allWait = marks.values().stream().allMatch(Mark::waitsForQuiet);
        long last =
                marks.values().stream().mapToLong(Mark::since).reduce(heardAny ? lastHeard : Long.MIN_VALUE, Math::max);
        return marks.values().stream()
                .mapToLong(mark -> Math.max(0, untilDue(mark, allWait, last, now)))
                .reduce(max, Math::min);
    }

    private boolean isDue(Mark mark, boolean quiet, long now) {
        if (!mark.waitsForQuiet()) {
            return now - end(mark, now) >= 0;
        }
        return quiet || now - mark.first() >= maxWait(mark);
    }

    private long untilDue(Mark mark, boolean allWait, long last, long now) {
        if (!mark.waitsForQuiet()) {
            return end(mark, now) - now;
        }
        long quiet = last + settleTime - now;
        long end = mark.first() + maxWait(mark) - now;
        return allWait ? Math.min(quiet, end) : end;
    }

    /**
     * Maximum wait in a folder that is never quiet: a copy does no harm, but a missing file must finally be removed.
     */
    private long maxWait(Mark mark) {
        return mark.missing() ? MAX_PAUSES * settleTime : writePause;
    }

    /** When a file that is compared alone is due; a new file, once no others arrive with it. */
    private long end(Mark mark, long now) {
        long end = mark.since() + pause(mark, now);
        if (!mark.isNew()) {
            return end;
        }
        long quiet = Math.max(mark.since(), lastHeard) + settleTime;
        return Math.max(end, Math.min(quiet, mark.first() + MAX_PAUSES * settleTime));
    }

    /** How long the path must be without events. */
    private long pause(Mark mark, long now) {
        boolean empty = mark.stamp().size() == 0;
        return switch (mark.event()) {
            // An empty file was probably created to be filled.
            case COMPLETE -> empty ? settleTime : breath;
            case OPEN -> now - mark.first() < MAX_PAUSES * writePause ? writePause : settleTime;
            case MADE -> empty ? writePause : settleTime;
            case TOUCHED, UNCLEAR -> settleTime;
        };
    }

    /** Stamp of the file now; {@link #ABSENT} only if certainly nothing exists. */
    static FileStamp look(Path path) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
            return attributes.isRegularFile() || attributes.isDirectory()
                    ? FileStamp.of(path, attributes)
                    : FileStamp.UNKNOWN;
        } catch (NoSuchFileException e) {
            return Files.isSymbolicLink(path) ? FileStamp.UNKNOWN : ABSENT;
        } catch (IOException e) {
            return isBelowFile(path) ? ABSENT : FileStamp.UNKNOWN;
        }
    }

    /** Whether a parent of the path is a file now, for which Java has no exception of its own. */
    private static boolean isBelowFile(Path path) {
        for (Path above = path.getParent(); above != null; above = above.getParent()) {
            if (Files.isRegularFile(above)) {
                return true;
            }
        }
        return false;
    }
}
