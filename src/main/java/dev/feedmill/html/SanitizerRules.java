package dev.feedmill.html;

import java.util.List;
import java.util.Locale;
import org.jsoup.select.QueryParser;

/**
 * What an operator may choose about bodies; what is allowed in them at all is fixed in {@link AllowList}.
 *
 * @param removedSelectors CSS selectors of what is removed with all that is in it
 * @param blockedHosts hosts, with their subdomains, whose frames and plug-ins go without a link
 * @param maxNodes elements, texts and comments of one body as written; more is too large
 * @param maxDepth elements in one another; more is too large
 * @param maxAttributeLength UTF-16 units of one attribute as written; more is too large
 */
public record SanitizerRules(
        List<String> removedSelectors, List<String> blockedHosts, int maxNodes, int maxDepth, int maxAttributeLength) {

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
