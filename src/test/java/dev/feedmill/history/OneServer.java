package dev.feedmill.history;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The program in a process of its own, which can be stopped, killed and started again at the same address. */
final class OneServer implements Server {
    private static final Pattern ADDRESS = Pattern.compile("https?://(?:localhost:([0-9]+)|.*)/feed\\.rss");
    private static final String TOKEN = "the operator's";
    private static final int LINES_KEPT = 60;
    private static final int MAX_TRIES = 600;

    private final Path articles;
    private final String data;
    private final Map<String, String> settings;
    private final HttpClient client = HttpClient.newHttpClient();
    private final List<String> said = Collections.synchronizedList(new ArrayList<>());
    private volatile int port;
    private @Nullable Process process;

    /** Creates a server at any free port. */
    OneServer(Path articles, String data, Map<String, String> settings) {
        this(articles, data, settings, 0);
    }

    /** @param settings by the names of their environment variables */
    OneServer(Path articles, String data, Map<String, String> settings, int port) {
        this.port = port;
        this.articles = articles;
        this.data = data;
        this.settings = settings;
    }

    /** Returns once it has looked at every file. */
    @Override
    public void start(String title) throws IOException, InterruptedException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.feedmill.Main",
                "--articles",
                articles.toString(),
                "--data",
                data,
                "--host",
                "127.0.0.1",
                "--port",
                Integer.toString(port));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(articles.resolveSibling(".").toFile())
                .redirectErrorStream(true);
        builder.environment().putAll(settings);
        builder.environment().put("FEEDMILL_SITE_TITLE", title);
        builder.environment().put("FEEDMILL_STATUS_TOKEN", TOKEN);
        Process started = builder.start();
        process = started;
        CompletableFuture<Integer> listening = new CompletableFuture<>();
        Thread listener = new Thread(() -> listen(started, listening), "server-output");
        listener.setDaemon(true);
        listener.start();
        try {
            port = listening.get(2, TimeUnit.MINUTES);
        } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
            throw new AssertionError("the server does not start: " + said(), e);
        }
    }

    private void listen(Process started, CompletableFuture<Integer> listening) {
        try (BufferedReader out = started.inputReader(StandardCharsets.UTF_8)) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                said.add(line);
                Matcher address = ADDRESS.matcher(line);
                if (address.find()) {
                    listening.complete(address.group(1) == null ? port : Integer.parseInt(address.group(1)));
                }
            }
        } catch (IOException e) {
            said.add(e.toString());
        }
        listening.completeExceptionally(new IllegalStateException("it ended"));
    }

    /** As a service is stopped. */
    @Override
    public void stop() throws InterruptedException {
        end(Process::destroy);
    }

    /** SIGKILL. */
    @Override
    public void kill() throws InterruptedException {
        end(Process::destroyForcibly);
    }

    /** Lets it do nothing until {@link #thaw}: what happens to the folder meanwhile happens at once for it. */
    @Override
    public void freeze() throws IOException, InterruptedException {
        signal("-STOP");
    }

    @Override
    public void thaw() throws IOException, InterruptedException {
        signal("-CONT");
    }

    private void signal(String name) throws IOException, InterruptedException {
        Process running = process;
        if (running == null
                || new ProcessBuilder("kill", name, Long.toString(running.pid()))
                                .inheritIO()
                                .start()
                                .waitFor()
                        != 0) {
            throw new IllegalStateException("the server did not get the signal " + name);
        }
    }

    private void end(java.util.function.Consumer<Process> how) throws InterruptedException {
        Process running = process;
        if (running != null) {
            how.accept(running);
            if (!running.waitFor(30, TimeUnit.SECONDS)) {
                throw new AssertionError("the server does not end: " + said());
            }
            process = null;
        }
    }

    /** The response; a 503 is tried again, as a reader would. */
    @Override
    public HttpResponse<byte[]> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .version(HttpClient.Version.HTTP_1_1)
                .timeout(Duration.ofSeconds(60));
        if (headers.length > 0) {
            request.headers(headers);
        }
        HttpResponse<byte[]> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        for (int i = 0; answer.statusCode() == 503 && i < MAX_TRIES; i++) {
            Thread.sleep(100);
            answer = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        }
        return answer;
    }

    @Override
    public String status() throws IOException, InterruptedException {
        return new String(
                get("/status.json", "Authorization", "Bearer " + TOKEN).body(), StandardCharsets.UTF_8);
    }

    /** The last lines of its output. */
    @Override
    public String said() {
        List<String> lines = List.copyOf(said);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - LINES_KEPT), lines.size()));
    }

    @Override
    public boolean omitsDates() {
        return false;
    }

    boolean isRunning() {
        Process running = process;
        return running != null && running.isAlive();
    }

    int port() {
        return port;
    }

    @Override
    public void close() {
        Process running = process;
        if (running != null) {
            running.destroyForcibly();
        }
    }
}
