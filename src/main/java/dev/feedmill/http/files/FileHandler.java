package dev.feedmill.http.files;

import dev.feedmill.article.PathSegments;
import dev.feedmill.http.caching.EntityTags;
import dev.feedmill.http.message.ByteRange;
import dev.feedmill.http.message.FilePart;
import dev.feedmill.http.message.HttpDates;
import dev.feedmill.http.message.HttpRequest;
import dev.feedmill.http.message.HttpResponse;
import dev.feedmill.http.message.ProblemResponses;
import dev.feedmill.http.message.RawPath;
import dev.feedmill.http.message.Redirects;
import dev.feedmill.http.message.TermPaths;
import dev.feedmill.http.status.DownloadCounts;
import dev.feedmill.library.Library;
import dev.feedmill.media.MediaFile;
import dev.feedmill.media.MediaFolder;
import dev.feedmill.web.MediaType;
import dev.feedmill.web.ServerUrl;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Handler for files: those in the articles folder that public articles show, play or link to, and podcast artwork; no
 * others.
 */
public final class FileHandler {
    private static final Logger LOG = LoggerFactory.getLogger(FileHandler.class);

    /** A document that can hold script is sandboxed, without the rights of this origin. */
    private static final String SANDBOX = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox";

    /** Clients revalidate after an hour. */
    private static final String KEPT = "max-age=3600";

    private static final int PROBE = 2;

    private final Library library;
    private final MediaFolder folder;
    private final Set<String> artwork;
    private final DownloadCounts downloads;
    private final SmallFiles small;
    private final InstantSource clock;
    private final FileHashes hashes = new FileHashes();

    /** @param artwork paths of pictures that the operator's settings show */
    public FileHandler(
            Library library,
            MediaFolder folder,
            Set<String> artwork,
            DownloadCounts downloads,
            SmallFiles small,
            InstantSource clock) {
        this.small = small;
        this.library = library;
        this.folder = folder;
        this.artwork = Set.copyOf(artwork);
        this.downloads = downloads;
        this.clock = clock;
    }

    public HttpResponse answer(HttpRequest request) {
        List<String> segments = RawPath.segmentsBelow(request.path(), "/" + ServerUrl.FILES);
        if (segments == null) {
            return ProblemResponses.of(400, "the path must be percent-encoded UTF-8");
        }
        if (segments.stream().anyMatch(name -> name.contains("/"))) {
            return ProblemResponses.of(404, "there is no such file");
        }
        String path = String.join("/", segments);
        long mark = small.mark();
        boolean isShown = artwork.contains(path) || library.shows(path);
        try {
            MediaFile file = isShown ? folder.find(path).orElse(null) : null;
            if (file == null) {
                return moved(path);
            }
            String canonical = "/" + ServerUrl.FILES + PathSegments.encode(segments);
            return canonical.equals(request.path())
                    ? answer(request, file, hashes.of(file), mark)
                    : TermPaths.moved(request, canonical);
        } catch (IOException e) {
            LOG.warn("{} cannot be read now: {}", path, e.toString());
            return ProblemResponses.of(503, "the file cannot be read now", Map.of("Retry-After", "10"));
        }
    }

    private HttpResponse moved(String path) throws IOException {
        String place = library.movedFile(path).orElse(path);
        return place.equals(path) || folder.find(place).isEmpty()
                ? ProblemResponses.of(404, "there is no such file")
                : Redirects.to("/" + ServerUrl.FILES + PathSegments.encode(List.of(place.split("/", -1))));
    }

    private HttpResponse answer(HttpRequest request, MediaFile file, String hash, long mark) throws IOException {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("ETag", '"' + hash + '"');
        Instant modified = modified(file);
        if (modified != null) {
            fields.put("Last-Modified", HttpDates.format(modified));
        }
        fields.put("Cache-Control", KEPT);
        if (isUnwanted(request, hash, modified)) {
            return ProblemResponses.of(412, "the file has changed");
        }
        if (isKnown(request, hash, modified)) {
            return HttpResponse.withoutContent(304, fields);
        }
        Map<String, String> validators = new LinkedHashMap<>(fields);
        fields.put("Accept-Ranges", "bytes");
        ByteRange range = range(request, file, hash, modified);
        if (range != null && range.isNone()) {
            return ProblemResponses.of(
                    416, "the file has no such part", Map.of("Content-Range", range.field(file.size())));
        }
        fields.putAll(content(file));
        if (isDownload(request, file, range)) {
            downloads.count(file.path(), request, clock.instant());
        }
        if (range == null) {
            HttpResponse inMemory = small.whole(request.path(), file, hash, validators, fields, mark);
            return inMemory == null
                    ? HttpResponse.file(200, fields, new FilePart(file, ByteRange.whole(file.size())))
                    : inMemory;
        }
        fields.put("Content-Range", range.field(file.size()));
        FilePart part = new FilePart(file, range);
        byte[] bytes = range.length() > SmallFiles.LARGEST ? null : part.bytes();
        return bytes == null ? HttpResponse.file(206, fields, part) : HttpResponse.content(206, fields, bytes);
    }

    /** Whether the request counts as a download. Players that only test for range support request a byte or two. */
    private static boolean isDownload(HttpRequest request, MediaFile file, @Nullable ByteRange range) {
        return file.type().isPlayed() && request.method().equals("GET") && (range == null || range.length() > PROBE);
    }

    private static Map<String, String> content(MediaFile file) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("Content-Type", file.type().name());
        fields.put("X-Content-Type-Options", "nosniff");
        // Other sites may show the file, as readers in a browser do.
        fields.put("Cross-Origin-Resource-Policy", "cross-origin");
        if (file.type().use() == MediaType.Use.SANDBOXED) {
            fields.put("Content-Security-Policy", SANDBOX);
        } else if (file.type().use() == MediaType.Use.SAVED) {
            fields.put("Content-Disposition", "attachment");
        }
        return fields;
    }

    /**
     * The modification time in whole seconds; null for a future time, which must not be sent (RFC 9110 section
     * 8.8.2.1).
     */
    private @Nullable Instant modified(MediaFile file) {
        Instant seconds = Instant.ofEpochSecond(file.modified().getEpochSecond());
        return seconds.isAfter(clock.instant()) ? null : seconds;
    }

    private static boolean isUnwanted(HttpRequest request, String hash, @Nullable Instant modified) {
        String tags = request.header("If-Match");
        if (tags != null) {
            return !EntityTags.matchStrongly(tags, hash);
        }
        Instant since = date(request, "If-Unmodified-Since");
        return since != null && modified != null && modified.isAfter(since);
    }

    private static boolean isKnown(HttpRequest request, String hash, @Nullable Instant modified) {
        String tags = request.header("If-None-Match");
        if (tags != null) {
            return EntityTags.match(tags, hash);
        }
        Instant since = date(request, "If-Modified-Since");
        return since != null && modified != null && !modified.isAfter(since);
    }

    private static @Nullable Instant date(HttpRequest request, String field) {
        String written = request.header(field);
        return written == null ? null : HttpDates.parse(written);
    }

    /**
     * The requested range; null for the whole file, also if the client has a part of another version (RFC 9110 section
     * 13.1.5).
     */
    private static @Nullable ByteRange range(
            HttpRequest request, MediaFile file, String hash, @Nullable Instant modified) {
        String range = request.header("Range");
        if (range == null || !request.method().equals("GET")) {
            return null;
        }
        String condition = request.header("If-Range");
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
