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

/** Files of which something was heard, until they stand still: what is half written is not read. For one thread. */
final class Settling {
    /** Nothing is there. */
    static final Stamp ABSENT = new Stamp(-2, 0);

    private final long settleNanos;
    private final Map<Path, Mark> marks = new TreeMap<>();

    Settling(Duration settleTime) {
        this.settleNanos = settleTime.toNanos();
    }

    private record Mark(Stamp stamp, long since) {}

    /** Something was heard of this path; times are those of {@link System#nanoTime}. */
    void touch(Path path, long now) {
        marks.put(path, new Mark(look(path), now));
    }

    /** Takes those that stood still for the settle time. */
    Set<Path> settled(long now) {
        Set<Path> settled = new TreeSet<>();
        for (Iterator<Map.Entry<Path, Mark>> each = marks.entrySet().iterator(); each.hasNext(); ) {
            Map.Entry<Path, Mark> entry = each.next();
            Stamp stamp = look(entry.getKey());
            if (!stamp.equals(entry.getValue().stamp())) {
                entry.setValue(new Mark(stamp, now));
            } else if (now - entry.getValue().since() >= settleNanos) {
                settled.add(entry.getKey());
                each.remove();
            }
        }
        return settled;
    }

    /** How long until the next of them may have settled; {@code most} where there is none. */
    long wait(long now, long most) {
        return marks.values().stream().mapToLong(mark -> Math.max(0, mark.since() + settleNanos - now)).min().stream()
                .map(wait -> Math.min(wait, most))
                .findFirst()
                .orElse(most);
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
