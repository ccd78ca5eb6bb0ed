package dev.feedmill.html;

import dev.feedmill.html.markup.Fault;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came of sanitising a body. */
public sealed interface Sanitized {
    /**
     * A body that may be shown.
     *
     * @param text what a person reads of it, white space collapsed
     * @param firstImage URL of its first picture
     * @param played its sound and films
     * @param faults what was mended so that nothing is lost, in the order of the lines
     */
    record Clean(SafeHtml html, String text, @Nullable String firstImage, List<Played> played, List<Fault> faults)
            implements Sanitized {
        public Clean {
            played = List.copyOf(played);
            faults = List.copyOf(faults);
        }
    }

    /**
     * A file that an element for sound or films plays.
     *
     * @param type its media type as the author names it; empty where it is not named
     */
    record Played(String url, String type) {}

    /** More than the rules allow; nothing of it can be used. */
    record TooLarge(String reason) implements Sanitized {}
}
