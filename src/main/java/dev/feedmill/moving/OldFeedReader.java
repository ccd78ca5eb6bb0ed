package dev.feedmill.moving;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads a whole feed of another publisher: its document, and the linked documents with older entries (RFC 5005). */
public final class OldFeedReader {
    private final FeedFetcher fetcher;
    private final int maxPages;
    private final Consumer<String> notes;

    /**
     * Creates a reader.
     *
     * @param maxPages maximum number of documents
     * @param maxBytes size limit of each
     * @param timeout of each
     * @param notes receives a message if older entries could not be fetched
     */
    public OldFeedReader(int maxPages, long maxBytes, Duration timeout, Consumer<String> notes) {
        this.fetcher = new FeedFetcher(maxBytes, timeout);
        this.maxPages = maxPages;
        this.notes = notes;
    }

    /**
     * Reads all entries, each once, from the first document that contains it.
     *
     * @param source path of a file, or an HTTP(S) URL
     */
    public OldFeed read(String source) throws UnreadableFeedException {
        URI start = start(source);
        OldFeed first = parse(start);
        Map<String, OldEntry> entries = new LinkedHashMap<>();
        add(first, entries);
        Set<URI> seen = new LinkedHashSet<>(List.of(start));
        URI next = next(start, first.next());
        while (next != null && seen.add(next)) {
            if (seen.size() > maxPages) {
                notes.accept("only " + maxPages + " pages are read; " + next + " and what comes after it is left out");
                break;
            }
            OldFeed page = pageOrNone(next);
            if (page == null) {
                break;
            }
            add(page, entries);
            next = next(next, page.next());
        }
        return new OldFeed(new ArrayList<>(entries.values()), null);
    }

    private static void add(OldFeed feed, Map<String, OldEntry> entries) {
        feed.entries().forEach(entry -> entries.putIfAbsent(entry.id(), entry));
    }

    private @Nullable OldFeed pageOrNone(URI source) {
        try {
            return parse(source);
        } catch (UnreadableFeedException e) {
            notes.accept("older entries are left out: " + source + ": " + e.getMessage());
            return null;
        }
    }

    private OldFeed parse(URI source) throws UnreadableFeedException {
        return OldFeedParser.parse(fetcher.fetch(source));
    }

    private static URI start(String source) throws UnreadableFeedException {
        try {
            return FeedFetcher.isWeb(source)
                    ? URI.create(source)
                    : Path.of(source).toAbsolutePath().normalize().toUri();
        } catch (IllegalArgumentException e) {
            throw new UnreadableFeedException("it must be a file or an http or https address", e);
        }
    }

    /** URL of the next document. A document from the web must not lead to a local file. */
    private @Nullable URI next(URI from, @Nullable String written) {
        if (written == null) {
            return null;
        }
        try {
            URI next = from.resolve(written.strip());
            boolean isFile = next.getScheme() != null && next.getScheme().equals(from.getScheme());
            if (FeedFetcher.isWeb(next.toString()) || isFile) {
                return next;
            }
            notes.accept("older entries are left out: " + next + ": it must be an http or https address");
        } catch (IllegalArgumentException e) {
            notes.accept("older entries are left out: '" + written + "' is no address");
        }
        return null;
    }
}
