package dev.feedmill.push.hub;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.feedmill.Await;
import dev.feedmill.TestApp;
import dev.feedmill.push.hub.Subscriber.Delivery;
import dev.feedmill.web.PercentCoding;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Deliveries of the hub, by the sections of the WebSub Recommendation. */
class DeliveryIT {
    @TempDir
    Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private Subscriber subscriber;
    private TestApp app;

    @BeforeEach
    void start() throws Exception {
        article("a", "Old one", "Walks");
        subscriber = new Subscriber();
        app = serve();
    }

    @AfterEach
    void stop() {
        app.close();
        subscriber.close();
    }

    private TestApp serve() throws Exception {
        return TestApp.start(
                folder,
                Map.of(
                        "push.hub", "true",
                        "push.private-networks", "true",
                        "push.first-retry", "1s",
                        "push.longest-retry", "1s",
                        "push.max-waiting-requests", "1000",
                        "server.base-url", "http://feeds.example"));
    }

    private void article(String name, String title, String category) throws Exception {
        TestApp.write(
                folder,
                name + ".md",
                "---\ntitle: " + title + "\ndate: 2024-05-01\ncategories: [" + category + "]\n---\n\nText.\n");
    }

    private void subscribe(String path, String callback, String secret) throws Exception {
        int before = subscriber.asked().size();
        String form = "hub.mode=subscribe&hub.topic=" + PercentCoding.encode("http://feeds.example" + path)
                + "&hub.callback=" + PercentCoding.encode(subscriber.url(callback))
                + (secret.isEmpty() ? "" : "&hub.secret=" + secret);
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + app.port() + "/hub"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        Await.until("the callback to be asked", () -> subscriber.asked().size() > before);
        awaitSettled();
    }

    /** Waits until the topics of all subscriptions have a version. */
    private void awaitSettled() {
        Await.until(
                "all to be examined",
                () -> number("SELECT count(*) FROM intent") == 0 && number("SELECT count(*) FROM stale_topic") == 0);
    }

    private long number(String query) {
        return app.library()
                .database()
                .read(handle -> handle.createQuery(query).mapTo(Long.class).one());
    }

    private Delivery delivery(int number) {
        Await.until("delivery " + number, () -> subscriber.deliveries().size() > number);
        return subscriber.deliveries().get(number);
    }

    @ParameterizedTest
    @CsvSource({
        "/feed.rss, application/rss+xml",
        "/feed.atom, application/atom+xml",
        "/feed.json, application/feed+json",
        "/categories/Walks.atom, application/atom+xml",
        "/feed.json?category=Walks&q=new, application/feed+json"
    })
    void section_7_a_change_is_delivered_as_what_is_new_with_its_links(String path, String type) throws Exception {
        app.awaitWords();
        subscribe(path, "/cb?id=1", "");
        article("b", "New one", "Walks");

        Delivery delivery = delivery(0);
        assertThat(delivery.path()).isEqualTo("/cb?id=1");
        assertThat(delivery.field("Content-Type")).startsWith(type);
        assertThat(delivery.field("Link"))
                .isEqualTo("<http://feeds.example/hub>; rel=\"hub\", <http://feeds.example" + path + ">; rel=\"self\"");
        assertThat(delivery.body()).contains("New one").doesNotContain("Old one");
        assertThat(delivery.fields()).doesNotContainKey("X-hub-signature");
        article("b", "New one again", "Walks");
        assertThat(delivery(1).body()).contains("New one again").doesNotContain("Old one");
    }

