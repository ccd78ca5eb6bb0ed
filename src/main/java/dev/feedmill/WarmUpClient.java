package dev.feedmill;

import dev.feedmill.address.Address;
import dev.feedmill.address.Channel;
import dev.feedmill.address.FixedAddress;
import dev.feedmill.address.Format;
import dev.feedmill.address.PathPrefix;
import dev.feedmill.app.CannotRunException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** HTTP client that requests one of everything from a server of the samples, and fails on wrong responses. */
final class WarmUpClient {
    private static final List<Address> ADDRESSES = List.of(
            Channel.EVERYTHING.page(),
            channel(PathPrefix.CATEGORIES, "Samples").page(),
            channel(PathPrefix.CATEGORIES, "Samples").feed(Format.RSS),
            channel(PathPrefix.CATEGORIES, "Samples", "Markdown").feed(Format.ATOM),
            channel(PathPrefix.AUTHORS, "Ada-Sample").feed(Format.RSS),
            channel(PathPrefix.TAGS, "words").feed(Format.JSON),
            new Address.Article("sample"),
            FixedAddress.OPML,
            FixedAddress.LATEST,
            FixedAddress.HEALTH,
            FixedAddress.STATUS,
            FixedAddress.STATUS_JSON);
    private static final String SELECTION =
            FixedAddress.LATEST.rooted("limit=1&fields=id,title&category=Samples&since=2024-01-01T00:00:00Z");
    private static final Map<String, String> GZIP = Map.of("Accept-Encoding", "gzip");
    private final int port;
    private int responses;

    WarmUpClient(int port) {
        this.port = port;
    }

    private static Channel channel(PathPrefix prefix, String... segments) {
        return new Channel(prefix, List.of(segments));
    }

    /** Sends all requests; returns the number of responses. */
    int requestAll() throws IOException, CannotRunException {
        for (Address address : ADDRESSES) {
            requestAndRevalidate(address.rooted());
        }
        for (Format format : Format.values()) {
            requestAndRevalidate(Channel.EVERYTHING.feed(format).rooted());
        }
        requestAndRevalidate(SELECTION);
        request("GET", "/nothing", Map.of(), 404);
        return responses;
    }

    private void requestAndRevalidate(String path) throws IOException, CannotRunException {
        request("HEAD", path, Map.of(), 200);
        String plain = request("GET", path, Map.of(), 200);
        String gzip = request("GET", path, GZIP, 200);
        if (!gzip.isEmpty()) {
            request("GET", path, Map.of("If-None-Match", plain), 304);
            request("GET", path, Map.of("If-None-Match", gzip, "Accept-Encoding", "gzip"), 304);
        }
    }

    /** Sends a request; returns the ETag, or an empty string if there is none. */
    private String request(String method, String path, Map<String, String> headers, int expected)
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
        responses++;
        String tag = connection.getHeaderField("ETag");
        return tag == null ? "" : tag;
    }
}
