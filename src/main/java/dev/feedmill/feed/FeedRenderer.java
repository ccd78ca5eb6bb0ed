package dev.feedmill.feed;

import dev.feedmill.address.Format;
import dev.feedmill.article.Checksum;
import dev.feedmill.feed.coding.Document;
import dev.feedmill.feed.item.FeedDescriptor;
import dev.feedmill.feed.item.FeedHead;
import dev.feedmill.feed.item.FeedItem;
import dev.feedmill.feed.item.FeedItemMapper;
import dev.feedmill.feed.item.FeedSize;
import dev.feedmill.feed.item.Site;
import dev.feedmill.feed.item.SizeLimiter;
import dev.feedmill.runtime.Deadline;
import dev.feedmill.selection.Cursor;
import dev.feedmill.selection.DeletedEntry;
import dev.feedmill.selection.FeedPage;
import dev.feedmill.selection.Page;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Renders feeds. Thread-safe; every call builds its own tree, since ROME moves elements between trees. */
public final class FeedRenderer {
    private final FeedItemMapper mapper;
    private final RssWriter rss;
    private final AtomWriter atom;
    private final JsonFeedWriter json;
    private final SizeLimiter limiter;

    public FeedRenderer(Site site, FeedSize size) {
        this(site, size, ChannelExtras.NONE);
    }

    /** Creates a renderer that adds elements to every channel. */
    public FeedRenderer(Site site, FeedSize size, ChannelExtras extras) {
        this.mapper = new FeedItemMapper(site);
        this.rss = new RssWriter(site, extras);
        this.atom = new AtomWriter(site, extras);
        this.json = new JsonFeedWriter(site);
        this.limiter = new SizeLimiter(size);
    }

    /** Renders a feed, or a page of its archive; the same input always gives the same bytes. */
    public Rendered render(Format format, FeedDescriptor descriptor, FeedPage feedPage) {
        return render(format, descriptor, feedPage, Deadline.NEVER);
    }

    /** Renders a feed, or a page of its archive, by a deadline. */
    public Rendered render(Format format, FeedDescriptor descriptor, FeedPage feedPage, Deadline deadline) {
        List<FeedItem> items = items(descriptor, feedPage, deadline);
        Document document = document(format, descriptor, feedPage, items, deadline);
        Stream<Long> entries = items.stream().map(FeedItem::fingerprint);
        Stream<Long> deleted = deleted(format, feedPage).stream().map(FeedRenderer::fingerprint);
        return new Rendered(document, Stream.concat(entries, deleted).collect(Collectors.toUnmodifiableSet()));
    }

    /**
     * Renders a delta: only the entries that are new, changed or deleted (RFC 3229 with {@code feed} manipulation).
     *
     * @param seen fingerprints of the entries that the client has
     * @return null if there are none
     */
    public @Nullable Document delta(
            Format format, FeedDescriptor descriptor, FeedPage feedPage, Set<Long> seen, Deadline deadline) {
        List<FeedItem> items = items(descriptor, feedPage, deadline).stream()
                .filter(item -> !seen.contains(item.fingerprint()))
                .toList();
        List<DeletedEntry> deleted = deleted(format, feedPage).stream()
                .filter(entry -> !seen.contains(fingerprint(entry)))
                .toList();
        // Neither complete nor with an archive: entries that a delta leaves out are not gone.
        FeedHead head = new FeedHead(
                descriptor,
                feedPage.page().updated(),
                FeedHead.Links.alone(mapper.self(descriptor, format)),
                false,
                deleted);
        return items.isEmpty() && deleted.isEmpty() ? null : document(format, items, some -> head, limiter, deadline);
    }

    /** The deleted entries of a feed that its format can name. */
    private static List<DeletedEntry> deleted(Format format, FeedPage feedPage) {
        Set<String> present = feedPage.page().entries().stream()
                .map(entry -> entry.id().uri())
                .collect(Collectors.toUnmodifiableSet());
        return format == Format.ATOM
                ? feedPage.deleted().stream()
                        .filter(entry -> !present.contains(entry.id()))
                        .toList()
                : List.of();
    }

    private static long fingerprint(DeletedEntry entry) {
        Checksum sum = new Checksum();
        sum.add(entry.id());
        sum.add(entry.deletedAt().toString());
        return sum.value();
    }

    /**
     * The {@code Link} field by which subscribers find the hubs of a feed and its own address, without reading it
     * (WebSub section 4); empty if it has no hub.
     */
    public String links(Format format, FeedDescriptor descriptor) {
        List<String> hubs = mapper.hubs(descriptor);
        return hubs.isEmpty()
                ? ""
                : hubs.stream().map(hub -> "<" + hub + ">; rel=\"hub\", ").collect(Collectors.joining()) + "<"
                        + mapper.self(descriptor, format) + ">; rel=\"self\"";
    }

    private List<FeedItem> items(FeedDescriptor descriptor, FeedPage feedPage, Deadline deadline) {
        return feedPage.page().entries().stream()
                .peek(entry -> deadline.check())
                .map(entry -> mapper.item(entry, mapper.language(descriptor)))
                .map(descriptor.options().shape()::of)
                .toList();
    }

    private Document document(
            Format format, FeedDescriptor descriptor, FeedPage feedPage, List<FeedItem> items, Deadline deadline) {
        return feedPage.isArchive()
                ? document(format, items, some -> archive(format, descriptor, feedPage), limiter.forArchive(), deadline)
                : document(format, items, some -> current(format, descriptor, feedPage, some), limiter, deadline);
    }

    private FeedHead archive(Format format, FeedDescriptor descriptor, FeedPage feedPage) {
        return new FeedHead(
                descriptor,
                feedPage.page().updated(),
                new FeedHead.Links(
                        mapper.archive(descriptor, format, feedPage.number()),
                        mapper.self(descriptor, format),
                        feedPage.older() == 0 ? null : mapper.archive(descriptor, format, feedPage.older()),
                        feedPage.newer() == 0 ? null : mapper.archive(descriptor, format, feedPage.newer()),
                        null),
                false,
                List.of());
    }

    private FeedHead current(Format format, FeedDescriptor descriptor, FeedPage feedPage, int some) {
        Page page = feedPage.page();
        boolean all = some == page.entries().size();
        boolean complete = all && page.next() == null && !descriptor.isPart();
        int older = all ? feedPage.older() : feedPage.olderOfFew();
        boolean archived = older != 0 && !complete;
        Cursor behind = all
                ? page.next()
                : page.entries().get(some - 1).place(descriptor.options().order());
        return new FeedHead(
                descriptor,
                page.updated(),
                new FeedHead.Links(
                        mapper.self(descriptor, format),
                        null,
                        archived ? mapper.archive(descriptor, format, older) : null,
                        null,
                        archived || behind == null ? null : mapper.after(descriptor, format, behind)),
                complete,
                deleted(format, feedPage));
    }

    /** The head of a document by its number of entries. */
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
