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
public record Shown(
        String html, String inline, boolean block, @Nullable String problem) {
    public static final Shown NOTHING = new Shown("", "", false, null);

    public static Shown inline(String html) {
        return new Shown(html, html, false, null);
    }

    public static Shown block(String html, String inline) {
        return new Shown(html, inline, true, null);
    }

    public static Shown lost(String problem) {
        return new Shown("", "", false, problem);
    }

    public Shown with(@Nullable String other) {
        return new Shown(html, inline, block, other);
    }
}
