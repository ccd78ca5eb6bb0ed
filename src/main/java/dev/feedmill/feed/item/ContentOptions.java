package dev.feedmill.feed.item;

import dev.feedmill.html.text.PlainText;
import dev.feedmill.search.Script;

/**
 * Which part of each entry's content a feed has.
 *
 * @param brief if not 0, this many characters of plain text replace summary and body
 * @param script the script for Chinese
 */
public record ContentOptions(Content content, int brief, Script script) {
    /** How much of an entry's text is included. */
    public enum Content {
        FULL,
        SUMMARY,
        NONE
    }

    /** The full content, as written. */
    public static final ContentOptions WHOLE = new ContentOptions(Content.FULL, 0, Script.AS_WRITTEN);

    /** Applies these options to an entry. */
    public FeedItem of(FeedItem item) {
        if (equals(WHOLE)) {
            return item;
        }
        String summary = switch (content) {
            case FULL -> item.summary();
            case SUMMARY -> brief == 0 ? item.summary() : brief(item);
            case NONE -> "";
        };
        String title = summary.isEmpty() ? item.label() : item.title();
        return item.withTexts(
                script.of(title), script.of(summary), content == Content.FULL ? script.of(item.body()) : "");
    }

    private String brief(FeedItem item) {
        String text = item.body().isEmpty() ? item.summary() : PlainText.ofHtml(item.body());
        return PlainText.cut(text, brief);
    }
}
