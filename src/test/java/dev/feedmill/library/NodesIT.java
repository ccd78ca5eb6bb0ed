package dev.feedmill.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.feedmill.Await;
import dev.feedmill.TestApp;
import dev.feedmill.address.FixedAddress;
import dev.feedmill.push.hub.Subscriber;
import dev.feedmill.web.PercentCoding;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three servers on one PostgreSQL library, of which one leads. */
class NodesIT {
    private static final Pattern NUMBER = Pattern.compile("Number (\\d+)");
    private static final List<String> DOCUMENTS = List.of(
            "/feed.rss",
            "/feed.atom",
            "/feed.json",
            "/tags/walks.atom",
            "/categories/Woods.atom",
            "/categories/Woods",
            "/",
            "/latest",
            FixedAddress.OPML.rooted(),
            "/sitemap.xml");

    @TempDir
    Path folder;

    private final String url = Databases.POSTGRES.fresh();
    private final List<TestApp> servers = new ArrayList<>();
    private TcpProxy proxy;

    @BeforeEach
    void start() throws Exception {
        int port = URI.create(url.substring("jdbc:".length())).getPort();
        proxy = new TcpProxy(port);
        write(0);
        TestApp.write(folder, "_config.yml", "title: Paths\nlanguage: de\n");
        TestApp.write(
                folder,
                "_posts/2024-05-02-other.md",
                "---\ntitle: Other\ntags: [hills]\ncategories: [Woods]\n---\n\n[Map](/map.pdf)\n");
        TestApp.write(folder, "map.pdf", "%PDF-1.4");
        servers.add(server(url.replace(":" + port + "/", ":" + proxy.port() + "/"), folder.resolve("articles")));
        servers.add(server(url, folder.resolve("articles")));
        servers.add(server(url, folder.resolve("nowhere")));
    }

    @AfterEach
    void stop() {
        proxy.become(TcpProxy.Mode.PASS);
        servers.forEach(TestApp::close);
        proxy.close();
    }

    private static final String SETTINGS = """
            categories:
              - category: Woods
                title: In the woods
                description: What grows there
            """;

    private TestApp server(String library, Path articles) throws Exception {
        Map<String, String> settings = new HashMap<>(Map.of(
                "library.data", library,
                "nodes.lease-time", "1s",
                "articles.folder", articles.toString(),
                "nodes.enabled", "true",
                "nodes.drain-time", "0s",
                "server.base-url", "https://paths.example",
                "push.hub", "true",
                "push.private-networks", "true"));
        return TestApp.start(folder, SETTINGS, settings, Clock.systemUTC());
    }

    private void write(int number) throws IOException {
        TestApp.write(
                folder,
                "_posts/2024-05-01-one.md",
                "---\ntitle: Number " + number + "\ntags: [walks]\n---\n\nNumber " + number + ".\n");
    }

    private static int number(HttpResponse<byte[]> response) {
        Matcher number = NUMBER.matcher(new String(response.body(), StandardCharsets.UTF_8));
        return number.find() ? Integer.parseInt(number.group(1)) : -1;
    }

