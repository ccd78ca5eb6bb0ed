package dev.feedmill.http.wire;

import dev.feedmill.http.message.HttpRequest;
import dev.feedmill.http.message.RequestHeader;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Parser for requests as nearly all feed readers send them: {@code GET} or {@code HEAD} in HTTP/1.1, in one piece,
 * without content, plain ASCII. Any other request is left to Jetty's parser, so that only one parser decides what is
 * allowed (RFC 9112).
 */
final class FastPathRequestParser {
    private static final byte[] GET = "GET ".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] HEAD = "HEAD ".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] VERSION = " HTTP/1.1\r\n".getBytes(StandardCharsets.US_ASCII);

    private final byte[] bytes;
    private final int length;
    private final Map<RequestHeader, String> fields = new EnumMap<>(RequestHeader.class);
    private int at;

    private FastPathRequestParser(byte[] bytes, int length) {
        this.bytes = bytes;
        this.length = length;
    }

    /** The request; null if the bytes are not exactly one plain request. */
    static @Nullable HttpRequest read(byte[] bytes, int length, Supplier<@Nullable InetAddress> remote) {
        return new FastPathRequestParser(bytes, length).read(remote);
    }

    private @Nullable HttpRequest read(Supplier<@Nullable InetAddress> remote) {
        boolean head = skip(HEAD);
        if (!head && !skip(GET)) {
            return null;
        }
        int from = at;
        int query = -1;
        while (at < length && bytes[at] > ' ' && bytes[at] != 0x7f && bytes[at] != '#') {
            if (bytes[at] == '?' && query < 0) {
                query = at;
            }
            at++;
        }
        int to = at;
        if (to == from || bytes[from] != '/' || !skip(VERSION) || !fields()) {
            return null;
        }
        String path = text(from, query < 0 ? to : query);
        return new HttpRequest(
                head ? "HEAD" : "GET", path, query < 0 ? null : text(query + 1, to), remote, fields::get);
    }

    private boolean skip(byte[] expected) {
        if (length - at < expected.length) {
            return false;
        }
        for (int i = 0; i < expected.length; i++) {
            if (bytes[at + i] != expected[i]) {
                return false;
            }
        }
        at += expected.length;
        return true;
    }

    /** Reads the lines up to the empty one, which must be the end. */
    private boolean fields() {
        while (at < length && bytes[at] != '\r') {
            if (!field()) {
                return false;
            }
        }
        return length - at == 2 && bytes[at + 1] == '\n' && isHost(fields.get(RequestHeader.HOST));
    }

    private boolean field() {
        int from = at;
        while (at < length && isToken(bytes[at])) {
            at++;
        }
        if (at == from || at == length || bytes[at] != ':') {
            return false;
        }
        int colon = at;
        do {
            at++;
        } while (at < length && (bytes[at] == ' ' || bytes[at] == '\t'));
        int value = at;
        while (at < length && ((bytes[at] >= ' ' && bytes[at] != 0x7f) || bytes[at] == '\t')) {
            at++;
        }
        int end = at;
        if (length - at < 2 || bytes[at] != '\r' || bytes[at + 1] != '\n') {
            return false;
        }
        at += 2;
        while (end > value && (bytes[end - 1] == ' ' || bytes[end - 1] == '\t')) {
            end--;
        }
        return take(text(from, colon), value, end);
    }

    private boolean take(String name, int value, int end) {
        RequestHeader known = RequestHeader.named(name);
        if (known != null) {
            return fields.put(known, text(value, end)) == null;
        }
        String folded = name.toLowerCase(Locale.ROOT);
        return !spoils(folded)
                || (folded.equals("connection") && text(value, end).equalsIgnoreCase("keep-alive"));
    }

    /** Whether a field may change how the message or the connection is read. */
    private static boolean spoils(String name) {
        return switch (name) {
            case "connection", "content-length", "transfer-encoding", "expect", "upgrade", "trailer", "te" -> true;
            default -> false;
        };
    }

    /** Whether a host is a name or an IPv4 address, with or without a port. */
    private static boolean isHost(@Nullable String host) {
        if (host == null || host.isEmpty()) {
            return false;
        }
        int colon = host.indexOf(':');
        String name = colon < 0 ? host : host.substring(0, colon);
        String port = colon < 0 ? "80" : host.substring(colon + 1);
        return !name.isEmpty()
                && name.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '.' || c == '-')
                && !port.isEmpty()
                && port.length() <= 5
                && port.chars().allMatch(c -> c >= '0' && c <= '9')
                && Integer.parseInt(port) >= 1
                && Integer.parseInt(port) <= 65_535;
    }

    private static boolean isToken(byte b) {
        return (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z') || (b >= '0' && b <= '9') || b == '-' || b == '_';
    }

    private String text(int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }
}
