package dev.feedmill.push.hub;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.feedmill.Await;
import dev.feedmill.TestApp;
import dev.feedmill.web.PercentCoding;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Subscriptions to the hub, by the sections of the WebSub Recommendation. */
class SubscribingIT {
    @TempDir
    Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private volatile Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private Subscriber subscriber;
    private TestApp app;

    /** A clock that the test sets. */
    private final class SetClock extends Clock {
        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    @BeforeEach
    void start() throws Exception {
        TestApp.write(
                folder, "a.md", "---\ntitle: A\ndate: 2024-05-01\ncategories: [Walks]\ntags: [fog]\n---\n\nText.\n");
        subscriber = new Subscriber();
        app = started(Map.of());
    }

    private TestApp started(Map<String, String> more) throws Exception {
        Map<String, String> settings = new HashMap<>(Map.of(
                "push.hub",
                "true",
                "push.private-networks",
                "true",
                "push.verify-pause",
                "1s",
                "push.max-intents-per-host",
                "3",
                "server.base-url",
                "http://feeds.example/blog"));
        settings.putAll(more);
        return TestApp.start(folder, settings, new SetClock());
    }

    @AfterEach
    void stop() {
        app.close();
        subscriber.close();
    }

    private static String topic(String path) {
        return "http://feeds.example/blog" + path;
    }

