package dev.feedmill.html;

import java.util.List;
import org.jsoup.select.QueryParser;

/**
 * What an operator may choose about bodies.
 *
 * @param removedSelectors CSS selectors of what is removed with all that is in it
 * @param playerHosts hosts, with their subdomains, whose embedded players are kept as a link
 * @param maxNodes at most so many tags in a body
 * @param maxDepth at most so many elements in one another
 * @param maxAttributeLength a longer attribute is dropped, in characters
 */
public record SanitizerRules(
        List<String> removedSelectors, List<String> playerHosts, int maxNodes, int maxDepth, int maxAttributeLength) {

    public SanitizerRules {
        removedSelectors = List.copyOf(removedSelectors);
        playerHosts = List.copyOf(playerHosts);
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
