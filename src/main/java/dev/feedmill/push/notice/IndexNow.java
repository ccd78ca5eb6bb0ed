package dev.feedmill.push.notice;

import dev.feedmill.address.Address;
import dev.feedmill.push.client.Outcome;
import dev.feedmill.push.client.OutgoingRequest;
import dev.feedmill.push.client.OutgoingUrl;
import dev.feedmill.web.Json;
import dev.feedmill.web.ServerUrl;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Search engines that take the URLs of changed pages (indexnow.org). They take those below the file with the key only,
 * therefore those of articles whose home is this server.
 */
final class IndexNow implements Receiver {
    private static final Logger LOG = LoggerFactory.getLogger(IndexNow.class);
    private static final int URL_SIZE = 100;
    private static final int TIMED_OUT = 408;
    private static final int TOO_MANY = 429;

    private final OutgoingUrl url;
    private final NoticeRules.IndexNow rules;
    private final NoticeContent content;
    private final ServerUrl server;
    private final String host;

    private IndexNow(
            OutgoingUrl url, NoticeRules.IndexNow rules, NoticeContent content, ServerUrl server, String host) {
        this.url = url;
        this.rules = rules;
        this.content = content;
        this.server = server;
        this.host = host;
    }

    /** One if the settings have a key, and all can reach the server; else none. */
    static List<Receiver> all(NoticeRules.IndexNow rules, NoticeContent content, ServerUrl server) {
        if (!rules.isOn()) {
            return List.of();
        }
        OutgoingUrl own = OutgoingUrl.parse(server.url(""));
        if (own == null || !own.isPublic()) {
            LOG.warn(
                    "search engines are not told of changes, since they cannot reach {}: set 'server.base-url'",
                    server.url(""));
            return List.of();
        }
        OutgoingUrl to = Objects.requireNonNull(OutgoingUrl.parse(rules.indexnowUrl()), "checked by the settings");
        return List.of(new IndexNow(to, rules, content, server, own.host()));
    }

    @Override
    public String title() {
        return "IndexNow at " + url.host();
    }

    @Override
    public String consumer() {
        return "indexnow " + UUID.nameUUIDFromBytes(url.toString().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public int most() {
        return rules.indexnowPages();
    }

    @Override
    public Duration delay() {
        return rules.indexnowPause();
    }

    /** What a search engine missed is of use to it at any time. */
    @Override
    public Duration patience() {
        return Duration.ofDays(365_000);
    }

    @Override
    public @Nullable OutgoingRequest request(Notice notice, Instant now) {
        List<String> pages = content.pages(notice);
        if (pages.isEmpty()) {
            return null;
        }
        byte[] body = Json.bytes(URL_SIZE * (pages.size() + 2), json -> {
            json.writeStartObject();
            json.writeStringProperty("host", host);
            json.writeStringProperty("key", rules.indexnowKey());
            json.writeStringProperty("keyLocation", new Address.KeyFile(rules.indexnowKey()).at(server));
            json.writeArrayPropertyStart("urlList");
            pages.forEach(json::writeString);
            json.writeEndArray();
            json.writeEndObject();
        });
        return OutgoingRequest.post(url, "application/json; charset=utf-8", Map.of(), body);
    }

    @Override
    public Answer answer(Outcome.Answered response) {
        int status = response.status();
        if (response.isSuccess()) {
            return Answer.TAKEN;
        }
        return status / 100 == 4 && status != TIMED_OUT && status != TOO_MANY ? Answer.REFUSED : Answer.LATER;
    }
}