    private HttpResponse<String> post(String type, String body) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + app.port() + "/blog/hub"))
                        .header("Content-Type", type)
                        .timeout(Duration.ofMinutes(1))
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> ask(Map<String, String> form) throws Exception {
        return post(
                "application/x-www-form-urlencoded",
                form.entrySet().stream()
                        .map(field -> field.getKey() + "=" + PercentCoding.encode(field.getValue()))
                        .collect(Collectors.joining("&")));
    }

    private Map<String, String> form(String mode, String path) {
        return new LinkedHashMap<>(Map.of(
                "hub.mode", mode, "hub.topic", topic(path), "hub.callback", subscriber.url("/callback?id=7&x=%2F")));
    }

    private void asks(String mode, String path) throws Exception {
        assertThat(ask(form(mode, path)).statusCode()).isEqualTo(202);
    }

    /** Asks until the last request that failed is forgotten. */
    private void awaitTaken(String mode, String path) {
        Await.until("the request is taken", () -> ask(form(mode, path)).statusCode() == 202);
    }

    private void awaitCount(String what, int count) {
        Await.until(
                count + " " + what, () -> app.text("/metrics").contains("\nfeedmill_hub_" + what + " " + count + "\n"));
    }

    @Test
    void section_5_3_the_callback_is_asked_and_its_echo_begins_the_subscription() throws Exception {
        Map<String, String> form = form("subscribe", "/feed.atom");
        form.put("hub.lease_seconds", "864001");
        form.put("hub.secret", "word");
        form.put("hub.unknown", "x");
        HttpResponse<String> response = ask(form);

        assertThat(response.statusCode()).isEqualTo(202);
        awaitCount("subscriptions", 1);
        awaitCount("topics", 1);
        awaitCount("intents", 0);
        assertThat(subscriber.asked())
                .singleElement()
                .asString()
                .startsWith("GET /callback?id=7&x=%2F&hub.mode=subscribe&hub.topic=");
        assertThat(subscriber.last())
                .containsEntry("hub.topic", topic("/feed.atom"))
                .containsEntry("hub.lease_seconds", "864001");
        assertThat(subscriber.last().get("hub.challenge")).hasSizeGreaterThan(20);
    }

    @Test
    void section_5_3_another_echo_begins_nothing() throws Exception {
        subscriber.answer(challenge -> challenge + "x");
        asks("subscribe", "/feed.atom");
        Await.until("the callback was asked", () -> subscriber.asked().size() == 1);
        awaitCount("intents", 0);

        // It is not asked again, so that nobody is asked for what strangers want.
        assertThat(ask(form("subscribe", "/feed.atom")).statusCode()).isEqualTo(429);
        awaitCount("subscriptions", 0);
        assertThat(subscriber.asked()).hasSize(1);
    }

    @Test
    void section_5_3_a_callback_that_declines_begins_nothing() throws Exception {
        subscriber.answer(404);
        asks("subscribe", "/feed.atom");
        Await.until("the callback was asked", () -> subscriber.asked().size() == 1);
        awaitCount("intents", 0);
        awaitCount("subscriptions", 0);

        subscriber.answer(200);
        now = now.plusSeconds(60);
        awaitTaken("subscribe", "/feed.atom");
        awaitCount("subscriptions", 1);
    }

    @Test
    void section_5_3_a_callback_that_is_away_is_asked_again_even_by_the_next_start() throws Exception {
        subscriber.answer(503);
        asks("subscribe", "/feed.atom");
        Await.until("the callback was asked", () -> subscriber.asked().size() == 1);
        app.close();
        subscriber.answer(200);
        now = now.plusSeconds(2);
        app = started(Map.of());

        awaitCount("subscriptions", 1);
    }

    @Test
    void section_5_1_the_end_of_a_subscription_is_confirmed_too() throws Exception {
        asks("subscribe", "/feed.atom");
        awaitCount("subscriptions", 1);
        subscriber.answer(404);
        asks("unsubscribe", "/feed.atom");
        Await.until("the callback was asked", () -> subscriber.asked().size() == 2);
        awaitCount("intents", 0);
        awaitCount("subscriptions", 1);

        subscriber.answer(200);
        now = now.plusSeconds(60);
        awaitTaken("unsubscribe", "/feed.atom");
        awaitCount("subscriptions", 0);
        assertThat(subscriber.last()).containsEntry("hub.mode", "unsubscribe").doesNotContainKey("hub.lease_seconds");
    }

    @Test
    void section_5_1_a_subscription_that_is_there_can_be_asked_for_again() throws Exception {
        asks("subscribe", "/feed.atom");
        awaitCount("subscriptions", 1);
        now = now.plus(Duration.ofDays(9));
        asks("subscribe", "/feed.atom");
        Await.until("the callback was asked", () -> subscriber.asked().size() == 2);
        awaitCount("intents", 0);
        awaitCount("subscriptions", 1);

        // The first lease would have ended.
        now = now.plus(Duration.ofDays(9));
        asks("subscribe", "/feed.json");
        awaitCount("subscriptions", 2);
    }

    @Test
    void section_5_3_a_lease_ends_a_subscription() throws Exception {
        Map<String, String> form = form("subscribe", "/feed.atom");
        form.put("hub.lease_seconds", "1");
        assertThat(ask(form).statusCode()).isEqualTo(202);
        awaitCount("subscriptions", 1);
        // The least lease that the settings allow.
        assertThat(subscriber.last()).containsEntry("hub.lease_seconds", "3600");

        now = now.plusSeconds(3600);
        awaitCount("subscriptions", 0);
        awaitCount("topics", 0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/feed.rss",
                "/categories/Walks.json",
                "/feed.json?tag=fog",
                "/categories/walks.rss",
                "/feed.rss?tag=fog&category=Walks",
                "/feed.atom?utm=x"
            })
    void section_5_1_1_any_feed_is_a_topic_and_told_back_as_it_was_asked_for(String path) throws Exception {
        asks("subscribe", path);
        awaitCount("subscriptions", 1);

        assertThat(subscriber.last()).containsEntry("hub.topic", topic(path));
    }

    @ParameterizedTest
    @CsvSource({
        "hub.topic,http://other.example/feed.rss,hub.topic must be the address of a feed of this server",
        "hub.topic,http://feeds.example/feed.rss,hub.topic must be the address of a feed of this server",
        "hub.topic,http://feeds.example/blog/,hub.topic must be the address of a feed of this server",
        "hub.topic,http://feeds.example/blog/none.rss,hub.topic must be the address of a feed of this server",
        "hub.topic,http://feeds.example/blog/tags/none.rss,hub.topic must be the address of a feed of this server",
        "hub.topic,http://feeds.example/blog/status,hub.topic must be the address of a feed of this server",
        "hub.topic,feed,hub.topic must be the address of a feed of this server",
        "hub.topic,'',hub.topic is missing",
        "hub.mode,publish,hub.mode must be subscribe or unsubscribe",
        "hub.callback,'',hub.callback is missing",
        "hub.callback,ftp://a.example/,hub.callback must be an http or https URL with a host and without a user",
        "hub.callback,http://u:p@a.example/,hub.callback must be an http or https URL with a host and without a user",
        "hub.callback,http://a.example/#a,hub.callback must have no fragment",
        "hub.lease_seconds,soon,hub.lease_seconds must be a positive number of seconds",
        "hub.lease_seconds,0,hub.lease_seconds must be a positive number of seconds"
    })
    void section_5_1_2_what_is_wrong_is_said_in_words(String field, String value, String said) throws Exception {
        Map<String, String> form = form("subscribe", "/feed.atom");
        form.put(field, value);
        HttpResponse<String> response = ask(form);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).isEqualTo(said + "\n");
        assertThat(response.headers().firstValue("Content-Type")).hasValue("text/plain; charset=utf-8");
        assertThat(subscriber.asked()).isEmpty();
    }

    @Test
    void section_5_1_a_secret_has_less_than_200_bytes() throws Exception {
        Map<String, String> form = form("subscribe", "/feed.atom");
        form.put("hub.secret", "x".repeat(200));
        assertThat(ask(form).statusCode()).isEqualTo(400);
        form.put("hub.secret", "x".repeat(199));
        assertThat(ask(form).statusCode()).isEqualTo(202);
    }

    @Test
    void what_is_no_form_is_refused() throws Exception {
        String form = "application/x-www-form-urlencoded";
        assertThat(post("application/json", "{}").statusCode()).isEqualTo(415);
        assertThat(post(form, "").statusCode()).isEqualTo(400);
        assertThat(post(form, "hub.mode=subscribe&hub.mode=subscribe").body())
                .isEqualTo("hub.mode must not be repeated\n");
        assertThat(post(form, "hub.topic=%ff").body()).isEqualTo("hub.topic must be percent-encoded UTF-8\n");
        assertThat(post(form, "x=" + "y".repeat(20_000)).statusCode()).isEqualTo(413);
        assertThat(app.get("/hub").statusCode()).isEqualTo(405);
        assertThat(app.send("OPTIONS", "/hub").headers().firstValue("Allow")).hasValue("POST, OPTIONS");
        assertThat(app.send("POST", "/hub", "Origin", "https://evil.example", "Content-Type", form)
                        .statusCode())
                .isEqualTo(403);
        assertThat(app.firstLine("POST /hub HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: " + form
                        + "\r\nContent-Length: 4\r\n\r\na=b&"))
                .contains(" 400 ");
    }

    @Test
    void a_form_that_does_not_arrive_is_not_waited_for() throws Exception {
        app.close();
        app = started(Map.of("limits.head-time", "200ms"));

        assertThat(app.firstLine("POST /hub HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n"
                        + "Content-Type: application/x-www-form-urlencoded\r\n\r\nhub.mode="))
                .contains(" 408 ");
    }

    @Test
    void a_host_is_not_asked_by_more_requests_than_the_settings_allow() throws Exception {
        subscriber.answer(404);
        for (String path : new String[] {"/feed.rss", "/feed.atom", "/feed.json"}) {
            asks("subscribe", path);
        }
        HttpResponse<String> response = ask(form("subscribe", "/categories/Walks.rss"));

        assertThat(response.statusCode()).isEqualTo(429);
        assertThat(response.headers().firstValue("Retry-After")).hasValue("60");
        assertThat(response.body()).isEqualTo("too many requests wait for callbacks of this host\n");
    }

    @Test
    void the_hub_is_named_by_feeds_and_is_not_there_where_it_is_off() throws Exception {
        assertThat(app.get("/feed.rss").headers().firstValue("Link").orElse(""))
                .startsWith("<http://feeds.example/blog/hub>; rel=\"hub\"");
        app.close();
        app = started(Map.of("push.hub", "false"));

        assertThat(ask(form("subscribe", "/feed.rss")).statusCode()).isIn(404, 405);
        assertThat(app.get("/hub").statusCode()).isEqualTo(404);
        assertThat(app.get("/feed.rss").headers().firstValue("Link")).isEmpty();
        assertThat(new String(app.get("/metrics").body(), UTF_8)).doesNotContain("feedmill_hub");
    }
}
