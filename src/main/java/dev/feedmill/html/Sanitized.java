package dev.feedmill.html;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came of sanitising a body. */
public sealed interface Sanitized {
    /**
     * A body that may be shown.
     *
     * @param text what a person reads of it, white space collapsed
     * @param firstImage URL of its first picture
     * @param faults what was mended so that nothing is lost, in the order of the lines
     */
    record Clean(SafeHtml html, String text, @Nullable String firstImage, List<Fault> faults) implements Sanitized {
        public Clean {
            faults = List.copyOf(faults);
        }
    }

    /** More than the rules allow; nothing of it can be used. */
    record TooLarge(String reason) implements Sanitized {}
}
