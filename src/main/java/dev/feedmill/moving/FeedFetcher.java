package dev.feedmill.moving;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.zip.GZIPInputStream;

/** Fetches feed documents from files or over HTTP. */
final class FeedFetcher {
    private static final String ACCEPT =
            "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, */*;q=0.5";

    private final long maxBytes;
    private final Duration timeout;
    private final HttpClient client;

    /**
     * Creates a fetcher.
     *
     * @param maxBytes size limit of a document
     * @param timeout of one document, including redirects
     */
    FeedFetcher(long maxBytes, Duration timeout) {
        this.maxBytes = maxBytes;
        this.timeout = timeout;
        this.client = HttpClient.newBuilder()
                .connectTimeout(timeout)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
    }

    static boolean isWeb(String source) {
        String folded = source.toLowerCase(Locale.ROOT);
        return folded.startsWith("http://") || folded.startsWith("https://");
    }

    byte[] fetch(URI source) throws UnreadableFeedException {
        try {
            return isWeb(source.toString()) ? overHttp(source) : bounded(Files.newInputStream(Path.of(source)));
        } catch (IOException e) {
            throw new UnreadableFeedException("it cannot be read: " + e, e);
        }
    }

    private byte[] overHttp(URI source) throws UnreadableFeedException, IOException {
        HttpRequest request = HttpRequest.newBuilder(source)
                .timeout(timeout)
                .header("Accept", ACCEPT)
                .header("Accept-Encoding", "gzip")
                .header("User-Agent", "Feedmill")
                .build();
        CompletableFuture<byte[]> content = client.sendAsync(request, HttpResponse.BodyHandlers.ofInputStream())
                .thenApplyAsync(this::content);
        try {
            return content.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            content.cancel(true);
            throw new UnreadableFeedException("it takes longer than " + timeout.toSeconds() + " seconds", e);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new UnreadableFeedException(
                    cause instanceof BadAnswerException
                            ? String.valueOf(cause.getMessage())
                            : "it cannot be fetched: " + cause,
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnreadableFeedException("the program was interrupted", e);
        }
    }

    private byte[] content(HttpResponse<InputStream> response) {
        try (InputStream in = response.body()) {
            if (response.statusCode() != 200) {
                throw new BadAnswerException("the server answers " + response.statusCode());
            }
            boolean zipped = response.headers().allValues("Content-Encoding").equals(List.of("gzip"));
            return bounded(zipped ? new GZIPInputStream(in) : in);
        } catch (IOException | UnreadableFeedException e) {
            throw new BadAnswerException(String.valueOf(e.getMessage()));
        }
    }

    private byte[] bounded(InputStream in) throws IOException, UnreadableFeedException {
        try (in) {
            byte[] bytes = in.readNBytes((int) Math.min(Integer.MAX_VALUE - 8, maxBytes + 1));
            if (bytes.length > maxBytes) {
                throw new UnreadableFeedException("it has more than " + maxBytes + " bytes");
            }
            return bytes;
        }
    }

    /** Carries an error message out of another thread. */
    private static final class BadAnswerException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        BadAnswerException(String message) {
            super(message);
        }
    }
}
