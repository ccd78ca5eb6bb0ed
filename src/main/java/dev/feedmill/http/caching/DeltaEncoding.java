package dev.feedmill.http.caching;

import dev.feedmill.http.message.HttpRequest;
import dev.feedmill.http.message.RequestHeader;
import dev.feedmill.http.message.ServerRules;
import dev.feedmill.library.ETagHistory;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Delta encoding (RFC 3229 with {@code feed} manipulation): which requests want only new entries, and since when. */
public final class DeltaEncoding {
    /** Further tags in a request are ignored. */
    private static final int MAX_TAGS = 8;

    /** The weight zero, "not acceptable" (RFC 9110 section 12.4.2). */
    private static final Pattern NEVER = Pattern.compile("\\s*q\\s*=\\s*0(\\.0*)?\\s*", Pattern.CASE_INSENSITIVE);

    private final ETagHistory history;

    private final List<String> wholeFor;

    public DeltaEncoding(ETagHistory history, ServerRules.Polling polling) {
        this.history = history;
        this.wholeFor = polling.wholeFor().stream().map(DeltaEncoding::folded).toList();
    }

    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /**
     * What a client has.
     *
     * @param tag as the client sent it, without quotes
     * @param entries fingerprints of the entries
     */
    public record Base(String tag, Set<Long> entries) {}

    /** Whether a request accepts a delta, provided that its tags are known. */
    public boolean isWanted(HttpRequest request) {
        String manipulations = request.header(RequestHeader.A_IM);
        return manipulations != null
                && request.header(RequestHeader.IF_NONE_MATCH) != null
                && List.of(manipulations.split(",", -1)).stream().anyMatch(DeltaEncoding::isFeed)
                && canProcess(request.header(RequestHeader.USER_AGENT));
    }

    private boolean canProcess(@Nullable String reader) {
        return reader == null || wholeFor.stream().noneMatch(folded(reader.strip())::startsWith);
    }

    private static boolean isFeed(String manipulation) {
        String[] parts = manipulation.split(";", -1);
        boolean refused = Arrays.stream(parts)
                .skip(1)
                .anyMatch(part -> NEVER.matcher(part).matches());
        return parts[0].strip().equalsIgnoreCase("feed") && !refused;
    }

    /**
     * The first tag in the request whose feed contents are on record; null if there is none.
     *
     * @param feed path of the feed; tags of other feeds do not count
     */
    @Nullable
    public Base base(HttpRequest request, String feed) {
        String field = request.header(RequestHeader.IF_NONE_MATCH);
        for (String tag : EntityTags.named(field == null ? "" : field, MAX_TAGS)) {
            String digest = EntityTags.digest(tag);
            Set<Long> entries = digest == null ? null : history.entries(feed, digest);
            if (entries != null) {
                return new Base(tag, entries);
            }
        }
        return null;
    }
}