    @Test
    void section_7_1_who_gave_a_secret_gets_a_signature_of_the_body() throws Exception {
        subscribe("/feed.atom", "/signed", "s3cret");
        article("b", "New one — naïve", "Walks");

        Delivery delivery = delivery(0);
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec("s3cret".getBytes(UTF_8), "HmacSHA256"));
        assertThat(delivery.field("X-Hub-Signature"))
                .isEqualTo("sha256="
                        + HexFormat.of().formatHex(mac.doFinal(delivery.body().getBytes(UTF_8))));
    }

    @Test
    void section_7_gone_ends_the_subscription() throws Exception {
        subscribe("/feed.atom", "/gone", "");
        subscriber.answer(410);
        article("b", "New one", "Walks");
        delivery(0);
        Await.until("no subscription", () -> number("SELECT count(*) FROM subscription") == 0);
        subscriber.answer(200);
        subscribe("/feed.rss", "/other", "");
        article("c", "Third one", "Walks");
        assertThat(delivery(1).path()).isEqualTo("/other");
    }

    @ParameterizedTest
    @CsvSource({"500", "302", "404"})
    void section_7_other_statuses_are_no_success_and_what_failed_is_tried_again(int status) throws Exception {
        subscribe("/feed.atom", "/weak", "");
        subscriber.answer(status);
        article("b", "New one", "Walks");
        delivery(0);
        article("c", "Third one", "Walks");
        Await.until(
                "both to be there",
                () -> subscriber.deliveries().stream()
                        .anyMatch(delivery -> delivery.body().contains("Third one")));
        subscriber.answer(204);
        Await.until("nothing to be due", () -> number("SELECT count(*) FROM delivery") == 0);
        List<Delivery> all = subscriber.deliveries();
        assertThat(all.get(all.size() - 1).body())
                .contains("New one", "Third one")
                .doesNotContain("Old one");

        article("d", "Fourth one", "Walks");
        assertThat(delivery(all.size()).body()).contains("Fourth one").doesNotContain("Third one");
    }

    @Test
    void section_7_only_changed_topics_are_delivered() throws Exception {
        article("x", "Cook", "Food");
        Await.until("the category", () -> app.get("/categories/Food.atom").statusCode() == 200);
        subscribe("/categories/Food.atom", "/food", "");
        subscribe("/categories/Walks.atom", "/walks", "");
        article("b", "New one", "Walks");
        assertThat(delivery(0).path()).isEqualTo("/walks");
        article("y", "Bake", "Food");
        Delivery second = delivery(1);
        assertThat(second.path()).isEqualTo("/food");
        assertThat(second.body()).contains("Bake").doesNotContain("Cook");
    }

    @Test
    void what_a_host_does_not_take_now_waits_until_it_does_and_is_delivered_once() throws Exception {
        subscribe("/feed.atom", "/atom", "");
        subscribe("/feed.rss", "/rss", "");
        // A host has room for a hundred.
        app.library()
                .database()
                .write(handle ->
                        handle.execute("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 90)"
                                + " INSERT INTO subscription (topic, asked, callback_hash, callback, host, secret, expires, version)"
                                + " SELECT topic, asked, callback_hash || i, callback || i, host, secret, expires, version"
                                + " FROM subscription, n"));
        subscriber.hold();
        article("b", "New one", "Walks");
        long now = System.currentTimeMillis() / 1000;
        Await.until(
                "one topic to wait", () -> number("SELECT count(*) FROM delivery WHERE due_at > " + (now + 60)) == 1);
        awaitLine("feedmill_hub_deliveries 182");
        assertThat(app.text("/status")).contains("<dt>Deliveries waiting</dt><dd>182</dd>");

        subscriber.release();
        Await.until("nothing to be due", () -> number("SELECT count(*) FROM delivery") == 0);
        assertThat(subscriber.deliveries())
                .extracting(Delivery::path)
                .hasSize(182)
                .doesNotHaveDuplicates();
    }

    private void awaitLine(String line) {
        Await.until(line, () -> app.text("/metrics").contains("\n" + line + "\n"));
    }

    @Test
    void what_was_removed_is_delivered_as_deleted() throws Exception {
        article("b", "Short-lived", "Walks");
        Await.until("it", () -> new String(app.get("/feed.atom").body(), UTF_8).contains("Short-lived"));
        subscribe("/feed.atom", "/cb", "");
        Files.delete(folder.resolve("articles/b.md"));
        assertThat(delivery(0).body()).contains("at:deleted-entry").doesNotContain("<entry>");
    }

    @Test
    void what_changes_while_the_hub_is_down_is_delivered_after_its_start() throws Exception {
        subscribe("/feed.atom", "/cb", "");
        app.close();
        article("b", "New one", "Walks");
        app = serve();
        assertThat(delivery(0).body()).contains("New one").doesNotContain("Old one");
    }
}
