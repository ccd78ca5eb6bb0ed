package dev.feedmill.http.files;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.feedmill.http.message.Epoch;
import dev.feedmill.http.message.HttpRequest;
import dev.feedmill.media.MediaFile;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A cache of files that public articles show, so that they are served without a query to the library. A change of the
 * library invalidates all entries, since a file's article may no longer be public; a change of a file invalidates only
 * its own entry. Thread-safe.
 */
public final class FileCache {
    /** How long the bytes of a file in memory are sent before the next look at the disk. */
    private static final long TRUST = Duration.ofSeconds(1).toNanos();

    private final Cache<String, Entry> known;
    private final LongSupplier nanos;
    private final Epoch epoch;

    /**
     * A file that was served.
     *
     * @param epoch number of the last change before the file was looked up in the library
     * @param looked when the disk was last looked at
     */
    private record Entry(ServedFile file, long epoch, long looked) {}

    /** @param maxBytes memory limit */
    public FileCache(long maxBytes, Epoch epoch, LongSupplier nanos) {
        this.epoch = epoch;
        this.nanos = nanos;
        this.known = Caffeine.newBuilder()
                .maximumWeight(maxBytes)
                .weigher((String path, Entry entry) ->
                        2 * path.length() + entry.file().weight())
                .executor(Runnable::run)
                .build();
    }

    /** The file at the path of a request, if it is known and unchanged; null otherwise. */
    @Nullable
    ServedFile get(String path) {
        Entry entry = known.getIfPresent(path);
        if (entry == null || entry.epoch() != epoch.now()) {
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
            known.put(path, new Entry(entry.file(), entry.epoch(), now));
        }
        return entry.file();
    }

    /** What is known of this version of a file, whether or not it is still public; null if nothing is. */
    @Nullable
    ServedFile same(String path, MediaFile file) {
        Entry entry = known.getIfPresent(path);
        return entry != null && entry.file().file().equals(file) ? entry.file() : null;
    }

    /** Adds the file that a request is for. */
    void put(HttpRequest request, ServedFile file) {
        known.put(request.path(), new Entry(file, request.epoch(), nanos.getAsLong()));
    }
}