    private static String field(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    @Test
    void all_give_the_same_bytes_tags_and_dates_also_one_that_does_not_see_the_folder() throws Exception {
        for (String path : DOCUMENTS) {
            if (!path.equals(FixedAddress.LATEST.rooted())) {
                // A date is not sent before it has come; results of queries have none.
                Await.until(
                        "a date of " + path,
                        () -> !field(servers.get(0).get(path), "Last-Modified").isEmpty());
            }
            HttpResponse<byte[]> first = servers.get(0).get(path);
            assertThat(first.statusCode()).as(path).isEqualTo(200);
            for (TestApp server : servers) {
                HttpResponse<byte[]> other = server.get(path);
                assertThat(new String(other.body(), StandardCharsets.UTF_8))
                        .as(path)
                        .isEqualTo(new String(first.body(), StandardCharsets.UTF_8));
                assertThat(field(other, "ETag")).as(path).isEqualTo(field(first, "ETag"));
                assertThat(field(other, "Last-Modified")).as(path).isEqualTo(field(first, "Last-Modified"));
            }
        }
        assertThat(servers.get(2).text("/categories/Woods.atom")).contains("What grows there");
        assertThat(servers.get(2).text("/feed.rss")).contains("<title>Paths</title>", "<language>de</language>");

        assertThat(servers.get(1).get("/files/map.pdf").statusCode()).isEqualTo(200);
        HttpResponse<byte[]> unseen = servers.get(2).get("/files/map.pdf");
        assertThat(unseen.statusCode()).isEqualTo(503);
        assertThat(field(unseen, "Retry-After")).isEqualTo("1");

        TestApp.write(folder, "_config.yml", "title: Other paths\nlanguage: de\n");
        Await.until("the other title", () -> servers.get(2).text("/feed.rss").contains("<title>Other paths</title>"));
        assertThat(servers.get(1).text("/feed.rss")).contains("<title>Other paths</title>");
    }

    @Test
    void nobody_who_asks_them_in_turn_sees_anything_older_than_before() throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        AtomicInteger answered = new AtomicInteger();
        ExecutorService readers = Executors.newFixedThreadPool(4);
        List<Future<Integer>> results = new ArrayList<>();
        for (String path : List.of("/feed.rss", "/feed.json", "/tags/walks.atom", "/latest")) {
            results.add(readers.submit(() -> {
                int last = -1;
                for (int i = 0; !over.get(); i++) {
                    HttpResponse<byte[]> response =
                            servers.get(i % servers.size()).get(path);
                    assertThat(response.statusCode()).isEqualTo(200);
                    int number = number(response);
                    assertThat(number).as(path).isGreaterThanOrEqualTo(last);
                    last = number;
                    answered.incrementAndGet();
                }
                return last;
            }));
        }
        for (int edit = 1; edit <= 30; edit++) {
            int wanted = edit;
            write(edit);
            Await.until("edit " + edit, () -> number(servers.get(edit(wanted)).get("/feed.atom")) == wanted);
            for (TestApp server : servers) {
                assertThat(number(server.get("/feed.atom"))).isEqualTo(edit);
            }
        }
        over.set(true);
        for (Future<Integer> result : results) {
            assertThat(result.get(1, TimeUnit.MINUTES)).isGreaterThan(0);
        }
        readers.shutdown();
        assertThat(answered).hasValueGreaterThan(100);
    }

    private int edit(int number) {
        return number % servers.size();
    }

    @Test
    void a_client_gets_a_delta_from_a_server_that_never_saw_its_tag() throws Exception {
        String tag = field(servers.get(0).get("/feed.atom"), "ETag");
        write(1);
        Await.until("the edit", () -> number(servers.get(1).get("/feed.rss")) == 1);
        Await.until(
                "the tag in the library",
                () -> servers.get(2)
                                .get("/feed.atom", "If-None-Match", tag, "A-IM", "feed")
                                .statusCode()
                        == 226);
    }

    @Test
    void a_leader_that_is_cut_off_writes_nothing_answers_503_and_comes_back_to_follow() throws Exception {
        assertThat(roles(servers.get(1))).containsExactly("leader", "follower", "follower");

        proxy.become(TcpProxy.Mode.SILENT);
        Await.until("another leader", () -> roles(servers.get(2)).indexOf("leader") == 1);
        HttpResponse<byte[]> cut = servers.get(0).get("/feed.rss");
        assertThat(cut.statusCode()).isEqualTo(503);
        assertThat(field(cut, "Retry-After")).isNotEmpty();
        assertThat(servers.get(0).get("/health/live").statusCode()).isEqualTo(200);
        // A plain request, which is answered another way.
        assertThat(servers.get(0).firstLine("GET /health/live HTTP/1.1\r\nHost: paths.example\r\n\r\n"))
                .isEqualTo("HTTP/1.1 200 OK");
        write(1);
        Await.until("the edit", () -> number(servers.get(2).get("/feed.rss")) == 1);

        proxy.become(TcpProxy.Mode.PASS);
        Await.until("it is back", () -> servers.get(0).get("/feed.rss").statusCode() == 200);
        assertThat(number(servers.get(0).get("/feed.rss"))).isEqualTo(1);
        Await.until("it follows", () -> servers.get(0).get("/health/ready").statusCode() == 200);
        assertThat(roles(servers.get(0))).containsExactly("follower", "leader", "follower");
        write(2);
        Await.until("the edit", () -> number(servers.get(0).get("/feed.rss")) == 2);
    }

