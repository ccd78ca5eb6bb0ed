package dev.feedmill.article;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether an article is public, and until when.
 *
 * @param expires time from which it is no longer public, whole seconds; null for never
 * @param heldBy reason for which it is held back now; null if it is not
 */
public record Visibility(
        Degree degree, @Nullable Instant expires, @Nullable HeldBy heldBy) {
    /** Fully public, without end. */
    public static final Visibility EVERYWHERE = new Visibility(Degree.EVERYWHERE, null, null);

    /** A draft. */
    public static final Visibility NOWHERE = new Visibility(Degree.NOWHERE, null, null);

    /** The degrees to which articles are held back, ascending. */
    public enum Degree {
        /** Fully public. */
        EVERYWHERE,
        /** Has a page and is in lists of pages and sitemaps, but not in feeds. */
        NOT_IN_FEEDS,
        /** Has a page, which nothing links to. */
        PAGE_ONLY,
        /** Not public at all. */
        NOWHERE
    }

    /**
     * The reason for which an article is held back.
     *
     * @param line line of the file; 0 for none
     * @param reason such as {@code 'draft: true'}
     */
    public record HeldBy(int line, String reason) {}

    /** A copy that expires no later than this; null for no limit. */
    public Visibility until(@Nullable Instant end) {
        boolean sooner = end != null && (expires == null || end.isBefore(expires));
        return sooner ? new Visibility(degree, end, heldBy) : this;
    }

    /** A copy with another degree, for this reason. */
    public Visibility as(Degree other, @Nullable HeldBy reason) {
        return new Visibility(other, expires, reason);
    }
}
