package dev.feedmill.template.tag;

import org.jspecify.annotations.Nullable;

/**
 * The HTML before and after a tag's content.
 *
 * @param block whether both are HTML lines of their own
 * @param mayBeInline whether they may be among words too
 * @param problem null if nothing is lost
 */
public record TagWrapper(
        String before,
        String after,
        boolean block,
        boolean mayBeInline,
        @Nullable String problem) {
    public static final TagWrapper NOTHING = new TagWrapper("", "", false, false, null);

    public static TagWrapper block(String before, String after) {
        return new TagWrapper(before, after, true, false, null);
    }

    public static TagWrapper inline(String before, String after) {
        return new TagWrapper(before, after, false, true, null);
    }

    public TagWrapper with(@Nullable String other) {
        return new TagWrapper(before, after, block, mayBeInline, other);
    }
}
