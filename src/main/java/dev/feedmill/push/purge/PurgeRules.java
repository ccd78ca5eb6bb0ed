package dev.feedmill.push.purge;

import dev.feedmill.push.client.OutgoingUrl;
import dev.feedmill.setting.SettingValues;
import java.time.Duration;
import java.util.List;

/**
 * The operator's settings for purges.
 *
 * @param purge URLs at which caches are purged; none for no purges
 */
public record PurgeRules(List<String> purge, Request request, Pace pace) {
    public static PurgeRules of(SettingValues settings) {
        return new PurgeRules(
                settings.words(
                        "caches.purge",
                        url -> OutgoingUrl.parse(url) != null,
                        "must be http or https addresses such as http://127.0.0.1:6081/"),
                Request.of(settings),
                Pace.of(settings));
    }

    /**
     * The request; what is empty is as the preset has it.
     *
     * @param purgeToken a secret
     * @param purgeFields header fields, each with its name
     */
    public record Request(
            PurgePreset purgePreset,
            String purgeToken,
            String purgeMethod,
            List<String> purgeFields,
            String purgeBody) {
        private static Request of(SettingValues settings) {
            return new Request(
                    settings.choice("caches.purge-preset", PurgePreset.VARNISH),
                    settings.line("caches.purge-token"),
                    settings.pattern("caches.purge-method", "", "[A-Z]{0,20}", "must be a method such as POST"),
                    settings.words(
                            "caches.purge-fields",
                            PurgeForm::isField,
                            "must be header fields such as 'Surrogate-Key: {tags}'"),
                    settings.text("caches.purge-body", body -> {}));
        }

        /** Without what may be secret. */
        @Override
        public String toString() {
            return "Request[purgePreset=" + purgePreset + "]";
        }
    }

    /**
     * How much, and how often.
     *
     * @param purgeTags most tags in a request
     * @param purgeAllAbove number of tags above which everything is purged instead
     * @param purgeInterval the least time between the requests of one purge and those of the next
     * @param purgeAgain after which time a purge is repeated; zero for never
     */
    public record Pace(int purgeTags, int purgeAllAbove, Duration purgeInterval, Duration purgeAgain) {
        private static Pace of(SettingValues settings) {
            return new Pace(
                    settings.number("caches.purge-tags", 30, 1, 1_000),
                    settings.number("caches.purge-all-above", 120, 1, 10_000),
                    settings.duration("caches.purge-interval", "1s", "10ms", "1h"),
                    settings.duration("caches.purge-again", "6s", "0s", "1h"));
        }
    }
}
