package dev.feedmill.template;

import org.jspecify.annotations.Nullable;

/**
 * What stands in place of a tag that encloses nothing.
 *
 * @param html for a tag that has its line for itself
 * @param inline for a tag among words
 * @param block whether {@link #html} is a block
 * @param problem null where nothing is lost
 */
record Shown(
        String html, String inline, boolean block, @Nullable String problem) {
    static final Shown NOTHING = new Shown("", "", false, null);

    static Shown inline(String html) {
        return new Shown(html, html, false, null);
    }

    static Shown block(String html, String inline) {
        return new Shown(html, inline, true, null);
    }

    static Shown lost(String problem) {
        return new Shown("", "", false, problem);
    }

    Shown with(@Nullable String other) {
        return new Shown(html, inline, block, other);
    }
}
