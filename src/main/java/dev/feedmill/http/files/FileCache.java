package dev.feedmill.http.files;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A cache of files that public articles show, so that they are served without a look at the library. A change of the
 * library invalidates all entries, since the file's article may no longer be public; a change of the file its own.
 * Thread-safe.
 */
public final class FileCache {
    /** How long the bytes of a file in memory are sent before the next look at the disk. */
    private static final long TRUST = Duration.ofSeconds(1).toNanos();

    private final Cache<String, Entry> known;
    private final LongSupplier nanos;
    private final AtomicLong changes = new AtomicLong();

    /**
     * A file that was served.
     *
     * @param change number of the last change of the library before it was asked for the file
     * @param looked when the disk was last looked at
     */
    private record Entry(ServedFile file, long change, long looked) {}

    /** @param maxBytes memory limit */
    public FileCache(long maxBytes, LongSupplier nanos) {
        this.nanos = nanos;
        this.known = Caffeine.newBuilder()
                .maximumWeight(maxBytes)
                .weigher((String path, Entry entry) ->
                        2 * path.length() + entry.file().weight())
                .executor(Runnable::run)
                .build();
    }

    /** Invalidates all entries. Call it after a change of the library is readable. */
    public void changed() {
        changes.incrementAndGet();
    }

    /** The number of the last change. Read it before the library is asked. */
    long change() {
        return changes.get();
    }

    /** The file at the path of a request, if it is known and unchanged; null otherwise. */
    @Nullable
    ServedFile get(String path) {
        Entry entry = known.getIfPresent(path);
        if (entry == null || entry.change() != changes.get()) {
            return null;
        }
        long now = nanos.getAsLong();
        if (entry.file().isInMemory() && now - entry.looked() <= TRUST) {
            return entry.file();
        }
        if (!entry.file().isCurrent()) {
            return null;
        }
        if (entry.file().isInMemory()) {
            known.put(path, new Entry(entry.file(), entry.change(), now));
        }
        return entry.file();
    }

    /** @param change value of {@link #change} from before the library was asked */
    void put(String path, ServedFile file, long change) {
        known.put(path, new Entry(file, change, nanos.getAsLong()));
    }
}
