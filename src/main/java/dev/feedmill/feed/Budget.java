package dev.feedmill.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/** Makes a document small enough: the oldest bodies give way to their summaries, then the oldest entries go. */
final class Budget {
    private final FeedSize size;

    Budget(FeedSize size) {
        this.size = size;
    }

    /** Of a document that a reader fetches once, the bodies give way only above the hard limit. */
    Budget forArchive() {
        return new Budget(new FeedSize(size.most(), size.most(), Integer.MAX_VALUE));
    }

    /**
     * The bytes of the document, small enough.
     *
     * @param items newest first
     * @param writer makes the document of some of the entries, the newest
     * @param saving how many bytes fewer an entry takes without its body
     */
    byte[] fit(List<FeedItem> items, Function<List<FeedItem>, byte[]> writer, ToIntFunction<FeedItem> saving) {
        byte[] whole = writer.apply(items);
        if (whole.length <= size.wanted()) {
            return whole;
        }
        List<FeedItem> fitted = new ArrayList<>(items);
        long length = whole.length;
        for (int i = items.size() - 1; i >= 0 && length > (i == 0 ? size.most() : size.wanted()); i--) {
            FeedItem item = items.get(i);
            // Without a summary an entry would have nothing left to read.
            if (!item.body().isEmpty() && !item.summary().isEmpty()) {
                length -= saving.applyAsInt(item);
                fitted.set(i, item.withoutBody());
            }
        }
        byte[] bytes = writer.apply(fitted);
        long limit = size.wanted()
                + (fitted.isEmpty() || fitted.get(0).summarized() ? 0L : saving.applyAsInt(fitted.get(0)));
        return bytes.length <= limit || fitted.size() <= size.fewest() ? bytes : shortened(fitted, writer, limit);
    }

    /** As many of the newest entries as fit, found by halving. */
    private byte[] shortened(List<FeedItem> items, Function<List<FeedItem>, byte[]> writer, long limit) {
        int fits = Math.max(1, size.fewest());
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
