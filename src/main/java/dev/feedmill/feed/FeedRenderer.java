package dev.feedmill.feed;

import dev.feedmill.feed.coding.Document;
import dev.feedmill.feed.item.FeedDescriptor;
import dev.feedmill.feed.item.FeedHead;
import dev.feedmill.feed.item.FeedItem;
import dev.feedmill.feed.item.FeedItemMapper;
import dev.feedmill.feed.item.FeedSize;
import dev.feedmill.feed.item.Format;
import dev.feedmill.feed.item.Site;
import dev.feedmill.feed.item.SizeLimiter;
import dev.feedmill.runtime.Deadline;
import dev.feedmill.selection.Cursor;
import dev.feedmill.selection.FeedPage;
import dev.feedmill.selection.Page;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes the documents of feeds. Threads may share it; every call builds its own tree, since ROME moves elements about. */
public final class FeedRenderer {
    private final FeedItemMapper texts;
    private final RssWriter rss;
    private final AtomWriter atom;
    private final JsonFeedWriter json;
    private final SizeLimiter budget;

    public FeedRenderer(Site site, FeedSize size) {
        this.texts = new FeedItemMapper(site);
        this.rss = new RssWriter(site);
        this.atom = new AtomWriter(site);
        this.json = new JsonFeedWriter(site);
        this.budget = new SizeLimiter(size);
    }

    /** The feed of a subject, or a page of its archive; the same bytes for the same input, always and everywhere. */
    public Rendered render(Format format, FeedDescriptor subject, FeedPage chapter) {
        return render(format, subject, chapter, Deadline.NEVER);
    }

    /** The same where it can be made by the deadline. */
    public Rendered render(Format format, FeedDescriptor subject, FeedPage chapter, Deadline deadline) {
        List<FeedItem> items = items(subject, chapter, deadline);
        Document document = document(format, subject, chapter, items, deadline);
        return new Rendered(
                document, items.stream().map(FeedItem::fingerprint).collect(Collectors.toUnmodifiableSet()));
    }

    /**
     * Of the feed, only the entries that are new or others since (RFC 3229 with {@code feed} manipulation).
     *
     * @param seen fingerprints of what the reader has
     * @return null where nothing is left
     */
    public @Nullable Document delta(
            Format format, FeedDescriptor subject, FeedPage chapter, Set<Long> seen, Deadline deadline) {
        List<FeedItem> items = items(subject, chapter, deadline).stream()
                .filter(item -> !seen.contains(item.fingerprint()))
                .toList();
        // Neither complete nor with an archive: what it does not name is not gone.
        FeedHead head = new FeedHead(
                subject, chapter.page().updated(), texts.self(subject, format), null, null, null, null, false);
        return items.isEmpty() ? null : document(format, items, some -> head, budget, deadline);
    }

    private List<FeedItem> items(FeedDescriptor subject, FeedPage chapter, Deadline deadline) {
        return chapter.page().entries().stream()
                .peek(entry -> deadline.check())
                .map(entry -> texts.item(entry, texts.language(subject)))
                .map(subject.shape()::of)
                .toList();
    }

    private Document document(
            Format format, FeedDescriptor subject, FeedPage chapter, List<FeedItem> items, Deadline deadline) {
        return chapter.isArchive()
                ? document(format, items, some -> archive(format, subject, chapter), budget.forArchive(), deadline)
                : document(format, items, some -> current(format, subject, chapter, some), budget, deadline);
    }

    private FeedHead archive(Format format, FeedDescriptor subject, FeedPage chapter) {
        return new FeedHead(
                subject,
                chapter.page().updated(),
                texts.archive(subject, format, chapter.number()),
                texts.self(subject, format),
                chapter.older() == 0 ? null : texts.archive(subject, format, chapter.older()),
                chapter.newer() == 0 ? null : texts.archive(subject, format, chapter.newer()),
                null,
                false);
    }

    private FeedHead current(Format format, FeedDescriptor subject, FeedPage chapter, int some) {
        Page page = chapter.page();
        boolean all = some == page.entries().size();
        boolean complete = all && page.next() == null && !subject.isPart();
        int older = all ? chapter.older() : chapter.olderOfFew();
        boolean archived = older != 0 && !complete;
        Cursor behind = all ? page.next() : page.entries().get(some - 1).place(subject.order());
        return new FeedHead(
                subject,
                page.updated(),
                texts.self(subject, format),
                null,
                archived ? texts.archive(subject, format, older) : null,
                null,
                archived || behind == null ? null : texts.after(subject, format, behind),
                complete);
    }

    /** What a document says of itself by the number of entries that are in it. */
    private interface Heads {
        FeedHead of(int entries);
    }

    private Document document(Format format, List<FeedItem> items, Heads heads, SizeLimiter limits, Deadline deadline) {
        FeedWriter writer = writer(format);
        byte[] bytes = limits.fit(
                items,
                some -> {
                    deadline.check();
                    return writer.write(heads.of(some.size()), some);
                },
                writer::saving);
        return new Document(format.mediaType(), bytes);
    }

    private FeedWriter writer(Format format) {
        return switch (format) {
            case RSS -> rss;
            case ATOM -> atom;
            case JSON -> json;
        };
    }
}
