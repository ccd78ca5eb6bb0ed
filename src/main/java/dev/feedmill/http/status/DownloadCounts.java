package dev.feedmill.http.status;

import dev.feedmill.article.Sha256;
import dev.feedmill.http.message.ClientAddress;
import dev.feedmill.http.message.HttpRequest;
import dev.feedmill.http.message.RequestHeader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Counts downloads of each audio or video file since the start: a client counts once a day, whatever ranges it
 * requests. No address is stored, only hashes with a secret that changes daily. Thread-safe.
 */
public final class DownloadCounts {
    /** Memory limit, for clients per day and for files; further ones are not counted. */
    private static final int MAX_CLIENTS = 50_000;

    private static final int MAX_FILES = 2_000;

    private final SecureRandom random = new SecureRandom();
    private final Map<String, Long> totals = new TreeMap<>();
    private final Set<Long> seen = new HashSet<>();
    private final byte[] secret = new byte[16];
    private Instant day = Instant.MIN;

    /** Notes that a client requests a file, or a range of it. */
    public synchronized void count(String path, HttpRequest request, Instant now) {
        Instant today = now.truncatedTo(ChronoUnit.DAYS);
        if (!today.equals(day)) {
            day = today;
            random.nextBytes(secret);
            seen.clear();
        }
        boolean isKnown = totals.containsKey(path) || totals.size() < MAX_FILES;
        if (isKnown && seen.size() < MAX_CLIENTS && seen.add(client(path, request))) {
            totals.merge(path, 1L, Long::sum);
        }
    }

    /** Downloads by the path of the file, sorted by path. */
    synchronized Map<String, Long> totals() {
        return new TreeMap<>(totals);
    }

    private long client(String path, HttpRequest request) {
        @Nullable Object address = ClientAddress.of(request);
        MessageDigest digest = Sha256.digest();
        digest.update(secret);
        digest.update((path
                        + '\n'
                        + (address == null ? request.remote().get() : address)
                        + '\n'
                        + request.header(RequestHeader.USER_AGENT))
                .getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.wrap(digest.digest()).getLong();
    }
}
