package dev.feedmill.html;

import dev.feedmill.html.markup.Fault;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Result of sanitizing a body. */
public sealed interface Sanitized {
    /**
     * A body that may be shown.
     *
     * @param text its visible text, with collapsed white space
     * @param lead the text of its first paragraphs, long enough for a summary; all text if it has none
     * @param firstImage URL of its first picture
     * @param played its audio and video
     * @param faults repairs of markup that would have hidden content, in line order
     */
    record Clean(
            SafeHtml html,
            String text,
            String lead,
            @Nullable String firstImage,
            List<Played> played,
            List<Fault> faults)
            implements Sanitized {
        public Clean {
            played = List.copyOf(played);
            faults = List.copyOf(faults);
        }
    }

    /**
     * A media file of an audio or video element.
     *
     * @param type media type as the author names it; empty for none
     */
    record Played(String url, String type) {}

    /** A body that exceeds the limits; no part of it can be used. */
    record TooLarge(String reason) implements Sanitized {}
}
