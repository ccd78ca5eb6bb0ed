package dev.feedmill.http.caching;

import dev.feedmill.http.message.ServerRules;
import dev.feedmill.selection.CacheTags;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The response field that tells caches in front the {@link CacheTags}. A 304 has it too: it guides the cache's update
 * of a stored response (RFC 9110 section 15.4.5), which may be older than the setting.
 */
final class TagField {
    /** Fields whose tags are separated by commas, in lower case; in all others, spaces do. */
    private static final Set<String> LISTS = Set.of("cache-tag", "edge-cache-tag", "netlify-cache-tag");

    private final String name;
    private final String separator;
    private final int maxTerms;

    TagField(ServerRules.Caches rules) {
        this.name = rules.tagField();
        this.separator = LISTS.contains(name.toLowerCase(Locale.ROOT)) ? "," : " ";
        this.maxTerms = rules.maxTags();
    }

    /**
     * The field; no field if the settings name none.
     *
     * @param terms numbers of the terms whose changes make the response stale
     * @param article number of the one article that it is about; null for none
     */
    Map<String, String> of(Set<Long> terms, @Nullable Long article) {
        if (name.isEmpty()) {
            return Map.of();
        }
        List<String> tags = new ArrayList<>(CacheTags.of(terms, maxTerms));
        if (article != null) {
            tags.add(CacheTags.ofArticle(article));
        }
        return Map.of(name, String.join(separator, tags));
    }
}
