package dev.feedmill.template.tag;

import org.jspecify.annotations.Nullable;

/**
 * What stands around what a tag encloses.
 *
 * @param block whether both are lines of HTML by themselves
 * @param mayBeInline whether they can stand among words as well
 * @param problem null where nothing is lost
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
