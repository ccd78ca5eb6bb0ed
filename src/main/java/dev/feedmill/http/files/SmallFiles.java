package dev.feedmill.http.files;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.feedmill.article.Sha256;
import dev.feedmill.http.caching.EntityTags;
import dev.feedmill.http.message.ByteRange;
import dev.feedmill.http.message.FilePart;
import dev.feedmill.http.message.HttpRequest;
import dev.feedmill.http.message.HttpResponse;
import dev.feedmill.media.MediaFile;
import java.io.IOException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A cache of small files with their responses, which makes them as fast as documents. An entry is valid for a second
 * and until the next change of the library: the file's article may no longer be public. Thread-safe.
 */
public final class SmallFiles {
    /** Bytes of a file or part that is read into memory. */
    static final int LARGEST = 128 * 1024;

    private static final long TRUST = Duration.ofSeconds(1).toNanos();

    /** Requests with these fields are not served from here; only {@code If-None-Match} is. */
    private static final List<String> OTHERS =
            List.of("Range", "If-Range", "If-Match", "If-Unmodified-Since", "If-Modified-Since");

    private final Cache<String, Kept> kept;
    private final LongSupplier nanos;
    private final AtomicLong changes = new AtomicLong();

    /**
     * A file with its responses.
     *
     * @param key key of the file
     * @param mark value of {@link #mark} from before the library was asked whether the file is public
     * @param since when the file was checked
     */
    private record Kept(String key, String hash, HttpResponse whole, HttpResponse same, long mark, long since) {
        int weight() {
            return whole.body().length + 2 * key.length();
        }
    }

    /** @param maxBytes memory limit */
    public SmallFiles(long maxBytes, LongSupplier nanos) {
        this.nanos = nanos;
        this.kept = Caffeine.newBuilder()
                .maximumWeight(maxBytes)
                .weigher((String path, Kept file) -> 2 * path.length() + file.weight())
                .executor(Runnable::run)
                .build();
    }

    /** Invalidates all entries. Call it after a change of the library is readable. */
    public void changed() {
        changes.incrementAndGet();
    }

    /** The number of the last change. Read it before the library is asked. */
    long mark() {
        return changes.get();
    }

    /** The response if it is ready; null otherwise. Never blocks. */
    @Nullable
    public HttpResponse ready(HttpRequest request) {
        Kept file = kept.getIfPresent(request.path());
        if (file == null || file.mark() != changes.get() || nanos.getAsLong() - file.since() > TRUST) {
            return null;
        }
        if (OTHERS.stream().anyMatch(field -> request.header(field) != null)) {
            return null;
        }
        String tags = request.header("If-None-Match");
        return tags != null && EntityTags.match(tags, file.hash()) ? file.same() : file.whole();
    }

    /**
     * Caches the file and returns the response with its whole content; null if the file is not small, or has changed
     * since.
     *
     * @param path path of the request
     * @param validators header fields of a response without content
     * @param fields header fields of the response with content
     * @param mark value of {@link #mark} from before the library was asked
     */
    @Nullable
    HttpResponse whole(
            String path,
            MediaFile file,
            String hash,
            Map<String, String> validators,
            Map<String, String> fields,
            long mark)
            throws IOException {
        // Played files are not cached, since downloads are counted per request by the handler.
        if (file.size() > LARGEST || file.type().isPlayed()) {
            return null;
        }
        long now = nanos.getAsLong();
        Kept before = kept.getIfPresent(path);
        if (before != null && before.key().equals(file.key())) {
            kept.put(path, new Kept(before.key(), hash, before.whole(), before.same(), mark, now));
            return before.whole();
        }
        byte[] bytes = new FilePart(file, ByteRange.whole(file.size())).bytes();
        if (bytes == null
                || !HexFormat.of().formatHex(Sha256.digest().digest(bytes)).equals(hash)) {
            return null;
        }
        HttpResponse whole = HttpResponse.content(200, fields, bytes);
        kept.put(path, new Kept(file.key(), hash, whole, HttpResponse.withoutContent(304, validators), mark, now));
        return whole;
    }
}
