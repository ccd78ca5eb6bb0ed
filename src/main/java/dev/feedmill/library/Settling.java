package dev.feedmill.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Files of which something was heard, until they can be read: what is half written is not. For one thread. */
final class Settling {
    /** Nothing is there. */
    static final Stamp ABSENT = new Stamp(-2, 0);
    /** After a file was closed: one that is closed twice in a row is read once. */
    private static final Duration BREATH = Duration.ofMillis(5);
    /** So many pauses after its first sign, a file that is written to all the time is read in between. */
    private static final int MOST_PAUSES = 10;

    private final long breath;
    private final long settleTime;
    private final long writePause;
    private final Map<Path, Mark> marks = new TreeMap<>();

    Settling(FollowRules rules) {
        this.settleTime = rules.settleTime().toNanos();
        this.writePause = Math.max(settleTime, rules.writePause().toNanos());
        this.breath = Math.min(settleTime, BREATH.toNanos());
    }

    private record Mark(Stamp stamp, Sign sign, long first, long since) {}

    /** Something was heard of this path; times are those of {@link System#nanoTime}. */
    void touch(Path path, Sign sign, long now) {
        Mark before = marks.get(path);
        marks.put(
                path,
                before == null
                        ? new Mark(look(path), sign, now, now)
                        : new Mark(look(path), sign.after(before.sign()), before.first(), now));
    }

    /** Looks at this path again, if nothing was heard that says when. */
    void expect(Path path, long now) {
        marks.computeIfAbsent(path, p -> new Mark(look(p), Sign.UNCLEAR, now, now));
    }

    /** Whether somebody is known to be writing to it. */
    boolean isOpen(Path path, long now) {
        Mark mark = marks.get(path);
        return mark != null && quiet(mark, now) > settleTime;
    }

    /** Takes those that stood still for long enough. */
    Set<Path> settled(long now) {
        Set<Path> settled = new TreeSet<>();
        for (Iterator<Map.Entry<Path, Mark>> each = marks.entrySet().iterator(); each.hasNext(); ) {
            Map.Entry<Path, Mark> entry = each.next();
            Mark mark = entry.getValue();
            if (now - mark.since() < quiet(mark, now)) {
                continue;
            }
            Stamp stamp = look(entry.getKey());
            if (stamp.equals(mark.stamp())) {
                settled.add(entry.getKey());
                each.remove();
            } else {
                entry.setValue(new Mark(stamp, mark.sign(), mark.first(), now));
            }
        }
        return settled;
    }

    /** How long until the next of them may have settled; {@code most} where there is none. */
    long untilNext(long now, long most) {
        return marks.values().stream()
                .mapToLong(mark -> Math.max(0, mark.since() + quiet(mark, now) - now))
                .reduce(most, Math::min);
    }

    /** How long nothing must be heard of it. */
    private long quiet(Mark mark, long now) {
        boolean empty = mark.stamp().size() == 0;
        return switch (mark.sign()) {
            // An empty file is one that somebody made to fill it.
            case COMPLETE -> empty ? settleTime : breath;
            case OPEN -> now - mark.first() < MOST_PAUSES * writePause ? writePause : settleTime;
            case MADE -> empty ? writePause : settleTime;
            case TOUCHED, UNCLEAR -> settleTime;
        };
    }

    static Stamp look(Path path) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
            return attributes.isRegularFile() || attributes.isDirectory() ? Stamp.of(attributes) : Stamp.UNKNOWN;
        } catch (IOException e) {
            return Files.exists(path, java.nio.file.LinkOption.NOFOLLOW_LINKS) ? Stamp.UNKNOWN : ABSENT;
        }
    }
}
