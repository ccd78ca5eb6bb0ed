package dev.feedmill.http;

import dev.feedmill.library.IssuedTags;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who asks for what is new, and since when (RFC 3229 with {@code feed} manipulation). */
final class Deltas {
    /** More tags than these are not looked up. */
    private static final int MOST_TAGS = 8;

    private final IssuedTags issued;

    Deltas(IssuedTags issued) {
        this.issued = issued;
    }

    /**
     * What a reader has.
     *
     * @param tag as it named it, without quotes
     * @param entries fingerprints
     */
    record Base(String tag, Set<Long> entries) {}

    /** Whether a request would take the new entries alone, if it is known what it has. */
    static boolean areWanted(Request request) {
        String manipulations = request.header("A-IM");
        return manipulations != null
                && request.header("If-None-Match") != null
                && List.of(manipulations.split(",", -1)).stream().anyMatch(Deltas::isFeed);
    }

    private static boolean isFeed(String manipulation) {
        String[] parts = manipulation.split(";", -1);
        boolean refused = parts.length > 1 && parts[1].strip().matches("q=0(\\.0*)?");
        return parts[0].strip().equalsIgnoreCase("feed") && !refused;
    }

    /** The first of the tags that a request names of which it is known what was in the feed; null where none is. */
    @Nullable
    Base base(Request request) {
        String field = request.header("If-None-Match");
        for (String tag : EntityTags.named(field == null ? "" : field, MOST_TAGS)) {
            String digest = EntityTags.digest(tag);
            Set<Long> entries = digest == null ? null : issued.entries(digest);
            if (entries != null) {
                return new Base(tag, entries);
            }
        }
        return null;
    }
}
