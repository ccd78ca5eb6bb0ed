package dev.feedmill.http.files;

import dev.feedmill.address.Address;
import dev.feedmill.address.PathPrefix;
import dev.feedmill.http.message.HttpRequest;
import dev.feedmill.http.message.HttpResponse;
import dev.feedmill.http.message.ProblemResponses;
import dev.feedmill.http.message.Redirects;
import dev.feedmill.http.status.DownloadCounts;
import dev.feedmill.media.MediaFile;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Handler for {@link PublicFiles}. */
public final class FileHandler {
    private static final Logger LOG = LoggerFactory.getLogger(FileHandler.class);

    private static final String FILES = PathPrefix.FILES.slashed();

    private final PublicFiles files;
    private final DownloadCounts downloads;
    private final FileCache cache;
    private final InstantSource clock;
    private final FileHashes hashes = new FileHashes();

    public FileHandler(PublicFiles files, DownloadCounts downloads, FileCache cache, InstantSource clock) {
        this.files = files;
        this.downloads = downloads;
        this.cache = cache;
        this.clock = clock;
    }

    public HttpResponse answer(HttpRequest request) {
        if (!(Address.parse(request.path()) instanceof Address.File address)) {
            return ProblemResponses.of(400, "the path must be percent-encoded UTF-8");
        }
        if (address.names().stream().anyMatch(name -> name.contains("/"))) {
            return ProblemResponses.of(404, "there is no such file");
        }
        String path = address.inFolder();
        try {
            HttpResponse response =
                    files.read(path, file -> answer(request, address, file)).orElse(null);
            return response == null ? moved(path) : response;
        } catch (IOException e) {
            LOG.warn("{} cannot be read now: {}", path, e.toString());
            return ProblemResponses.of(503, "the file cannot be read now", Map.of("Retry-After", "10"));
        }
    }

    private HttpResponse answer(HttpRequest request, Address.File address, MediaFile file) throws IOException {
        if (!address.rooted().equals(request.path())) {
            return Redirects.moved(request, address);
        }
        ServedFile known = cache.same(request.path(), file);
        ServedFile served = known == null ? ServedFile.of(file, hashes, clock.instant()) : known;
        if (served.hasTime()) {
            cache.put(request, served);
        }
        return answer(request, served);
    }

    private HttpResponse moved(String path) throws IOException {
        if (!files.isFolderThere()) {
            return ProblemResponses.of(
                    503, "the folder of the files is not there; ask again", Map.of("Retry-After", "1"));
        }
        return files.movedTo(path)
                .map(place -> Redirects.to(Address.File.of(place).rooted()))
                .orElseGet(() -> ProblemResponses.of(404, "there is no such file"));
    }

    /**
     * The response from the cache, if the file is known and unchanged; null otherwise, and for errors, which the
     * routes make pages of. Its only look at the disk is one system call.
     */
    public @Nullable HttpResponse ready(HttpRequest request) {
        ServedFile file = request.path().startsWith(FILES) ? cache.get(request.path()) : null;
        HttpResponse response = file == null ? null : file.answer(request);
        if (file == null || response == null || response.status() >= 400) {
            return null;
        }
        count(request, file, response);
        return response;
    }

    private HttpResponse answer(HttpRequest request, ServedFile file) {
        HttpResponse response = file.answer(request);
        count(request, file, response);
        return response;
    }

    private void count(HttpRequest request, ServedFile file, HttpResponse response) {
        if (file.isDownload(request, response)) {
            downloads.count(file.file().path(), request, clock.instant());
        }
    }
}
