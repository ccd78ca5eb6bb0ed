package dev.feedmill.template;

import org.jspecify.annotations.Nullable;

/**
 * What stands around what a tag encloses.
 *
 * @param block whether both are lines of HTML by themselves
 * @param mayBeInline whether they can stand among words as well
 * @param problem null where nothing is lost
 */
record Enclosure(
        String before,
        String after,
        boolean block,
        boolean mayBeInline,
        @Nullable String problem) {
    static final Enclosure NOTHING = new Enclosure("", "", false, false, null);

    static Enclosure block(String before, String after) {
        return new Enclosure(before, after, true, false, null);
    }

    static Enclosure inline(String before, String after) {
        return new Enclosure(before, after, false, true, null);
    }

    Enclosure with(@Nullable String other) {
        return new Enclosure(before, after, block, mayBeInline, other);
    }
}
