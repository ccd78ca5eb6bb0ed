package dev.feedmill.feed.item;

import dev.feedmill.html.text.PlainText;
import dev.feedmill.search.Script;

/**
 * How much of each entry a feed tells.
 *
 * @param brief at most so many characters of the text without its markup stand for summary and body; 0 for both as they are
 * @param script in which Chinese is written
 */
public record ContentOptions(Content content, int brief, Script script) {
    /** What of an entry's text is told. */
    public enum Content {
        FULL,
        SUMMARY,
        NONE
    }

    /** Everything, as it was written. */
    public static final ContentOptions WHOLE = new ContentOptions(Content.FULL, 0, Script.AS_WRITTEN);

    /** The entry in this shape. */
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
        return item.told(script.of(title), script.of(summary), content == Content.FULL ? script.of(item.body()) : "");
    }

    private String brief(FeedItem item) {
        String text = item.body().isEmpty() ? item.summary() : PlainText.ofHtml(item.body());
        return PlainText.cut(text, brief);
    }
}
