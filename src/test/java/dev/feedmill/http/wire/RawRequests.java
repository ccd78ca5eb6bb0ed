package dev.feedmill.http.wire;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * Requests as their bytes, one character each: as feed readers send them, as HTTP allows them, and broken. A
 * {@code {tags /path}} in them stands for the entity tags of that path.
 */
final class RawRequests {
    private static final String END = "\r\n";

    private final Arbitrary<String> paths;

    /** @param paths that are served */
    RawRequests(List<String> paths) {
        this.paths = Arbitraries.of(paths);
    }

    /** Requests without content. */
    Arbitrary<String> any() {
        return Arbitraries.frequencyOf(
                Tuple.of(4, plain()), Tuple.of(3, odd()), Tuple.of(3, broken(Arbitraries.oneOf(plain(), odd()))));
    }

    /** Requests with content, or with fields that promise some. */
    Arbitrary<String> withContent() {
        Arbitrary<String> whole = odd(contents());
        return Arbitraries.frequencyOf(Tuple.of(3, whole), Tuple.of(1, broken(whole)));
    }

    /** Requests of feed readers. */
    Arbitrary<String> plain() {
        Arbitrary<String> fields = Arbitraries.of(
                        "Accept: */*",
                        "accept-encoding: gzip",
                        "Accept-Encoding: br, gzip;q=0.5",
                        "Accept-Encoding:\tidentity \t",
                        "If-None-Match: {tags}",
                        "If-None-Match: W/{tags}",
                        "if-none-match:\"none\"",
                        "If-None-Match: *",
                        "If-Match: {tags}",
                        "If-Modified-Since: Sat, 01 Jan 2050 00:00:00 GMT",
                        "If-Modified-Since: Sat, 01 Jan 2000 00:00:00 GMT",
                        "If-Unmodified-Since: Sat, 01 Jan 2000 00:00:00 GMT",
                        "Range: bytes=0-9",
                        "If-Range: \"none\"",
                        "A-IM: feed",
                        "Sec-Fetch-Dest: document",
                        "User-Agent: reader/1 (a; b) \"c\"",
                        "Origin: https://reader.test",
                        "Connection: keep-alive",
                        "CONNECTION:  Keep-Alive",
                        "Cookie: a=b; c",
                        "X-Forwarded-For: 203.0.113.7",
                        "Forwarded: for=203.0.113.7;proto=https",
                        "X-Empty:",
                        "X_Odd-1: !#$%&'*+-.^_`|~ \t()<>@,;:\\\"/[]?={}",
                        "X-Long: " + "long ".repeat(300))
                .list()
                .uniqueElements(field -> field.substring(0, field.indexOf(':')).toLowerCase(Locale.ROOT))
                .ofMaxSize(5)
                .map(RawRequests::lines);
        Arbitrary<String> hosts =
                Arbitraries.of("a", "feeds.test", "127.0.0.1:8080", "A-b.C:1", "a..b", "-", "1.2.3.456");
        Arbitrary<String> queries =
                Arbitraries.of("", "", "", "?", "?utm_source=x&_=1", "?a=%C3%A9|^`\"<>{}\\[]'", "?a?b/;c");
        return Combinators.combine(Arbitraries.of("GET", "GET", "HEAD"), paths, queries, hosts, fields)
                .as((method, path, query, host, more) ->
                        tagged(path, method + " " + path + query + " HTTP/1.1\r\nHost: " + host + END + more + END));
    }

    /** Requests that clients may send, right or wrong, with all their parts in place. */
    private Arbitrary<String> odd() {
        return odd(Arbitraries.frequencyOf(Tuple.of(20, Arbitraries.just(END)), Tuple.of(1, Arbitraries.of("\n", ""))));
    }

    private Arbitrary<String> odd(Arbitrary<String> rest) {
        return Combinators.combine(methods(), paths, targets(), versions(), fields(), rest)
                .as((method, path, target, version, fields, body) ->
                        tagged(path, method + " " + target.apply(path) + version + END + fields + body));
    }

    private static Arbitrary<String> methods() {
        return Arbitraries.frequencyOf(
                Tuple.of(6, Arbitraries.of("GET", "HEAD")),
                Tuple.of(
                        1,
                        Arbitraries.of(
                                "POST", "PUT", "DELETE", "OPTIONS", "TRACE", "PATCH", "get", "BREW", "G\tT", "")));
    }

    private static Arbitrary<Function<String, String>> targets() {
        Arbitrary<Function<String, String>> before = Arbitraries.of(
                        "",
                        "http://elsewhere.test",
                        "HTTP://u@a:81",
                        "https://[::1]",
                        "/.",
                        "/x/..",
                        "/%2e",
                        "/",
                        " ",
                        "ftp:",
                        "//a")
                .map(text -> path -> text + path);
        Arbitrary<Function<String, String>> after = Arbitraries.of(
                        "?",
                        "?a=b",
                        "?format=json",
                        "?limit=1",
                        "?page=2",
                        "?tag=x",
                        "?cursor=",
                        "#",
                        "#?a",
                        ";v=1",
                        "%00",
                        "%zz",
                        "%",
                        "/",
                        "\\",
                        "|",
                        "\u00e9",
                        " x",
                        "?\u00ff",
                        "?#",
                        "/../feed.rss",
                        "%2F..",
                        "\t")
                .map(text -> path -> path + text);
        Arbitrary<Function<String, String>> within = Arbitraries.integers()
                .between(1, 12)
                .map(at -> path -> at < path.length()
                        ? path.substring(0, at) + "%%%02X".formatted((int) path.charAt(at)) + path.substring(at + 1)
                        : path);
        Arbitrary<Function<String, String>> others = Arbitraries.of(
                        "*", "a:80", "", "/nothing", "/health", "/latest", "/%FF")
                .map(text -> path -> text);
        return Arbitraries.frequencyOf(
                Tuple.of(6, Arbitraries.just(Function.identity())),
                Tuple.of(2, before),
                Tuple.of(3, after),
                Tuple.of(2, within),
                Tuple.of(1, others));
    }

