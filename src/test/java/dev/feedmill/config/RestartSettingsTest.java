package dev.feedmill.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedmill.problem.Parsed;
import dev.feedmill.setting.Setting;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RestartSettingsTest {
    /** For each setting a valid value that is not its default. */
    private static final Map<String, String> OTHERS = new TreeMap<>();

    static {
        others(
                "site",
                "title=Birds",
                "description=Of birds",
                "language=de",
                "author=Ada",
                "home=https://birds.example/",
                "zone=Europe/Oslo",
                "page-items=7",
                "search=false",
                "logo=/logo.png",
                "bridge=https://fed.brid.gy/");
        others(
                "pages",
                "accent=#aa0000",
                "accent-dark=#ffaaaa",
                "style=own.css",
                "footer=By Ada",
                "links=About https://ada.example/",
                "robots=Disallow: /private/");
        others(
                "push",
                "failure-pause=7m",
                "hub=true",
                "lease=7d",
                "max-form-size=7kB",
                "max-intents=7",
                "max-intents-per-client=7",
                "max-intents-per-host=7",
                "max-lease=7d",
                "max-per-host=7",
                "max-per-topic=7",
                "max-subscriptions=7",
                "max-topics=7",
                "max-url-length=700",
                "min-lease=7h",
                "verify-attempts=7",
                "verify-pause=7s",
                "first-retry=7s",
                "longest-retry=7h",
                "concurrent-deliveries=7",
                "hubs=https://hub.example/",
                "ping-attempts=7",
                "ping-pause=7s",
                "webhooks=https://hook.example/",
                "webhook-secret=whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                "webhook-entries=7",
                "webhook-time=7h",
                "indexnow-key=0123456789abcdef",
                "indexnow-url=https://search.example/indexnow",
                "indexnow-pages=7",
                "indexnow-pause=7s",
                "private-networks=true",
                "connect-time=7s",
                "exchange-time=7s",
                "max-connections=7",
                "max-connections-per-host=7",
                "max-waiting-requests=7",
                "max-look-ups=7",
                "max-response-size=7kB");
        others(
                "articles",
                "folder=posts",
                "draft-folders=later",
                "include=posts/",
                "exclude=old/",
                "dialect=jekyll",
                "categories=paths",
                "encoding=big5",
                "ids=permalink",
                "time-of-day=first-seen",
                "scan-interval=7m",
                "settle-time=700ms",
                "write-pause=7s",
                "stall-time=7m",
                "max-file-size=7MiB",
                "max-attachment-size=7MiB",
                "max-front-matter-size=7KiB",
                "max-names=7",
                "max-category-depth=7");
        others(
                "generator",
                "max-depth=7",
                "max-files=7000",
                "max-file-size=7MiB",
                "max-data-files=7",
                "max-data-size=7MiB",
                "max-data-values=7000");
        others("library", "data=elsewhere", "lease-time=7s", "accept-other-folder=true");
        others("nodes", "enabled=true", "lease-time=7s", "max-wait=7s", "drain-time=7s");
        others(
                "server",
                "host=127.0.0.1",
                "socket-mode=600",
                "socket-owner=nobody",
                "port=7000",
                "base-url=https://feeds.example/",
                "moved-to=https://new.example/",
                "first-scan-wait=7s",
                "stop-timeout=7s",
                "idle-timeout=7s",
                "cache-size=7MiB",
                "unconditional-gets=7");
        others(
                "feeds",
                "items=7",
                "poll-interval=7m",
                "shared-cache-time=7m",
                "stale-while-revalidate=7m",
                "stale-if-error=7d",
                "summary-length=70",
                "size=70kB",
                "max-size=7MB",
                "min-items=7",
                "remember-tags=7d",
                "deletions=7",
                "whole-for=reader/",
                "old-addresses=/old.xml: rss",
                "extra=<webfeeds:cover xmlns:webfeeds=\"http://webfeeds.org/rss/1.0\"/>");
        others(
                "caches",
                "tag-field=xkey",
                "max-tags=7",
                "purge=http://127.0.0.1:6081/",
                "purge-preset=cloudflare",
                "purge-token=secret",
                "purge-method=BAN",
                "purge-fields=X-Tags: {tags}",
                "purge-body={quoted-tags}",
                "purge-tags=7",
                "purge-all-above=7",
                "purge-interval=7s",
                "purge-again=7s");
        others("latest", "limit=7", "max-limit=70");
        others(
                "events",
                "max-clients=7",
                "max-per-client=7",
                "heartbeat=7s",
                "max-time=7m",
                "queue=7",
                "queue-size=7kB");
        others("selections", "max-names=7", "max-text=70", "max-time=7s", "searched-text=7000", "filter-depth=70");
        others(
                "limits",
                "answer-time=7s",
                "concurrent-answers=7",
                "waiting-requests=7",
                "head-time=7s",
                "send-time=7m");
        others("status", "token=secret", "host=127.0.0.2", "port=7001");
        others("log", "level=debug", "format=json", "access=true", "problems=7", "message-length=700");
        others(
                "html",
                "remove=.advert",
                "blocked-hosts=ads.example",
                "max-tags=7000",
                "max-depth=70",
                "max-attribute-length=7000",
                "max-url-length=700",
                "max-candidates=70",
                "max-markdown-depth=70");
    }

    private static void others(String section, String... values) {
        for (String value : values) {
            int equals = value.indexOf('=');
            OTHERS.put(section + "." + value.substring(0, equals), value.substring(equals + 1));
        }
    }

    private static Settings with(Map<String, String> environment) {
        Parsed<Settings> parsed = SettingsReader.read("my.yaml", null, environment, Map.of(), Map.of());
        assertThat(parsed.problems()).isEmpty();
        return ((Parsed.Read<Settings>) parsed).value();
    }

    static Stream<Setting<?>> settings() {
        return SettingsReader.known().stream();
    }

    @Test
    void every_setting_has_another_value_here() {
        assertThat(OTHERS.keySet())
                .isEqualTo(new TreeSet<>(settings().map(Setting::name).toList()));
    }

    @ParameterizedTest
    @MethodSource("settings")
    void a_setting_applies_at_once_or_is_kept_and_named(Setting<?> setting) {
        Settings started = with(Map.of());
        Settings later = with(Map.of(setting.variable(), OTHERS.get(setting.name())));
        assertThat(later).as("with another value").isNotEqualTo(started);

        List<String> named = RestartSettings.changed(started, later);
        Settings applied = RestartSettings.held(started, later);
        if (named.isEmpty()) {
            assertThat(applied).as("it needs no restart").isEqualTo(later);
        } else {
            assertThat(named).containsExactly(setting.name());
            assertThat(applied).as("it needs a restart").isEqualTo(started);
        }
    }
}
