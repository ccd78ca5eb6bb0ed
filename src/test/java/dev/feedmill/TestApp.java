package dev.feedmill;

import dev.feedmill.app.App;
import dev.feedmill.app.CannotRunException;
import dev.feedmill.app.ProgressLine;
import dev.feedmill.config.Settings;
import dev.feedmill.config.SettingsReader;
import dev.feedmill.library.Library;
import dev.feedmill.problem.Parsed;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** A real server on a free port over a folder of its own, and a client for it. */
public final class TestApp implements AutoCloseable {
    private final App app;
    private final Path articles;
    private final HttpClient client = HttpClient.newHttpClient();

    private TestApp(App app, Path articles) {
        this.app = app;
        this.articles = articles;
    }

    /** Serves {@code articles} below the folder, with settings such as {@code feeds.items} changed. */
    public static TestApp start(Path folder, Map<String, String> changed) throws Exception {
        return start(folder, changed, Clock.systemUTC());
    }

    /** The same at another time. */
    public static TestApp start(Path folder, Map<String, String> changed, Clock clock) throws Exception {
        return start(folder, null, changed, clock);
    }

    /** The same with a settings file. */
    public static TestApp start(Path folder, @Nullable String settings, Map<String, String> changed, Clock clock)
            throws Exception {
        TestApp app = open(folder, settings, changed, clock);
        app.app.awaitFirstScan();
        return app;
    }

    /** The same, after the first attempt to scan the folder, successful or not. */
    public static TestApp startUnscanned(Path folder, Map<String, String> changed) throws Exception {
        TestApp app = open(folder, null, changed, Clock.systemUTC());
        app.app.awaitFirstLook();
        return app;
    }

    private static TestApp open(Path folder, @Nullable String settings, Map<String, String> changed, Clock clock)
            throws Exception {
        Path articles = Files.createDirectories(folder.resolve("articles"));
        App app = App.start(settings(folder, settings, changed), clock, ProgressLine.SILENT);
        return new TestApp(app, articles);
    }

    private static Settings settings(Path folder, @Nullable String settings, Map<String, String> changed) {
        Map<String, String> given = new LinkedHashMap<>(Map.of(
                "articles.folder", folder.resolve("articles").toString(),
                "library.data", folder.resolve("data").toString(),
                "server.host", "127.0.0.1",
                "server.port", "0",
                "status.port", "0",
                "articles.settle-time", "50ms"));
        given.putAll(changed);
        Parsed<Settings> parsed = SettingsReader.read("test", settings, Map.of(), given, Map.of());
        return ((Parsed.Read<Settings>) parsed).value();
    }

    /** Has it apply other settings, made as those of the start are. */
    public void apply(Path folder, @Nullable String settings, Map<String, String> changed) throws CannotRunException {
        app.apply(settings(folder, settings, changed));
    }

    /** Writes an article beside the others. */
    public static void write(Path folder, String path, String text) throws IOException {
        Path file = folder.resolve("articles").resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    /** Waits until the words of articles can be searched. */
    public void awaitWords() {
        Await.until("the words of the articles", () -> get("/latest?q=a").statusCode() != 503);
    }

    /** The feeds that it prints at its start, line by line. */
    public List<String> printedFeeds() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        app.printFeeds(new PrintStream(out, true, StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    public Path articles() {
        return articles;
    }

    /** The end of the last scan of the whole folder. */
    public @Nullable Instant lastScan() {
        return app.follower().status().lastScanAt();
    }

    public Library library() {
        return app.library();
    }

    public int port() {
        return app.port();
    }

    /** The port of the status pages. */
    public int operatorPort() {
        return app.operatorPort();
    }

    /** The port at which a path is served. */
    private int port(String path) {
        return path.matches("/(status(\\.json)?|metrics)") ? operatorPort() : port();
    }

    /** Sends a GET; headers are given as name, value, name, value. */
    public HttpResponse<byte[]> get(String path, String... headers) throws IOException, InterruptedException {
        return send("GET", path, headers);
    }

    /** The same with another method. */
    public HttpResponse<byte[]> send(String method, String path, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port(path) + path))
                .version(HttpClient.Version.HTTP_1_1)
                .timeout(Duration.ofMinutes(2))
                .method(method, HttpRequest.BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(
                request.build(),
                head -> head.headers().firstValue("Content-Type").orElse("").startsWith("text/event-stream")
                        ? new Unread()
                        : HttpResponse.BodySubscribers.ofByteArray());
    }

    /** Leaves before the body of a stream, which has no end. */
    private static final class Unread implements HttpResponse.BodySubscriber<byte[]> {
        @Override
        public CompletionStage<byte[]> getBody() {
            return CompletableFuture.completedFuture(new byte[0]);
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscription.cancel();
        }

        @Override
        public void onNext(List<ByteBuffer> item) {}

        @Override
        public void onError(Throwable fault) {}

        @Override
        public void onComplete() {}
    }

    /** The body as text. */
    public String text(String path) throws IOException, InterruptedException {
        return new String(get(path).body(), StandardCharsets.UTF_8);
    }

    /** All bytes that a bare connection receives until it is closed. */
    public String wire(String request) throws IOException {
        return wire(port(), request);
    }

    /** The same at the operator's port. */
    public String operatorWire(String request) throws IOException {
        return wire(operatorPort(), request);
    }

    private static String wire(int port, String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(120_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** The status line of a response; the rest is not read. */
    public String firstLine(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
            socket.setSoTimeout(120_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
            return String.valueOf(in.readLine());
        }
    }

    @Override
    public void close() {
        app.close();
    }
}
