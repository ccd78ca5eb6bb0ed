package dev.feedmill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged jar, as an operator starts and stops it. */
class JarIT {
    private static final Path JAR = Path.of("target/feedmill.jar").toAbsolutePath();
    private static final Path SEEDS = Path.of("seeds").toAbsolutePath();

    @TempDir
    Path folder;

    private final List<Process> started = new ArrayList<>();

    @AfterEach
    void end() {
        started.forEach(Process::destroyForcibly);
    }

    @Test
    void serves_the_seeds_and_exits_with_0_when_stopped() throws Exception {
        Process process = start("--articles", SEEDS.toString(), "--port", "0");
        String url = firstUrl(process);

        HttpResponse<String> feed = get(url);
        assertThat(feed.statusCode()).isEqualTo(200);
        assertThat(feed.body()).startsWith("<?xml").contains("<rss");

        process.destroy();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
    }

    @Test
    void says_in_one_line_that_the_port_is_in_use() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
            Process process =
                    start("--articles", SEEDS.toString(), "--host", "127.0.0.1", "--port", "" + taken.getLocalPort());
            assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(1);
            assertThat(errors(process)).singleElement().asString().contains("port " + taken.getLocalPort());
        }
    }

    @Test
    void says_in_one_line_that_the_folder_is_missing() throws Exception {
        Process process = start("--articles", folder.resolve("nowhere").toString(), "--port", "0");
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(1);
        assertThat(errors(process)).singleElement().asString().contains("nowhere");
    }

    @Test
    void says_in_one_line_that_the_data_folder_cannot_be_used() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "not a folder");
        Process process = run(List.of(
                "--articles",
                SEEDS.toString(),
                "--port",
                "0",
                "--data",
                file.resolve("below").toString()));
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(1);
        assertThat(errors(process)).singleElement().asString().contains("below");
    }

    @Test
    void a_kill_in_the_middle_of_the_first_scan_loses_nothing() throws Exception {
        Path articles = Files.createDirectory(folder.resolve("articles"));
        int count = 2_000;
        for (int i = 0; i < count; i++) {
            Files.writeString(
                    articles.resolve(i + ".md"),
                    "---\ntitle: Number " + i + "\ndate: 2024-01-01\ncategories: [All]\n---\n\nSome *text* of it.\n");
        }
        Process first = start("--articles", articles.toString(), "--port", "0");
        Path database = folder.resolve("data/feedmill.db-wal");
        Await.until("some of it is stored", () -> Files.exists(database) && Files.size(database) > 100_000);
        first.destroyForcibly().waitFor();

        String url = firstUrl(start("--articles", articles.toString(), "--port", "0"));
        String status = get(url.replaceFirst("/feed.rss$", "/status.json")).body();
        assertThat(status.replace(" ", "")).contains("\"files\":" + count, "\"served\":" + count, "\"skipped\":0");
    }

    @Test
    void a_signal_during_the_first_scan_exits_with_0() throws Exception {
        Path articles = Files.createDirectory(folder.resolve("articles"));
        for (int i = 0; i < 2_000; i++) {
            Files.writeString(articles.resolve(i + ".md"), "---\ntitle: Number " + i + "\n---\n\nSome *text* of it.\n");
        }
        Process process = start("--articles", articles.toString(), "--port", "0");
        // The log says what it serves before it scans; the feeds are printed after that.
        BufferedReader log = process.errorReader(StandardCharsets.UTF_8);
        assertThat(log.readLine()).contains(" serves http://localhost:");

        process.toHandle().destroy(); // the other way would close what it prints

        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
        assertThat(process.inputReader(StandardCharsets.UTF_8).readLine()).isNull();
    }

    @Test
    void where_no_thread_can_be_created_it_exits_with_1_and_says_so() throws Exception {
        assumeThat(Path.of("/proc/self/limits")).exists();
        assumeThat(JAR).as("the jar is packaged before these tests").exists();
        // So much room for stacks that there is enough for the Java machine itself, but not for a server.
        String java = System.getProperty("java.home") + "/bin/java -Xss1g -Xmx64m -XX:+UseSerialGC"
                + " -XX:CompressedClassSpaceSize=64m -XX:ReservedCodeCacheSize=64m";
        Process process = new ProcessBuilder(
                        "sh",
                        "-c",
                        "ulimit -v 18000000; exec " + java + " -jar \"$@\"",
                        "sh",
                        JAR.toString(),
                        "--articles",
                        SEEDS.toString(),
                        "--port",
                        "0")
                .directory(folder.toFile())
                .start();
        started.add(process);

        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(errors(process))
                .anyMatch(line -> line.startsWith("feedmill: cannot run here: ") && line.contains("thread"));
        assertThat(process.exitValue()).isEqualTo(1);
    }

    @Test
    void a_killed_server_leaves_nothing_in_the_folder_for_temporary_files() throws Exception {
        Path temporary = Files.createDirectory(folder.resolve("temporary"));
        Process process = run(
                List.of("-Djava.io.tmpdir=" + temporary),
                List.of(
                        "--articles",
                        SEEDS.toString(),
                        "--port",
                        "0",
                        "--data",
                        folder.resolve("data").toString()));
        HttpRequest request = HttpRequest.newBuilder(URI.create(firstUrl(process)))
                .header("Accept-Encoding", "br")
                .build();
        HttpResponse<byte[]> feed = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());
        assertThat(feed.headers().firstValue("Content-Encoding")).hasValue("br");

        process.destroyForcibly().waitFor();
        assertThat(temporary).isEmptyDirectory();
    }

    @Test
    void check_exits_1_where_an_article_would_not_be_served() throws Exception {
        Path articles = Files.createDirectory(folder.resolve("articles"));
        Files.writeString(articles.resolve("open.md"), "---\ntitle: Never closed\n\nText.\n");
        Process process = run(List.of("check", articles.toString()));
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains("open.md:1: ");
        assertThat(process.exitValue()).isEqualTo(1);
    }

    @Test
    void an_article_too_large_for_the_memory_keeps_no_other_from_being_served() throws Exception {
        Path articles = Files.createDirectory(folder.resolve("articles"));
        Files.writeString(articles.resolve("large.html"), "<p>" + "Many words 汉字. ".repeat(200_000));
        Files.writeString(articles.resolve("small.html"), "<title>Small</title><p>Few words.");
        Process process = run(List.of("-Xmx24m"), List.of("check", articles.toString()));
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains("large.html", "more memory", "1 served");
    }

    @Test
    void check_of_the_seeds_finds_nothing() throws Exception {
        Process process = run(List.of("check", SEEDS.toString()));
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
    }

    @Test
    void wrong_settings_are_reported_all_at_once_with_exit_code_2() throws Exception {
        Path config = Files.writeString(folder.resolve("my.yaml"), "server:\n  prot: 80\nsite:\n  zone: Mars/Base\n");
        Process process = run(List.of("--config", config.toString()));
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(2);
        assertThat(errors(process))
                .anySatisfy(line -> assertThat(line).contains("my.yaml:2").contains("port"))
                .anySatisfy(line -> assertThat(line).contains("my.yaml:4").contains("Mars/Base"));
    }

    private Process start(String... arguments) throws IOException {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--data", folder.resolve("data").toString()));
        return run(all);
    }

    private Process run(List<String> arguments) throws IOException {
        return run(List.of(), arguments);
    }

    private Process run(List<String> javaOptions, List<String> arguments) throws IOException {
        assumeThat(JAR).as("the jar is packaged before these tests").exists();
        List<String> command = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java"));
        command.addAll(javaOptions);
        command.addAll(List.of("-jar", JAR.toString()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        // Another server on this machine may have the port of the default.
        builder.environment().put("FEEDMILL_STATUS_PORT", "0");
        Process process = builder.start();
        started.add(process);
        return process;
    }

    /** The program prints its feeds once the first scan is done. */
    static String firstUrl(Process process) throws IOException {
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            int at = line.indexOf("http");
            if (at >= 0 && line.contains("/feed.rss")) {
                return line.substring(at).trim();
            }
        }
        throw new AssertionError("no feed was printed; errors: " + errors(process));
    }

    static List<String> errors(Process process) throws IOException {
        return new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
    }

    static HttpResponse<String> get(String url) throws IOException, InterruptedException {
        return HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build()
                .send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString());
    }
}
