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
 * Files of which something was heard, until they can be judged: what is half written is not read, and what is missing or
 * held back waits until the whole folder is quiet, since its other half may be on the way. For one thread.
 */
public final class WriteDebouncer {
    /** Nothing is there. */
    static final FileStamp ABSENT = new FileStamp(-2, 0, 0);
    /** After a file was closed: one that is closed twice in a row is read once. */
    private static final Duration BREATH = Duration.ofMillis(5);
    /** So many pauses after its first sign, a file that is written to all the time is read in between. */
    private static final int MOST_PAUSES = 10;

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
     * What is known of a file.
     *
     * @param held whether it cannot be judged alone
     * @param news whether it was never seen, so that what else comes with it may say what becomes of it
     */
    private record Mark(FileStamp stamp, FileEvent sign, long first, long since, boolean held, boolean news) {
        boolean missing() {
            return stamp.equals(ABSENT);
        }

        boolean waitsForQuiet() {
            return held || missing();
        }
    }

    /**
     * What can be judged now.
     *
     * @param settled files that stand still, each to be read
     * @param waited what was missing or held back for as long as it may be
     */
    public record Due(Set<Path> settled, Set<Path> waited) {
        public boolean isEmpty() {
            return settled.isEmpty() && waited.isEmpty();
        }
    }

    /** Something was heard of this path; times are those of {@link System#nanoTime}. */
    public void touch(Path path, FileEvent sign, long now) {
        touch(path, sign, now, false);
    }

    /**
     * The same of a file that may have come just now.
     *
     * @param news whether the file was never seen, and is to wait until nothing else comes with it
     */
    public void touch(Path path, FileEvent sign, long now, boolean news) {
        lastHeard = now;
        heardAny = true;
        Mark before = marks.get(path);
        marks.put(
                path,
                before == null
                        ? new Mark(look(path), sign, now, now, false, news)
                        : new Mark(look(path), sign.after(before.sign()), before.first(), now, false, news));
    }

    /** Whether a file waits that was never seen. */
    boolean isNews(Path path) {
        Mark mark = marks.get(path);
        return mark != null && mark.news();
    }

    /** Looks at this path again, if nothing was heard that says when. */
    public void expect(Path path, long now) {
        marks.computeIfAbsent(path, p -> new Mark(look(p), FileEvent.UNCLEAR, now, now, false, false));
    }

    /** Keeps a file that cannot be judged alone until the folder is quiet. */
    public void hold(Path path, long now) {
        marks.computeIfAbsent(path, p -> new Mark(look(p), FileEvent.UNCLEAR, now, now, true, false));
    }

    /** Whether somebody is known to be writing to it. */
    boolean isOpen(Path path, long now) {
        Mark mark = marks.get(path);
        return mark != null && !mark.waitsForQuiet() && pause(mark, now) > settleTime;
    }

    /**
     * Whether nothing was heard for the settle time and no file is being written. What waits for it is judged as one, so that
     * the last that came to wait counts too.
     */
    boolean isQuiet(long now) {
        return (!heardAny || now - lastHeard >= settleTime)
                && marks.values().stream().allMatch(mark -> mark.waitsForQuiet() && now - mark.since() >= settleTime);
    }

    /** Takes those that stood still for long enough. */
    public Due due(long now) {
        Set<Path> settled = new TreeSet<>();
        Set<Path> waited = new TreeSet<>();
        boolean quiet = isQuiet(now);
        boolean missing = marks.values().stream().anyMatch(mark -> mark.missing() && isDue(mark, quiet, now));
        for (Iterator<Map.Entry<Path, Mark>> each = marks.entrySet().iterator(); each.hasNext(); ) {
            Map.Entry<Path, Mark> entry = each.next();
            Mark mark = entry.getValue();
            if (!isDue(mark, quiet, now)) {
                // What goes for good is judged together with all that may be its new place.
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
                entry.setValue(new Mark(stamp, mark.sign(), mark.first(), now, false, mark.news()));
            }
        }
        return new Due(settled, waited);
    }

    /** How long until the next of them may be due; {@code most} where there is none. */
    public long untilNext(long now, long most) {
        boolean allWait = marks.values().stream().allMatch(Mark::waitsForQuiet);
        long last =
                marks.values().stream().mapToLong(Mark::since).reduce(heardAny ? lastHeard : Long.MIN_VALUE, Math::max);
        return marks.values().stream()
                .mapToLong(mark -> Math.max(0, untilDue(mark, allWait, last, now)))
                .reduce(most, Math::min);
    }

    private boolean isDue(Mark mark, boolean quiet, long now) {
        if (!mark.waitsForQuiet()) {
            return now - end(mark, now) >= 0;
        }
        return quiet || now - mark.first() >= patience(mark);
    }

    private long untilDue(Mark mark, boolean allWait, long last, long now) {
        if (!mark.waitsForQuiet()) {
            return end(mark, now) - now;
        }
        long quiet = last + settleTime - now;
        long end = mark.first() + patience(mark) - now;
        return allWait ? Math.min(quiet, end) : end;
    }

    /** How long a folder that never is quiet can keep it: a copy does no harm, a missing file must go at last. */
    private long patience(Mark mark) {
        return mark.missing() ? MOST_PAUSES * settleTime : writePause;
    }

    /** When a file that is judged alone is due; what was never seen is so once nothing else comes with it. */
    private long end(Mark mark, long now) {
        long end = mark.since() + pause(mark, now);
        if (!mark.news()) {
            return end;
        }
        long quiet = Math.max(mark.since(), lastHeard) + settleTime;
        return Math.max(end, Math.min(quiet, mark.first() + MOST_PAUSES * settleTime));
    }

    /** How long nothing must be heard of it. */
    private long pause(Mark mark, long now) {
        boolean empty = mark.stamp().size() == 0;
        return switch (mark.sign()) {
            // An empty file is one that somebody made to fill it.
            case COMPLETE -> empty ? settleTime : breath;
            case OPEN -> now - mark.first() < MOST_PAUSES * writePause ? writePause : settleTime;
            case MADE -> empty ? writePause : settleTime;
            case TOUCHED, UNCLEAR -> settleTime;
        };
    }

    /** What is there now; {@link #ABSENT} only where it is sure that nothing is. */
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

    /** Whether what would have to be a folder is a file now, for which there is no exception of its own. */
    private static boolean isBelowFile(Path path) {
        for (Path above = path.getParent(); above != null; above = above.getParent()) {
            if (Files.isRegularFile(above)) {
                return true;
            }
        }
        return false;
    }
}
