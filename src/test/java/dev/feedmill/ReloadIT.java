package dev.feedmill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server in a process of its own, whose settings change while it runs. */
class ReloadIT {
    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir
    Path folder;

    private Path settings;
    private Process process;
    private String url;

    @BeforeEach
    void start() throws Exception {
        for (String name : List.of("a", "b")) {
            TestApp.write(
                    folder,
                    name + ".md",
                    "---\ntitle: T" + name + "\ndate: 2024-05-01\ncategories: News\n---\n\nText.\n");
        }
        settings = Files.writeString(folder.resolve("own.yaml"), "site:\n  title: First\n");
        process = new ProcessBuilder(
                        System.getProperty("java.home") + "/bin/java",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "--config",
                        settings.toString(),
                        "--host=127.0.0.1",
                        "--port=0",
                        "--data",
                        folder.resolve("data").toString(),
                        folder.resolve("articles").toString())
                .directory(folder.toFile())
                .redirectError(folder.resolve("log").toFile())
                .start();
        url = JarIT.firstUrl(process).replaceFirst("/feed.rss.*", "");
    }

    @AfterEach
    void end() {
        process.destroyForcibly();
    }

    private HttpResponse<String> get(String address, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private String feed() throws IOException, InterruptedException {
        return get(url + "/feed.rss").body();
    }

    private String log() throws IOException {
        return Files.readString(folder.resolve("log"));
    }

    private String statusPage() throws IOException, InterruptedException {
        return get(get(url + "/status").headers().firstValue("Location").orElseThrow())
                .body();
    }

    private void replace(String text) throws IOException {
        Path beside = Files.writeString(folder.resolve("own.yaml~"), text);
        Files.move(beside, settings, StandardCopyOption.ATOMIC_MOVE);
    }

    @Test
    void a_change_of_the_file_is_applied_and_a_wrong_one_changes_nothing() throws Exception {
        HttpResponse<String> before = get(url + "/feed.rss");
        assertThat(before.body()).contains("<title>First</title>");
        String tag = before.headers().firstValue("ETag").orElseThrow();
        assertThat(get(url + "/feed.rss", "If-None-Match", tag).statusCode()).isEqualTo(304);

        replace("site:\n  title: Second\nfeeds:\n  items: 1\ncategories:\n- {category: News, title: Tidings}\n");
        Await.until("the new title", () -> feed().contains("<title>Second</title>"));
        assertThat(feed().split("<item>", -1)).hasSize(2);
        assertThat(get(url + "/feed.rss", "If-None-Match", tag).statusCode()).isEqualTo(200);
        Await.until("the name of the category", () -> get(url + "/").body().contains("Tidings"));

        replace("site:\n  title: Third\n  titel: x\n");
        Await.until("the problem", () -> log().contains(settings + ":3: 'site.titel' is not a setting"));
        Await.until("the problem on the page", () -> statusPage().contains("is not a setting"));
        assertThat(feed()).contains("<title>Second</title>");

        replace("");
        Await.until("the refusal", () -> log().contains("the settings file must be there, and not be empty"));
        assertThat(feed()).contains("<title>Second</title>");

        replace("site:\n  title: Fourth\nlibrary:\n  lease-time: 9s\nlog:\n  access: true\n");
        Await.until("the new title", () -> feed().contains("<title>Fourth</title>"));
        Await.until("what waits", () -> log().contains(settings + ": restart to apply: library.lease-time"));
        Await.until("the page", () -> {
            String page = statusPage();
            return page.contains("restart to apply: library.lease-time")
                    && page.contains("Something is wrong with the settings")
                    && !page.contains("is not a setting");
        });
        get(url + "/health/live");
        Await.until("the access log", () -> log().contains("GET /health/live 200"));
    }

    @Test
    void a_signal_has_them_read_again_and_articles_too() throws Exception {
        assertThat(feed()).contains("01 May 2024 00:00:00 GMT");
        replace("site:\n  zone: Asia/Shanghai\n  title: Elsewhere\n");
        new ProcessBuilder("kill", "-HUP", Long.toString(process.pid())).start().waitFor();
        Await.until("the new title", () -> feed().contains("<title>Elsewhere</title>"));
        Await.until("the other zone", () -> feed().contains("30 Apr 2024 16:00:00 GMT"));
        assertThat(process.isAlive()).isTrue();
    }

    @Test
    void requests_are_answered_all_the_while() throws Exception {
        Pattern title = Pattern.compile("<title>(Title [0-9])</title>");
        for (int i = 0; i < 4; i++) {
            String now = "Title " + i;
            replace("site:\n  title: " + now + "\n");
            new ProcessBuilder("kill", "-HUP", Long.toString(process.pid()))
                    .start()
                    .waitFor();
            Await.until(now, () -> {
                HttpResponse<String> response = get(url + "/");
                assertThat(response.statusCode()).isEqualTo(200);
                Matcher found = title.matcher(response.body());
                return found.find() && found.group(1).equals(now);
            });
        }
    }
}
