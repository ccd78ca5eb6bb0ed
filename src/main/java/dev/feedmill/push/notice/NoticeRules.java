package dev.feedmill.push.notice;

import dev.feedmill.push.client.OutgoingUrl;
import dev.feedmill.setting.SettingValues;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/** The operator's settings for notices. */
public record NoticeRules(Webhooks webhooks, IndexNow indexNow) {
    public static NoticeRules of(SettingValues settings) {
        return new NoticeRules(Webhooks.of(settings), IndexNow.of(settings));
    }

    /** Whether anybody is to be told. */
    public boolean isOn() {
        return !webhooks.webhooks().isEmpty() || indexNow.isOn();
    }

    /**
     * The settings for webhooks.
     *
     * @param webhooks their URLs
     * @param webhookSecret secrets with which notices are signed: several while one replaces another, none for no signature
     * @param webhookEntries most entries, and most channels, that a notice names
     * @param webhookTime how long a notice is tried after its last change
     */
    public record Webhooks(
            List<String> webhooks, List<String> webhookSecret, int webhookEntries, Duration webhookTime) {
        public Webhooks {
            webhooks = List.copyOf(webhooks);
            webhookSecret = List.copyOf(webhookSecret);
        }

        private static Webhooks of(SettingValues settings) {
            return new Webhooks(
                    settings.words(
                            "push.webhooks",
                            url -> OutgoingUrl.parse(url) != null,
                            "must be http or https addresses such as https://example.org/changed"),
                    settings.words(
                            "push.webhook-secret",
                            MessageSignature::isSecret,
                            "must be whsec_ and the base64 of 24 to 64 random bytes; 'openssl rand -base64 32' makes these"),
                    settings.number("push.webhook-entries", 100, 1, 10_000),
                    settings.duration("push.webhook-time", "1d", "1m", "30d"));
        }

        /** Their URLs, each once. */
        List<OutgoingUrl> urls() {
            return webhooks.stream()
                    .map(OutgoingUrl::parse)
                    .filter(Objects::nonNull)
                    .distinct()
                    .toList();
        }

        /** Without what may be secret. */
        @Override
        public String toString() {
            return "Webhooks[" + webhooks.size() + "]";
        }
    }

    /**
     * The settings for IndexNow.
     *
     * @param indexnowKey of this server; empty: search engines are told nothing
     * @param indexnowUrl where they are told
     * @param indexnowPages most pages in one request
     * @param indexnowPause how long pages wait for others that are told with them
     */
    public record IndexNow(String indexnowKey, String indexnowUrl, int indexnowPages, Duration indexnowPause) {
        private static IndexNow of(SettingValues settings) {
            return new IndexNow(
                    settings.pattern(
                            "push.indexnow-key",
                            "",
                            "([A-Za-z0-9-]{8,128})?",
                            "must be 8 to 128 letters, digits and hyphens, or empty"),
                    settings.word(
                            "push.indexnow-url",
                            "https://api.indexnow.org/indexnow",
                            url -> OutgoingUrl.parse(url) != null,
                            "must be an http or https address"),
                    settings.number("push.indexnow-pages", 1_000, 1, 10_000),
                    settings.duration("push.indexnow-pause", "1m", "0s", "1d"));
        }

        boolean isOn() {
            return !indexnowKey.isEmpty();
        }
    }
}
