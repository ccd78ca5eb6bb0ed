package dev.feedmill.article;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who may see an article, and until when.
 *
 * @param expires when it ceases to be public, whole seconds; null for never
 * @param heldBy what holds it back now; null for nothing
 */
public record Visibility(
        Degree degree, @Nullable Instant expires, @Nullable HeldBy heldBy) {
    /** In feeds and everywhere else. */
    public static final Visibility EVERYWHERE = new Visibility(Degree.EVERYWHERE, null, null);

    /** A draft. */
    public static final Visibility NOWHERE = new Visibility(Degree.NOWHERE, null, null);

    /** How far an article is held back, from the least to the most. */
    public enum Degree {
        /** Not at all. */
        EVERYWHERE,
        /** It has a page, and is on lists of pages for people and search engines, but in nothing that readers fetch. */
        NOT_IN_FEEDS,
        /** Its page answers who knows the address; nothing else names it. */
        PAGE_ONLY,
        /** Nobody can see it. */
        NOWHERE
    }

    /**
     * Why an article is held back.
     *
     * @param line of the file that says it; 0 where no line does
     * @param reason such as {@code 'draft: true'}
     */
    public record HeldBy(int line, String reason) {}

    /** The same where it ends no later than then; null for never. */
    public Visibility until(@Nullable Instant end) {
        boolean sooner = end != null && (expires == null || end.isBefore(expires));
        return sooner ? new Visibility(degree, end, heldBy) : this;
    }

    /** The same where another degree holds, for this reason. */
    public Visibility as(Degree other, @Nullable HeldBy reason) {
        return new Visibility(other, expires, reason);
    }
}
