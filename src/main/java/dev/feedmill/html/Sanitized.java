package dev.feedmill.html;

import org.jspecify.annotations.Nullable;

/** What came of sanitising a body. */
public sealed interface Sanitized {
    /**
     * A body that may be shown.
     *
     * @param text what a person reads of it, white space collapsed
     * @param firstImage URL of its first picture
     */
    record Clean(SafeHtml html, String text, @Nullable String firstImage) implements Sanitized {}

    /** More than the rules allow; nothing of it can be used. */
    record TooLarge(String reason) implements Sanitized {}
}
