package dev.feedmill.http.files;

import dev.feedmill.http.caching.Cors;
import dev.feedmill.http.caching.EntityTags;
import dev.feedmill.http.message.ByteRange;
import dev.feedmill.http.message.FilePart;
import dev.feedmill.http.message.HttpDates;
import dev.feedmill.http.message.HttpRequest;
import dev.feedmill.http.message.HttpResponse;
import dev.feedmill.http.message.ProblemResponses;
import dev.feedmill.http.message.RequestHeader;
import dev.feedmill.media.MediaFile;
import dev.feedmill.web.MediaType;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One version of a file as requests get it: whole, in part, or not modified. Immutable. */
final class ServedFile {
    /** Files up to this size, in bytes, lie in memory. */
    private static final int MAX_IN_MEMORY = 128 * 1024;

    /** Approximate memory of an entry beside the file's bytes, in bytes. */
    private static final int OVERHEAD = 2_048;

    /** A document that can hold script is sandboxed, without the rights of this origin. */
    private static final String SANDBOX = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox";

    /** Clients revalidate after an hour. */
    private static final String KEPT = "max-age=3600";

    private static final int PROBE = 2;

    private final MediaFile file;
    private final String hash;
    private final @Nullable Instant modified;
    private final boolean isInMemory;
    private final HttpResponse whole;
    private final HttpResponse notModified;

    private ServedFile(MediaFile file, String hash, Instant now, byte @Nullable [] bytes) {
        this.file = file;
        this.hash = hash;
        this.modified = modified(file, now);
        this.isInMemory = bytes != null;
        Map<String, String> validators = new LinkedHashMap<>();
        validators.put("ETag", '"' + hash + '"');
        if (modified != null) {
            validators.put("Last-Modified", HttpDates.format(modified));
        }
        validators.put("Cache-Control", KEPT);
        validators.putAll(Cors.FIELDS);
        this.notModified = HttpResponse.withoutContent(304, validators);
        Map<String, String> fields = content(validators, file.type());
        this.whole = bytes == null
                ? HttpResponse.file(200, fields, new FilePart(file, ByteRange.whole(file.size())))
                : HttpResponse.content(200, fields, bytes);
    }

    /**
     * Makes a file ready to be served, with its bytes in memory if it is small.
     *
     * @throws IOException if it cannot be read, or changes
     */
    static ServedFile of(MediaFile file, FileHashes hashes, Instant now) throws IOException {
        if (file.size() > MAX_IN_MEMORY) {
            return new ServedFile(file, hashes.of(file), now, null);
        }
        byte[] bytes = new FilePart(file, ByteRange.whole(file.size())).bytes();
        return new ServedFile(file, FileHashes.of(bytes), now, bytes);
    }

    /**
     * The time of the last change in whole seconds; null for a future time, which must not be sent (RFC 9110 section
     * 8.8.2.1).
     */
    private static @Nullable Instant modified(MediaFile file, Instant now) {
        Instant seconds = Instant.ofEpochSecond(file.changed().getEpochSecond());
        return seconds.isAfter(now) ? null : seconds;
    }

    private static Map<String, String> content(Map<String, String> validators, MediaType type) {
        Map<String, String> fields = new LinkedHashMap<>(validators);
        fields.put("Accept-Ranges", "bytes");
        fields.put("Content-Type", type.name());
        fields.put("X-Content-Type-Options", "nosniff");
        // Other sites may show the file, as readers in a browser do.
        fields.put("Cross-Origin-Resource-Policy", "cross-origin");
        if (type.use() == MediaType.Use.SANDBOXED) {
            fields.put("Content-Security-Policy", SANDBOX);
        } else if (type.use() == MediaType.Use.SAVED) {
            fields.put("Content-Disposition", "attachment");
        }
        return fields;
    }

    MediaFile file() {
        return file;
    }

    boolean isInMemory() {
        return isInMemory;
    }

    /** Whether it has a modification time, which a time in the future is not yet. */
    boolean hasTime() {
        return modified != null;
    }

    /** Whether the file on the disk is still this version, for the cost of one system call. */
    boolean isCurrent() {
        return file.isCurrent();
    }

    /** Approximate memory, in bytes. */
    int weight() {
        return OVERHEAD + whole.body().length;
    }

    /** The response to a request for the file. Reads nothing. */
    HttpResponse answer(HttpRequest request) {
        if (preconditionFails(request)) {
            return ProblemResponses.of(412, "the file has changed");
        }
        if (matches(request)) {
            return notModified;
        }
        ByteRange range = range(request);
        if (range == null) {
            return whole;
        }
        String field = range.field(file.size());
        if (range.isNone()) {
            return ProblemResponses.of(416, "the file has no such part", Map.of("Content-Range", field));
        }
        return whole.part(new FilePart(file, range), field);
    }

    /** Whether a response counts as a download. Players that only test for range support request a byte or two. */
    boolean isDownload(HttpRequest request, HttpResponse response) {
        FilePart part = response.file();
        return file.type().isPlayed()
                && request.method().equals("GET")
                && (response == whole || (part != null && part.range().length() > PROBE));
    }

    private boolean preconditionFails(HttpRequest request) {
        String tags = request.header(RequestHeader.IF_MATCH);
        if (tags != null) {
            return !EntityTags.matchStrongly(tags, hash);
        }
        Instant since = date(request, RequestHeader.IF_UNMODIFIED_SINCE);
        return since != null && modified != null && modified.isAfter(since);
    }

    private boolean matches(HttpRequest request) {
        String tags = request.header(RequestHeader.IF_NONE_MATCH);
        if (tags != null) {
            return EntityTags.match(tags, hash);
        }
        Instant since = date(request, RequestHeader.IF_MODIFIED_SINCE);
        return since != null && modified != null && !modified.isAfter(since);
    }

    private static @Nullable Instant date(HttpRequest request, RequestHeader field) {
        String written = request.header(field);
        return written == null ? null : HttpDates.parse(written);
    }

    /**
     * The requested range; null for the whole file, also if the client has a part of another version (RFC 9110 section
     * 13.1.5).
     */
    private @Nullable ByteRange range(HttpRequest request) {
        String range = request.header(RequestHeader.RANGE);
        if (range == null || !request.method().equals("GET")) {
            return null;
        }
        String condition = request.header(RequestHeader.IF_RANGE);
        if (condition != null) {
            boolean isTag = condition.contains("\"");
            boolean same = isTag
                    ? EntityTags.matchStrongly(condition, hash)
                    : modified != null && modified.equals(HttpDates.parse(condition));
            if (!same) {
                return null;
            }
        }
        return ByteRange.parse(range, file.size());
    }
}
