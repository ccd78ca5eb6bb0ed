package dev.feedmill.template.tag;

import org.jspecify.annotations.Nullable;

/**
 * The output of a tag without content.
 *
 * @param html for a tag on its own line
 * @param inline for a tag among words
 * @param block whether {@link #html} is a block
 * @param problem null if nothing is lost
 */
public record TagOutput(
        String html, String inline, boolean block, @Nullable String problem) {
    public static final TagOutput NOTHING = new TagOutput("", "", false, null);

    public static TagOutput inline(String html) {
        return new TagOutput(html, html, false, null);
    }

    public static TagOutput block(String html, String inline) {
        return new TagOutput(html, inline, true, null);
    }

    public static TagOutput lost(String problem) {
        return new TagOutput("", "", false, problem);
    }

    public TagOutput with(@Nullable String other) {
        return new TagOutput(html, inline, block, other);
    }
}
