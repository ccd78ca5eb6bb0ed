package dev.feedmill.http.message;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.jspecify.annotations.Nullable;

/**
 * A response with its headers encoded once. For HEAD it is sent without the body (RFC 9110 section 9.3.2). Thread-safe.
 */
public final class HttpResponse {
    /** The status of a delta, 226 IM Used (RFC 3229 section 10.4.1). */
    public static final int IM_USED = 226;

    private static final byte[] NOTHING = {};

    private final int status;
    private final HttpFields headers;
    private final byte[] body;
    private final boolean hasContent;
    private final byte[] statusLine;
    private final byte[] fields;
    private final @Nullable FeedCounts counts;
    private final @Nullable FilePart file;
    private final @Nullable Consumer<ClientStream> stream;
    private final @Nullable BadParameterException fault;

    private HttpResponse(
            int status, HttpFields.Mutable headers, byte[] body, boolean hasContent, @Nullable FilePart file) {
        this(status, headers, body, hasContent, file, null);
    }

    private HttpResponse(
            int status,
            HttpFields.Mutable headers,
            byte[] body,
            boolean hasContent,
            @Nullable FilePart file,
            @Nullable Consumer<ClientStream> stream) {
        this.status = status;
        this.headers = headers.asImmutable();
        this.body = body;
        this.hasContent = hasContent;
        this.statusLine = latin1(HttpVersion.HTTP_1_1 + " " + status + " " + phrase(status) + "\r\n");
        StringBuilder lines = new StringBuilder();
        headers.forEach(field -> lines.append(field.getName())
                .append(": ")
                .append(field.getValue())
                .append("\r\n"));
        this.fields = latin1(lines.append("\r\n").toString());
        this.counts = null;
        this.file = file;
        this.stream = stream;
        this.fault = null;
    }

    private HttpResponse(HttpResponse same, @Nullable FeedCounts counts, @Nullable BadParameterException fault) {
        this.status = same.status;
        this.headers = same.headers;
        this.body = same.body;
        this.hasContent = same.hasContent;
        this.statusLine = same.statusLine;
        this.fields = same.fields;
        this.counts = counts;
        this.file = same.file;
        this.stream = same.stream;
        this.fault = fault;
    }

    /** A copy that counts as a response of this feed; null for none. */
    public HttpResponse countedBy(@Nullable FeedCounts feed) {
        return new HttpResponse(this, feed, fault);
    }

    /** A copy whose reason is this parameter. */
    HttpResponse causedBy(BadParameterException parameter) {
        return new HttpResponse(this, counts, parameter);
    }

    /** The parameter that is the reason of the response; null if none is. */
    @Nullable
    public BadParameterException fault() {
        return fault;
    }

    /** Counts of the feed that the response belongs to; null for none. */
    @Nullable
    public FeedCounts counts() {
        return counts;
    }

    public static HttpResponse content(int status, Map<String, String> headers, byte[] body) {
        HttpFields.Mutable fields = encoded(headers);
        fields.add(new PreEncodedHttpField(HttpHeader.CONTENT_LENGTH, Integer.toString(body.length)));
        return new HttpResponse(status, fields, body, true, null);
    }

    /** A response with a part of a file, which is read while it is sent. */
    public static HttpResponse file(int status, Map<String, String> headers, FilePart part) {
        HttpFields.Mutable fields = encoded(headers);
        fields.add(new PreEncodedHttpField(
                HttpHeader.CONTENT_LENGTH, Long.toString(part.range().length())));
        return new HttpResponse(status, fields, NOTHING, true, part);
    }

    /**
     * A response with content that is written as it comes.
     *
     * @param stream gets the way to the client, once
     */
    public static HttpResponse stream(Map<String, String> headers, Consumer<ClientStream> stream) {
        return new HttpResponse(HttpStatus.OK_200, encoded(headers), NOTHING, true, null, stream);
    }

    /**
     * The response with a part of the file that this one is the whole of (RFC 9110 section 15.3.7).
     *
     * @param range value of {@code Content-Range}
     */
    public HttpResponse part(FilePart part, String range) {
        HttpFields.Mutable fields = HttpFields.build(headers);
        fields.remove(HttpHeader.CONTENT_LENGTH);
        fields.add(HttpHeader.CONTENT_RANGE, range);
        fields.add(HttpHeader.CONTENT_LENGTH, part.range().length());
        return new HttpResponse(HttpStatus.PARTIAL_CONTENT_206, fields, NOTHING, true, part);
    }

    /** A copy with header fields added or replaced. */
    public HttpResponse with(Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>();
        for (HttpField field : headers) {
            all.put(field.getName(), field.getValue());
        }
        all.remove(HttpHeader.CONTENT_LENGTH.asString());
        all.putAll(more);
        if (file != null) {
            return file(status, all, file);
        }
        if (stream != null) {
            return stream(all, stream);
        }
        return (hasContent ? content(status, all, body) : withoutContent(status, all)).countedBy(counts);
    }

    /** A redirect with the same content, if the response has any. */
    public HttpResponse movedTo(String location) {
        Map<String, String> moved = Map.of("Location", location, "Cache-Control", Redirects.KEPT);
        HttpResponse same = status == 200 ? with(moved) : content(301, moved, NOTHING);
        return new HttpResponse(301, HttpFields.build(same.headers), same.body, true, null).countedBy(counts);
    }

    public static HttpResponse withoutContent(int status, Map<String, String> headers) {
        return new HttpResponse(status, encoded(headers), NOTHING, false, null);
    }

    private static HttpFields.Mutable encoded(Map<String, String> headers) {
        HttpFields.Mutable fields = HttpFields.build(headers.size() + 1);
        headers.forEach((name, value) -> fields.add(field(name, value)));
        return fields;
    }

    private static HttpField field(String name, String value) {
        HttpHeader known = HttpHeader.CACHE.get(name);
        return known == null ? new PreEncodedHttpField(name, value) : new PreEncodedHttpField(known, value);
    }

    private static byte[] latin1(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** The reason phrase of a status. */
    public static String phrase(int status) {
        return status == IM_USED ? "IM Used" : HttpStatus.getMessage(status);
    }

    public int status() {
        return status;
    }

    /** The header fields, with the length of the body if the status allows content. */
    public HttpFields headers() {
        return headers;
    }

    /** The value of a header field; null if there is none. */
    @Nullable
    public String field(String name) {
        return headers.get(name);
    }

    /** The part of a file that is the content; null if {@link #body} is. */
    @Nullable
    public FilePart file() {
        return file;
    }

    /** Gets the way to the client; null if the content is there already. */
    @Nullable
    public Consumer<ClientStream> stream() {
        return stream;
    }

    /** The body; callers must not change it. */
    public byte[] body() {
        return body;
    }

    /** The body, or no bytes if the request is HEAD. */
    public byte[] bodyFor(HttpRequest request) {
        return request.method().equals("HEAD") ? NOTHING : body;
    }

    /** Whether the status allows content; false for 304, for example, which then has no length either. */
    public boolean hasContent() {
        return hasContent;
    }

    /**
     * Writes the status line and header fields as HTTP/1.1 (RFC 9112 section 2.1).
     *
     * @param date the complete {@code Date} line
     */
    public void putHead(ByteBuffer out, byte[] date) {
        out.put(statusLine).put(date).put(fields);
    }
}
