package dev.feedmill.feed.item;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * Fits a document into size limits: replaces the oldest bodies by their summaries, then leaves out the oldest entries.
 * If that is not enough, categories and tags are left out.
 */
public final class SizeLimiter {
    private final FeedSize size;

    public SizeLimiter(FeedSize size) {
        this.size = size;
    }

    /** Limits for archive pages: clients fetch them once, so bodies are left out only above the hard limit. */
    public SizeLimiter forArchive() {
        return new SizeLimiter(new FeedSize(size.most(), size.most(), Integer.MAX_VALUE));
    }

    /**
     * The bytes of the document within the limits.
     *
     * @param items newest first
     * @param writer renders a document with these entries, which are the newest
     * @param saving bytes that an entry saves without its body
     */
    public byte[] fit(List<FeedItem> items, Function<List<FeedItem>, byte[]> writer, ToIntFunction<FeedItem> saving) {
        byte[] whole = writer.apply(items);
        if (whole.length <= size.wanted()) {
            return whole;
        }
        List<FeedItem> fitted = new ArrayList<>(items);
        long length = whole.length;
        for (int i = items.size() - 1; i >= 0 && length > (i == 0 ? size.most() : size.wanted()); i--) {
            FeedItem item = items.get(i);
            // Without body and summary, an entry would be empty.
            if (!item.body().isEmpty() && !item.summary().isEmpty()) {
                length -= saving.applyAsInt(item);
                fitted.set(i, item.withoutBody());
            }
        }
        byte[] bytes = writer.apply(fitted);
        long limit = size.wanted()
                + (fitted.isEmpty() || fitted.get(0).summarized() ? 0L : saving.applyAsInt(fitted.get(0)));
        if (bytes.length > limit && fitted.size() > size.fewest()) {
            bytes = shortened(fitted, size.fewest(), writer, limit);
        }
        return bytes.length <= limit ? bytes : bare(fitted, writer);
    }

    /** Leaves out categories and tags where names alone are too large; above the hard limit, leaves out entries too. */
    private byte[] bare(List<FeedItem> fitted, Function<List<FeedItem>, byte[]> writer) {
        List<FeedItem> bare = fitted.stream().map(FeedItem::withoutLabels).toList();
        byte[] bytes = writer.apply(bare);
        return bytes.length <= size.most() || size.fewest() == Integer.MAX_VALUE
                ? bytes
                : shortened(bare, 1, writer, size.most());
    }

    /** Renders as many of the newest entries as fit, but at least the minimum; found by bisection. */
    private static byte[] shortened(
            List<FeedItem> items, int fewest, Function<List<FeedItem>, byte[]> writer, long limit) {
        int fits = Math.min(Math.max(1, fewest), items.size());
        int tooMany = items.size();
        byte[] best = writer.apply(items.subList(0, fits));
        while (tooMany - fits > 1) {
            int count = (fits + tooMany) >>> 1;
            byte[] bytes = writer.apply(items.subList(0, count));
            if (bytes.length <= limit) {
                best = bytes;
                fits = count;
            } else {
                tooMany = count;
            }
        }
        return best;
    }
}
