package dev.feedmill.template.tag;

import org.jspecify.annotations.Nullable;

/**
 * The HTML before and after a tag's content.
 *
 * @param block whether both are HTML lines of their own
 * @param mayBeInline whether they may be among words too
 * @param problem null if nothing is lost
 */
public record Enclosure(
        String before,
        String after,
        boolean block,
        boolean mayBeInline,
        @Nullable String problem) {
    public static final Enclosure NOTHING = new Enclosure("", "", false, false, null);

    public static Enclosure block(String before, String after) {
        return new Enclosure(before, after, true, false, null);
    }

    public static Enclosure inline(String before, String after) {
        return new Enclosure(before, after, false, true, null);
    }

    public Enclosure with(@Nullable String other) {
        return new Enclosure(before, after, block, mayBeInline, other);
    }
}