    @Test
    void another_leads_at_once_where_the_leader_is_stopped() throws Exception {
        servers.remove(0).close();
        Await.until("another leader", () -> roles(servers.get(1)).equals(List.of("leader", "follower")));
        write(1);
        Await.until("the edit", () -> number(servers.get(1).get("/feed.rss")) == 1);
    }

    @Test
    void one_that_stands_still_while_it_writes_keeps_no_other_from_leading() throws Exception {
        try (Connection still = DriverManager.getConnection(url)) {
            still.setAutoCommit(false);
            try (Statement statement = still.createStatement()) {
                statement.execute("UPDATE node SET seen = seen");
                statement.execute("UPDATE document SET as_of = as_of");
            }
            servers.remove(0).close();
            write(1);
            Await.until("the edit", () -> number(servers.get(1).get("/feed.rss")) == 1);
            still.rollback();
        }
        Await.until("another leader", () -> roles(servers.get(1)).contains("leader"));
    }

    @Test
    void what_one_is_asked_to_subscribe_the_leader_verifies_and_delivers() throws Exception {
        try (Subscriber subscriber = new Subscriber()) {
            String form = "hub.mode=subscribe&hub.topic="
                    + PercentCoding.encode("https://paths.example/feed.json") + "&hub.callback="
                    + PercentCoding.encode(subscriber.url("/callback"));
            HttpRequest request = HttpRequest.newBuilder(
                            URI.create("http://127.0.0.1:" + servers.get(2).port() + "/hub"))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(form))
                    .build();
            assertThat(HttpClient.newHttpClient()
                            .send(request, HttpResponse.BodyHandlers.discarding())
                            .statusCode())
                    .isEqualTo(202);
            Await.until("the question", () -> !subscriber.asked().isEmpty());
            Await.until(
                    "the subscription",
                    () -> servers.get(1).text("/status.json").contains("\"subscriptions\":1"));

            write(1);
            Await.until("the delivery", () -> subscriber.deliveries().size() == 1);
            assertThat(subscriber.deliveries().get(0).body()).contains("Number 1");

            servers.remove(0).close();
            write(2);
            Await.until("the next", () -> subscriber.deliveries().size() == 2);
            assertThat(subscriber.deliveries().get(1).body()).contains("Number 2");
        }
    }

    @Test
    void a_stream_of_events_goes_on_at_another_server() throws Exception {
        try (Stream<String> lines = events(servers.get(2), "")) {
            write(1);
            String id = next(lines.iterator(), "id: ");
            write(2);
            Await.until("the edit", () -> number(servers.get(1).get("/feed.rss")) == 2);
            try (Stream<String> others = events(servers.get(0), id)) {
                assertThat(next(others.iterator(), "data: {\"")).contains("Number 2");
            }
        }
    }

    private static Stream<String> events(TestApp server, String last) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/events"));
        if (!last.isEmpty()) {
            request.header("Last-Event-ID", last);
        }
        return HttpClient.newHttpClient()
                .send(request.build(), HttpResponse.BodyHandlers.ofLines())
                .body();
    }

    private static String next(Iterator<String> lines, String field) {
        String line = lines.next();
        while (!line.startsWith(field)) {
            line = lines.next();
        }
        return line.substring(field.length());
    }

    @Test
    void a_file_of_sqlite_is_not_shared() {
        assertThatThrownBy(() -> server(folder.resolve("data").toString(), folder.resolve("articles")))
                .hasMessageContaining("which is an SQLite file; name a PostgreSQL database with library.data");
    }

    /** The roles of the servers in the order of their start. */
    private static List<String> roles(TestApp server) throws Exception {
        Matcher role = Pattern.compile("\"role\":\"(\\w+)\"").matcher(server.text("/status.json"));
        return role.results().map(result -> result.group(1)).toList();
    }
}