    private static Arbitrary<String> versions() {
        return Arbitraries.frequencyOf(
                Tuple.of(8, Arbitraries.just(" HTTP/1.1")),
                Tuple.of(
                        1,
                        Arbitraries.of(
                                " HTTP/1.0",
                                " HTTP/1.2",
                                " HTTP/2.0",
                                " HTTP/0.9",
                                " http/1.1",
                                " HTTP/1.1 ",
                                "\tHTTP/1.1",
                                "  HTTP/1.1",
                                "")));
    }

    private static Arbitrary<String> fields() {
        Arbitrary<String> names = Arbitraries.of(
                "Accept-Encoding",
                "accept-ENCODING",
                "If-None-Match",
                "If-Modified-Since",
                "Range",
                "Connection",
                "A-IM",
                "Cookie",
                "Host",
                "X-Other",
                "X Other",
                "Expect",
                "TE",
                "Trailer",
                "Upgrade",
                "Via",
                "",
                "\u00e9");
        Arbitrary<String> colons = Arbitraries.frequencyOf(
                Tuple.of(8, Arbitraries.of(": ", ":", ":  \t")),
                Tuple.of(1, Arbitraries.of(" : ", ":\t", "", "::", ":\r\n ", ":\u0000")));
        Arbitrary<String> values = Arbitraries.of(
                "gzip",
                "br;q=0",
                "*",
                "{tags}",
                "\"x\", {tags}",
                "feed",
                "bytes=0-1,3-",
                "close",
                "keep-alive",
                "Keep-Alive, close",
                "upgrade",
                "h2c",
                "100-continue",
                "trailers",
                "a",
                "a:0",
                "a b",
                "",
                " ",
                "\"",
                "\u00e9",
                "\u0001",
                "\u007f",
                "Sat, 01 Jan 2050 00:00:00 GMT");
        Arbitrary<String> ends = Arbitraries.frequencyOf(
                Tuple.of(20, Arbitraries.just(END)),
                Tuple.of(1, Arbitraries.of(" \r\n", "\n", "\r\n folded\r\n", "\r", "\r\r\n", "\r\n\t\r\n")));
        Arbitrary<String> field =
                Combinators.combine(names, colons, values, ends).as((a, b, c, d) -> a + b + c + d);
        Arbitrary<String> host = Arbitraries.frequencyOf(
                Tuple.of(9, Arbitraries.just("Host: a\r\n")),
                Tuple.of(
                        1,
                        Arbitraries.of(
                                "",
                                "Host:\r\n",
                                "Host: a:0\r\n",
                                "Host: [::1]\r\n",
                                "Host: a/b\r\n",
                                "Host: a, b\r\n")));
        return Combinators.combine(host, field.list().ofMaxSize(3))
                .as((first, others) -> first + String.join("", others));
    }

    private static Arbitrary<String> contents() {
        return Arbitraries.of(
                "Content-Length: 3\r\n\r\nabc",
                "Content-Length: 3\r\n\r\na",
                "content-length:0\r\n\r\n",
                "Content-Length: x\r\n\r\n",
                "Content-Length: -1\r\n\r\n",
                "Content-Length: +1\r\n\r\na",
                "Content-Length: 1\r\nContent-Length: 2\r\n\r\nab",
                "Content-Length: 1, 1\r\n\r\na",
                "Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\nz\r\n",
                "Transfer-Encoding: gzip\r\n\r\n",
                "transfer-encoding: identity\r\n\r\n",
                "Transfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\n0\r\n\r\n");
    }

    /** Requests of which some characters were taken away, doubled or replaced. */
    private static Arbitrary<String> broken(Arbitrary<String> whole) {
        Arbitrary<Character> letters = Arbitraries.of(
                '\r', '\n', ' ', '\t', ':', '/', '%', '?', '#', '\u0000', '\u007f', '\u00e9', 'a', '1', ',');
        Arbitrary<Function<String, String>> change = Combinators.combine(
                        Arbitraries.doubles().between(0.0, true, 1.0, false),
                        Arbitraries.integers().between(0, 3),
                        letters)
                .as((place, kind, letter) -> text -> changed(text, (int) (place * text.length()), kind, letter));
        return Combinators.combine(whole, change.list().ofMinSize(1).ofMaxSize(3))
                .as((text, changes) -> {
                    String made = text;
                    for (Function<String, String> each : changes) {
                        made = made.isEmpty() ? made : each.apply(made);
                    }
                    return made;
                });
    }

    private static String changed(String text, int at, int kind, char letter) {
        String before = text.substring(0, at);
        String after = text.substring(at + 1);
        return switch (kind) {
            case 0 -> before + after;
            case 1 -> before + text.charAt(at) + text.charAt(at) + after;
            case 2 -> before + letter + after;
            default -> before + letter + text.charAt(at) + after;
        };
    }

    private static String lines(List<String> fields) {
        return fields.isEmpty() ? "" : String.join(END, fields) + END;
    }

    private static String tagged(String path, String request) {
        return request.replace("{tags}", "{tags " + path + "}");
    }
}
