package dev.feedmill.html;

import dev.feedmill.html.allowed.AllowList;
import dev.feedmill.html.allowed.BodyLimits;
import dev.feedmill.setting.SettingValues;
import java.util.List;
import java.util.Locale;
import org.jsoup.select.QueryParser;

/**
 * The operator's settings for bodies; the allowed elements are fixed in {@link AllowList}.
 *
 * @param removedSelectors CSS selectors of elements to remove with their content
 * @param blockedHosts hosts, with their subdomains, whose frames and plug-ins are removed without a link
 * @param limits of one body
 */
public record SanitizerRules(List<String> removedSelectors, List<String> blockedHosts, BodyLimits limits) {

    public SanitizerRules {
        removedSelectors = List.copyOf(removedSelectors);
        blockedHosts = blockedHosts.stream()
                .map(host -> host.strip().toLowerCase(Locale.ROOT))
                .toList();
    }

    public static SanitizerRules of(SettingValues settings) {
        return new SanitizerRules(
                settings.words("html.remove", ".appendQr_wrap", ".article-editor"),
                settings.words(
                        "html.blocked-hosts",
                        "googletagmanager.com",
                        "google-analytics.com",
                        "doubleclick.net",
                        "googlesyndication.com",
                        "amazon-adsystem.com",
                        "adnxs.com",
                        "criteo.com",
                        "taboola.com",
                        "outbrain.com",
                        "disqus.com"),
                BodyLimits.of(settings));
    }

    /** Returns whether jsoup accepts a CSS selector. */
    public static boolean isSelector(String text) {
        try {
            return QueryParser.parse(text) != null;
        } catch (IllegalArgumentException | IllegalStateException e) {
            return false;
        }
    }
}
