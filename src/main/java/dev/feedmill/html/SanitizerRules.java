package dev.feedmill.html;

import dev.feedmill.html.allowed.AllowList;
import dev.feedmill.html.allowed.BodyLimits;
import java.util.List;
import java.util.Locale;
import org.jsoup.select.QueryParser;

/**
 * What an operator may choose about bodies; what is allowed in them at all is fixed in {@link AllowList}.
 *
 * @param removedSelectors CSS selectors of what is removed with all that is in it
 * @param blockedHosts hosts, with their subdomains, whose frames and plug-ins go without a link
 * @param limits of one body
 */
public record SanitizerRules(List<String> removedSelectors, List<String> blockedHosts, BodyLimits limits) {

    public SanitizerRules {
        removedSelectors = List.copyOf(removedSelectors);
        blockedHosts = blockedHosts.stream()
                .map(host -> host.strip().toLowerCase(Locale.ROOT))
                .toList();
    }

    /** Whether jsoup understands a CSS selector. */
    public static boolean isSelector(String text) {
        try {
            return QueryParser.parse(text) != null;
        } catch (IllegalArgumentException | IllegalStateException e) {
            return false;
        }
    }
}
