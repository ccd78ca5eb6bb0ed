package dev.feedmill;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** HTTP client that requests one of everything from a server of the samples, and fails on wrong responses. */
final class WarmUpClient {
    private static final List<String> PATHS = List.of(
            "/",
            "/feed.rss",
            "/feed.atom",
            "/feed.json",
            "/categories/Samples",
            "/categories/Samples.rss",
            "/categories/Samples/Markdown.atom",
            "/authors/Ada-Sample.rss",
            "/tags/words.json",
            "/articles/sample",
            "/feeds.opml",
            "/latest",
            "/latest?limit=1&fields=id,title&category=Samples&since=2024-01-01T00:00:00Z",
            "/health",
            "/status",
            "/status.json");
    private static final Map<String, String> GZIP = Map.of("Accept-Encoding", "gzip");
    private final int port;
    private int answers;

    WarmUpClient(int port) {
        this.port = port;
    }

    /** Sends all requests; returns the number of responses. */
    int askForAll() throws IOException, CannotRunException {
        for (String path : PATHS) {
            ask("HEAD", path, Map.of(), 200);
            String plain = ask("GET", path, Map.of(), 200);
            String gzip = ask("GET", path, GZIP, 200);
            if (!gzip.isEmpty()) {
                ask("GET", path, Map.of("If-None-Match", plain), 304);
                ask("GET", path, Map.of("If-None-Match", gzip, "Accept-Encoding", "gzip"), 304);
            }
        }
        ask("GET", "/nothing", Map.of(), 404);
        return answers;
    }

    /** Sends a request; returns the ETag, or an empty string if there is none. */
    private String ask(String method, String path, Map<String, String> headers, int expected)
            throws IOException, CannotRunException {
        HttpURLConnection connection = (HttpURLConnection)
                URI.create("http://127.0.0.1:" + port + path).toURL().openConnection();
        connection.setRequestMethod(method);
        connection.setRequestProperty("Connection", "close"); // a kept-alive connection would delay the stop
        headers.forEach(connection::setRequestProperty);
        int code = connection.getResponseCode();
        if (code != expected) {
            throw new CannotRunException(
                    "the warm-up was answered " + code + ", not " + expected + ", to " + method + " " + path);
        }
        if (code < 400) {
            try (InputStream body = connection.getInputStream()) {
                body.transferTo(OutputStream.nullOutputStream());
            }
        }
        answers++;
        String tag = connection.getHeaderField("ETag");
        return tag == null ? "" : tag;
    }
}
