package dev.feedmill.http.files;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.feedmill.article.Sha256;
import dev.feedmill.http.caching.EntityTags;
import dev.feedmill.http.message.HttpRequest;
import dev.feedmill.http.message.HttpResponse;
import dev.feedmill.media.MediaFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Small files with their answers in memory, so that they are sent as fast as documents. What is kept counts for a second, and
 * not at all after any change of the library: the file's article may be public no more. Threads may share it.
 */
public final class SmallFiles {
    private static final int LARGEST = 128 * 1024;
    private static final long TRUST = Duration.ofSeconds(1).toNanos();

    /** What depends on more than {@code If-None-Match} is not answered from here. */
    private static final List<String> OTHERS =
            List.of("Range", "If-Range", "If-Match", "If-Unmodified-Since", "If-Modified-Since");

    private final Cache<String, Kept> kept;
    private final LongSupplier nanos;
    private final AtomicLong changes = new AtomicLong();

    /**
     * A file with its answers.
     *
     * @param key of the file
     * @param mark from before the library was asked whether it is shown
     * @param since when it was looked at
     */
    private record Kept(String key, String hash, HttpResponse whole, HttpResponse same, long mark, long since) {
        int weight() {
            return whole.body().length + 2 * key.length();
        }
    }

    /** @param maxBytes of memory */
    public SmallFiles(long maxBytes, LongSupplier nanos) {
        this.nanos = nanos;
        this.kept = Caffeine.newBuilder()
                .maximumWeight(maxBytes)
                .weigher((String path, Kept file) -> 2 * path.length() + file.weight())
                .executor(Runnable::run)
                .build();
    }

    /** To be called after a change of the library can be read. */
    public void changed() {
        changes.incrementAndGet();
    }

    /** To be asked before the library is. */
    long mark() {
        return changes.get();
    }

    /** The answer where it lies ready; never waits. */
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
     * The answer to who wants the whole file; null where the file is not small, or is another by now.
     *
     * @param path that is asked for
     * @param validators fields of an answer without content
     * @param fields of the answer with the content
     * @param mark from {@link #mark}
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
        // Downloads are counted where each request is seen.
        if (file.size() > LARGEST || file.type().isPlayed()) {
            return null;
        }
        long now = nanos.getAsLong();
        Kept before = kept.getIfPresent(path);
        if (before != null && before.key().equals(file.key())) {
            kept.put(path, new Kept(before.key(), hash, before.whole(), before.same(), mark, now));
            return before.whole();
        }
        byte[] bytes = bytes(file);
        if (!HexFormat.of().formatHex(Sha256.digest().digest(bytes)).equals(hash)) {
            return null;
        }
        HttpResponse whole = HttpResponse.content(200, fields, bytes);
        kept.put(path, new Kept(file.key(), hash, whole, HttpResponse.withoutContent(304, validators), mark, now));
        return whole;
    }

    private static byte[] bytes(MediaFile file) throws IOException {
        try (InputStream in = Channels.newInputStream(file.open())) {
            return in.readNBytes(LARGEST);
        }
    }
}
